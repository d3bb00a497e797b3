"""The support dialogues give the figures of the data's README; dialogues in which nobody spoke are kept as records."""

from __future__ import annotations

import duckdb

OURS = "FROM interactions WHERE source = 'dialogues'"


def one(tables: duckdb.DuckDBPyConnection, query: str) -> tuple[object, ...]:
    (row,) = tables.execute(query).fetchall()
    return tuple(row)


def test_every_dialogue_is_a_journey_or_a_record(tables: duckdb.DuckDBPyConnection) -> None:
    journeys = one(tables, "SELECT count(*), count(DISTINCT case_ref) FROM journeys WHERE source = 'dialogues'")
    records = one(tables, "SELECT count(*) FROM records WHERE source = 'dialogues'")

    assert journeys == (6_207, 6_207)
    assert records == (6_652 - 6_207,)


def test_every_user_is_a_customer(tables: duckdb.DuckDBPyConnection) -> None:
    users = "SELECT count(*), count(DISTINCT customer_id) FROM customers WHERE identifier LIKE 'dialogues:%'"

    assert one(tables, users) == (109, 109)


def test_every_agent_is_kept(tables: duckdb.DuckDBPyConnection) -> None:
    agents = f"""SELECT count(DISTINCT agent) FROM (
      SELECT party_id AS agent {OURS} AND party = 'agent'
      UNION ALL SELECT attributes ->> '$.anonymizedwizardworkerid' {OURS}
      UNION ALL SELECT raw ->> '$.AnonymizedWizardWorkerID' FROM records WHERE source = 'dialogues')"""

    assert one(tables, agents) == (115,)


def test_every_agent_who_answered_or_looked_something_up_is_named(tables: duckdb.DuckDBPyConnection) -> None:
    # 111 was counted in the file: wizards with an event utter, pick_suggestion or query.
    assert one(tables, f"SELECT count(DISTINCT party_id) {OURS} AND party = 'agent'") == (111,)
    assert one(tables, f"SELECT count(*) {OURS} AND party = 'agent' AND party_id IS NULL") == (0,)


def test_every_user_utterance_is_a_customers_message(tables: duckdb.DuckDBPyConnection) -> None:
    assert one(tables, f"SELECT count(*) {OURS} AND kind = 'message' AND party = 'customer'") == (54_214,)


def test_complete_dialogues_are_resolved_and_early_disconnects_abandoned_or_kept(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    level = "'$.completionlevel'"
    early = "'EarlyDisconnectDuringDialogue'"
    silence = f"SELECT count(*) FROM records WHERE source = 'dialogues' AND raw ->> '$.CompletionLevel' = {early}"
    spoken = one(tables, f"SELECT count(*) {OURS} AND attributes ->> {level} = {early}")
    silent = one(tables, silence)
    resolved = one(
        tables,
        f"""SELECT count(*), count(*) FILTER (j.outcome = 'resolved') FROM journeys j JOIN (
          SELECT case_ref {OURS} AND attributes ->> {level} = 'Complete') USING (case_ref) WHERE j.source = 'dialogues'""",
    )

    assert (spoken, silent) == ((255,), (700 - 255,))
    assert resolved == (5_820, 5_820)


def test_task_success_is_rated_as_often_as_it_was_asked(tables: duckdb.DuckDBPyConnection) -> None:
    assert one(tables, f"SELECT count(rating), count(*) FILTER (rating = 1) {OURS} AND kind = 'rating'") == (
        2_274,
        1_656,
    )


def test_annoyed_users_are_marked(tables: duckdb.DuckDBPyConnection) -> None:
    annoyed = f"SELECT count(DISTINCT case_ref) {OURS} AND CAST(attributes ->> '$.user_annoyed' AS BOOLEAN)"

    assert one(tables, annoyed) == (251,)
