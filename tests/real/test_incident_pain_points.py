"""The incident log's repeats, reopenings, reassignments and ping-pong: Clew's figures are those of the data's README and of the log.

The README takes an incident's last caller and category, counts a pair of incidents without a category as alike, and looks at
the caller's very next incident. Clew takes the first caller named, knows nothing of issues that nobody named, and looks at the
next incident of the same issue that a caller brought, not one the back office opened itself. Each definition is applied to both, so that every figure is met twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import duckdb
import pytest

#: The raw log, one row a saved state in the order in which they were saved; built here, from the file itself.
RAW = """
CREATE TABLE log AS SELECT *, row_number() OVER (PARTITION BY number ORDER BY sys_mod_count::INT, line) AS state
FROM (SELECT *, row_number() OVER () AS line FROM read_csv($1, all_varchar = true, nullstr = '?'))
"""
SEVEN_DAYS = 7 * 86_400 * 1_000_000
OURS = "JOIN journeys USING (journey_id) WHERE source = 'servicenow'"


@pytest.fixture(scope="module")
def log(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The log as it is, read without Clew."""
    folder = tmp_path_factory.mktemp("log")
    with ZipFile(shared_data / "service_desk_incidents" / "incident_event_log.csv.zip") as packed:
        (name,) = packed.namelist()
        packed.extract(name, folder)
    with duckdb.connect() as connection:
        connection.execute(RAW, [str(folder / name)])
        yield connection


def one(tables: duckdb.DuckDBPyConnection, query: str) -> tuple[object, ...]:
    (row,) = tables.execute(query).fetchall()
    return tuple(row)


#: Groups of an incident in their order; an incident bounces where one that had it before gets it back.
BOUNCED = """
WITH stamped AS (
  SELECT *, strptime(CASE WHEN state = 1 THEN opened_at ELSE sys_updated_at END, '%d/%m/%Y %H:%M') AS saved FROM log
), placed AS (
  SELECT *, row_number() OVER (PARTITION BY number ORDER BY {order}) AS place FROM stamped
), named AS (
  SELECT number, assignment_group, lag(assignment_group) OVER (PARTITION BY number ORDER BY place) AS before,
    row_number() OVER (PARTITION BY number, assignment_group ORDER BY place) AS time
  FROM placed WHERE assignment_group IS NOT NULL AND (state > 1 OR place = 1)
)
SELECT count(DISTINCT number), count(*) FROM named WHERE before <> assignment_group AND time > 1
"""


def test_as_many_incidents_bounce_between_groups_as_in_the_log(
    tables: duckdb.DuckDBPyConnection, log: duckdb.DuckDBPyConnection
) -> None:
    found = f"SELECT count(DISTINCT journey_id), count(*) FROM pain_points {OURS} AND detector = 'ping_pong'"

    # Two incidents' states were saved in another order than their times tell; Clew goes by time.
    assert one(log, BOUNCED.format(order="state")) == (2_629, 4_974)
    assert one(tables, found) == one(log, BOUNCED.format(order="saved, line")) == (2_627, 4_972)


def test_as_many_incidents_are_reopened(tables: duckdb.DuckDBPyConnection) -> None:
    found = f"SELECT count(DISTINCT journey_id) FROM pain_points {OURS} AND detector = 'reopening'"

    assert one(tables, found) == (275,)


def test_as_many_incidents_are_reassigned_as_their_log_counts(tables: duckdb.DuckDBPyConnection) -> None:
    # The log counts reassignments that it doesn't show (to a group that isn't saved): the count stays among the attributes.
    counted = """SELECT count(DISTINCT case_ref) FROM interactions
    WHERE source = 'servicenow' AND CAST(attributes ->> 'reassignment_count' AS INT) > 0"""

    assert one(tables, counted) == (11_369,)


def test_as_many_callers_come_again_within_seven_days_and_about_the_same(tables: duckdb.DuckDBPyConnection) -> None:
    again = f"""
    WITH incidents AS (
      SELECT case_ref, min(occurred_us) FILTER (kind <> 'status') AS opened_us,
        arg_max(identifiers[1], source_row) FILTER (identifiers IS NOT NULL) AS caller, arg_max(issue, source_row) AS category
      FROM interactions WHERE source = 'servicenow' GROUP BY case_ref
    ), followed AS (
      SELECT *, lead(opened_us) OVER calls AS next_us, lead(category) OVER calls AS next_category
      FROM incidents WHERE caller IS NOT NULL WINDOW calls AS (PARTITION BY caller ORDER BY opened_us, case_ref)
    )
    SELECT count(*), count(*) FILTER (category IS NOT DISTINCT FROM next_category)
    FROM followed WHERE next_us - opened_us <= {SEVEN_DAYS}
    """

    assert one(tables, again) == (12_199, 3_837)


def test_the_same_issue_comes_again_as_often_as_in_the_log(
    tables: duckdb.DuckDBPyConnection, log: duckdb.DuckDBPyConnection
) -> None:
    again = """
    WITH incidents AS (
      SELECT number, arg_min(caller_id, state) FILTER (caller_id IS NOT NULL) AS caller, arg_max(category, state) AS category,
        strptime(arg_max(opened_at, state), '%d/%m/%Y %H:%M') AS opened FROM log GROUP BY number
      HAVING arg_max(contact_type, state) <> 'Direct opening'
    ), followed AS (
      SELECT *, lead(opened) OVER (PARTITION BY caller, category ORDER BY opened, number) AS next
      FROM incidents WHERE caller IS NOT NULL AND category IS NOT NULL
    )
    SELECT count(*) FROM followed WHERE next - opened < INTERVAL 7 DAY
    """
    found = f"SELECT count(*) FROM pain_points {OURS} AND detector = 'repeat_journey'"

    assert one(tables, found) == one(log, again) == (4_856,)
