"""The incident log (141,712 saved states) gives the figures of the data's README, from Clew's own tables and commands.

The README counts 5,245 callers: one of them is the mark "?", which is nobody. It names "Direct opening" as a contact type:
that is work which the back office opened itself.
"""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from clew.cli import app
from tests.real.conftest import made_once

DAYS_7_US = 7 * 86_400 * 1_000_000
OURS = "FROM journeys WHERE source = 'servicenow'"


def one(tables: duckdb.DuckDBPyConnection, query: str) -> tuple[object, ...]:
    (row,) = tables.execute(query).fetchall()
    return tuple(row)


def test_every_event_is_an_interaction_and_a_step(tables: duckdb.DuckDBPyConnection) -> None:
    steps = "SELECT count(*) FROM steps JOIN interactions USING (interaction_id) WHERE source = 'servicenow'"

    assert one(tables, "SELECT count(*) FROM interactions WHERE source = 'servicenow'") == (141_712,)
    assert one(tables, steps) == (141_712,)


def test_every_incident_is_one_journey(tables: duckdb.DuckDBPyConnection) -> None:
    assert one(tables, f"SELECT count(*), count(DISTINCT case_ref) {OURS}") == (24_918, 24_918)
    assert one(tables, f"SELECT DISTINCT bounded_by, confidence {OURS}") == ("case reference", "certain")


def test_every_caller_is_one_customer_and_the_mark_for_missing_is_nobody(tables: duckdb.DuckDBPyConnection) -> None:
    callers = "SELECT count(*), count(DISTINCT customer_id) FROM customers WHERE identifier LIKE 'servicenow:%'"

    assert one(tables, callers) == (5_244, 5_244)
    assert one(tables, f"SELECT count(DISTINCT customer_id) {OURS} AND identified") == (5_244,)
    assert one(tables, f"SELECT count(*), count(DISTINCT customer_id) {OURS} AND NOT identified") == (3, 3)


def test_journeys_start_on_the_channels_that_the_log_names(tables: duckdb.DuckDBPyConnection) -> None:
    found = tables.execute(f"SELECT first_channel, count(*) {OURS} GROUP BY first_channel").fetchall()

    assert dict(found) == {"phone": 24_688, "self_service": 158, "email": 59, "ivr": 9, "back_office": 4}


def test_reopened_incidents_and_missed_service_levels_are_those_of_the_log(tables: duckdb.DuckDBPyConnection) -> None:
    counts = f"SELECT count(*) FILTER (reopens > 0), count(*) FILTER (NOT sla_met), count(sla_met) {OURS}"

    assert one(tables, counts) == (275, 9_115, 24_918)


def test_as_many_incidents_are_followed_by_another_of_their_caller_within_seven_days(
    tables: duckdb.DuckDBPyConnection,
) -> None:
    soon = f"SELECT count(*) {OURS} AND identified AND next_contact_us - first_contact_us < {DAYS_7_US}"

    assert one(tables, soon) == (12_199,)


@pytest.fixture(scope="module")
def measured(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What ``clew metrics --json`` says of a workspace that has only the incidents, made by commands alone."""

    def make(folder: Path) -> None:
        said("init", str(folder))
        said("import", str(shared_data / "service_desk_incidents"), "-w", str(folder))

    folder = made_once(tmp_path_factory, "incidents_only", make)
    return {value["name"]: value for value in json.loads(said("metrics", "--json", "-w", str(folder)))}


def said(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_command_says_a_median_of_22_1_hours_to_resolve_over_the_dated_incidents(
    measured: dict[str, dict[str, object]],
) -> None:
    found = measured["time_to_resolution"]

    # 24,918 incidents less 23,362 that have a date of resolution are 1,556, all of them over: nothing is censored.
    assert (found["value"], found["unit"], found["n"], found["state"]) == (22.1 * 3600, "seconds", 23_362, "ok")
    assert str(found["reason"]).startswith("1,556 left out")


def test_the_command_says_which_share_was_reopened_and_which_kept_its_service_level(
    measured: dict[str, dict[str, object]],
) -> None:
    reopened, met = measured["reopen_rate"], measured["sla_met_rate"]

    assert (reopened["value"], reopened["n"]) == (275 / 24_918, 24_918)
    assert (met["value"], met["n"]) == (1 - 9_115 / 24_918, 24_918)


def test_an_incident_log_has_no_answers_to_customers_and_the_command_says_so(
    measured: dict[str, dict[str, object]],
) -> None:
    found = measured["time_to_first_response"]

    assert (found["value"], found["n"], found["state"]) == (None, 0, "empty")
    assert str(found["reason"]).startswith("no source records answers to customers")
