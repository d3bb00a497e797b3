"""The support tweets: every row is stored or refused with its reason, and customers are those who write themselves."""

from __future__ import annotations

from pathlib import Path

import duckdb

import clew


def test_of_5_001_rows_one_is_refused_as_the_torn_rest_of_another(three_sets: Path) -> None:
    with clew.open(three_sets) as workspace:
        (line,) = [each for each in workspace.sources() if each.source == "social"]

    assert (line.received, line.stored, line.duplicate, line.quarantined, line.refused) == (5_001, 5_000, 0, 0, 1)


def test_everyone_who_writes_is_one_customer(tables: duckdb.DuckDBPyConnection) -> None:
    writers = tables.execute(
        "SELECT count(DISTINCT customer_id) FROM steps WHERE channel = 'social' AND party = 'customer'"
    ).fetchall()

    assert writers == [(1_443,)]


def test_no_answer_is_nobodys(tables: duckdb.DuckDBPyConnection) -> None:
    unknown = tables.execute("SELECT count(*) FROM journeys WHERE source = 'social' AND NOT identified").fetchall()

    assert unknown == [(0,)]
