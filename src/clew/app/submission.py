"""What Clew hands in to be scored: its own tables, told in the ids of the exported rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.app.reporting import metric_values
from clew.app.workspace import Tell, Workspace
from clew.model import NAMESPACES
from clew.simulator.score import Tables, tables_of

if TYPE_CHECKING:
    import duckdb
    import polars as pl

#: Tables that Clew can't hand in yet, and which part of the plan will bring them.
NOT_BUILT = {
    "emotions": "not built yet (issue: emotions)",
    "drivers": "not built yet (issue: drivers)",
    "effects": "not built yet (issue: improvements)",
}

#: A step's exported row; a connector may put the kind of row in front of its id ("message/SM1").
_NAMED = """
CREATE OR REPLACE TEMP TABLE named AS
SELECT interaction_id, coalesce(whole.record, behind.record, source_id) AS record
FROM interactions
LEFT JOIN true_records whole ON whole.record = source_id
LEFT JOIN true_records behind ON behind.record = substr(source_id, position('/' IN source_id) + 1)
  AND position('/' IN source_id) > 0
"""

_QUERIES = {
    "interactions": "SELECT record, channel, kind, party, occurred_us FROM interactions JOIN named USING (interaction_id)",
    "customers": "SELECT record, customer_id AS customer FROM steps JOIN named USING (interaction_id)",
    "journeys": """SELECT record, journey_id AS journey, confidence, joined_probability AS probability
        FROM steps JOIN named USING (interaction_id) JOIN journeys USING (journey_id)""",
    "issues": """SELECT record, topic AS issue
        FROM steps JOIN named USING (interaction_id) JOIN journeys USING (journey_id) WHERE topic IS NOT NULL""",
    # What Clew knows as closed without a resolution, or knows nothing of, it doesn't tell.
    "outcomes": """SELECT journey_id AS journey, CASE outcome WHEN 'resolved' THEN 'resolved'
        WHEN 'abandoned' THEN 'gave_up' WHEN 'open' THEN 'open' WHEN 'reopened' THEN 'open' END AS outcome FROM journeys""",
    "handoffs": """WITH walked AS (
          SELECT journey_id, position, record, lag(record) OVER (PARTITION BY journey_id ORDER BY position) AS before
          FROM steps JOIN named USING (interaction_id)
        )
        SELECT before AS from_record, record AS to_record, from_channel, to_channel, facts_known, facts_carried, facts_asked_again,
          facts_verified AS facts_reverified
        FROM handoffs JOIN walked USING (journey_id, position)""",
    "facts": """SELECT DISTINCT record, fact, value, start_char AS start, end_char AS "end"
        FROM facts JOIN named USING (interaction_id) WHERE value IS NOT NULL""",
    "asked_again": """SELECT record, fact, bool_and(act = 'verify') AS reverified
        FROM facts JOIN named USING (interaction_id) WHERE act IN ('ask_again', 'verify') GROUP BY ALL""",
    "frictions": "SELECT DISTINCT record, detector AS friction FROM pain_points JOIN named USING (interaction_id)",
    # What Clew claims is what joins; a link that a limit left out, or that leads to a shared identifier, is no claim.
    "links": """SELECT kind_a, value_a, kind_b, value_b, confidence FROM (
          SELECT DISTINCT ON (identifier_a, identifier_b) confidence,
            split_part(identifier_a, ':', 1) AS kind_a, substr(identifier_a, position(':' IN identifier_a) + 1) AS value_a,
            split_part(identifier_b, ':', 1) AS kind_b, substr(identifier_b, position(':' IN identifier_b) + 1) AS value_b
          FROM identity_links WHERE asserted AND (least(identifier_a, identifier_b), greatest(identifier_a, identifier_b))
            IN (SELECT (identifier_a, identifier_b) FROM link_fates WHERE fate = 'joins')
          ORDER BY identifier_a, identifier_b, confidence DESC
        )""",
}


def own_submission(workspace: Workspace, truth: Tables, tell: Tell) -> Tables:
    """Build what is stale and return what Clew would hand in; ``truth`` only says how the exported rows are called."""
    import polars as pl

    values = metric_values(workspace, (), tell)
    metrics = [(each.name, each.value, each.low, each.high, each.reason) for each in values]
    number, text = pl.Float64, pl.String
    columns = {"metric": text, "value": number, "low": number, "high": number, "reason": text}
    frames: dict[str, pl.DataFrame] = {"metrics": pl.DataFrame(metrics, schema=columns, orient="row")}
    with workspace.session() as connection:
        _name_rows(connection, truth)
        for name, query in _QUERIES.items():
            tell(f"{name} handed in")
            frames[name] = connection.sql(query).pl()
    frames["links"] = _shared_kinds(frames["links"])
    return tables_of(frames)


def _name_rows(connection: duckdb.DuckDBPyConnection, truth: Tables) -> None:
    """Make the table ``named``: each interaction with the ``record`` it came from; its source's own id where none fits."""
    known = truth["rows"].select("record").unique()
    connection.register("true_records", known.to_arrow())
    connection.execute(_NAMED)
    connection.unregister("true_records")


def _shared_kinds(links: pl.DataFrame) -> pl.DataFrame:
    """Call every source's own customer numbers ``customer_ref``, as the truth does."""
    import polars as pl

    shared = {side: pl.col(side).is_in(NAMESPACES) for side in ("kind_a", "kind_b")}
    return links.with_columns(
        pl.when(is_shared).then(side).otherwise(pl.lit("customer_ref")).alias(side)
        for side, is_shared in shared.items()
    )
