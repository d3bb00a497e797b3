"""How alike two records look that were taken at random, and so most likely are two people."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import duckdb

from clew.customers.matching.comparisons import Comparison

#: Random pairs that are looked at; rarer likenesses than one in a million can't be told from the sample.
SAMPLE_PAIRS = 1_000_000


def sample_likeness(
    connection: duckdb.DuckDBPyConnection, comparisons: Sequence[Comparison], between_sources: bool, seed: int
) -> list[list[float]]:
    """Return for each comparison the share of random pairs on each step, none of them 0.

    Pairs are each record of ``people`` with the one so many places further on, for places drawn with the seed: the same
    records give the same pairs on any machine, which a database's own sampling doesn't promise. Few records are compared
    all with all. How often two records agree exactly is counted over all pairs, as it is rare and matters most.
    """
    rows = int(connection.execute("SELECT count(*) FROM people").fetchall()[0][0])
    _write_sample(connection, comparisons, between_sources, _places(rows, seed), rows)
    return [_shares(connection, number, each) for number, each in enumerate(comparisons)]


def _places(rows: int, seed: int) -> list[int]:
    """Return how many places further on the other record of a pair stands."""
    half = (rows - 1) // 2
    wanted = min(half, math.ceil(SAMPLE_PAIRS / max(rows, 1)))
    return sorted(random.Random(seed).sample(range(1, half + 1), wanted)) if half else [1]  # noqa: S311 (no secret)


def _write_sample(
    connection: duckdb.DuckDBPyConnection,
    comparisons: Sequence[Comparison],
    between_sources: bool,
    places: Sequence[int],
    rows: int,
) -> None:
    """Write the session's ``sampled``: one row a random pair, the step of each comparison."""
    connection.execute("CREATE OR REPLACE TEMP TABLE places AS SELECT unnest($1::BIGINT[]) AS further", [list(places)])
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE placed AS SELECT *, row_number() OVER (ORDER BY record_id) - 1 AS place FROM people"
    )
    # The pairs stand in a table of their own: joined on the fly, DuckDB 2.0 compares all with all (154 s instead of 9).
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE drawn AS SELECT place AS one, (place + further) % $1 AS other FROM placed CROSS JOIN places",
        [rows],
    )
    used = sorted({column for each in comparisons for column in (each.column, *each.also)})
    sides = ", ".join(f'a."{column}" AS "{column}_l", b."{column}" AS "{column}_r"' for column in used)
    steps = ", ".join(f"{each.step} AS step_{number}" for number, each in enumerate(comparisons))
    only = "WHERE a.source <> b.source" if between_sources else ""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE sampled AS SELECT {steps} FROM (
          SELECT {sides} FROM drawn JOIN placed a ON a.place = one JOIN placed b ON b.place = other {only})"""
    )


def _shares(connection: duckdb.DuckDBPyConnection, number: int, comparison: Comparison) -> list[float]:
    """Return the share on each step, half a pair added to each so that none is impossible."""
    steps = len(comparison.words)
    counted = dict(
        connection.execute(
            f"SELECT step_{number}, count(*) FROM sampled WHERE step_{number} IS NOT NULL GROUP BY 1"
        ).fetchall()
    )
    total = sum(counted.values()) + steps / 2
    shares = [(counted.get(step, 0) + 0.5) / total for step in range(steps)]
    agreeing, there = connection.execute(
        f"""SELECT coalesce(sum(n * (n - 1) / 2), 0), coalesce(sum(n), 0) FROM (
          SELECT count(*) AS n FROM people WHERE {comparison.column} IS NOT NULL GROUP BY {comparison.column})"""
    ).fetchall()[0]
    if there > 1:
        shares[0] = (float(agreeing) + 0.5) / (float(there) * (float(there) - 1) / 2 + 1)
    whole = sum(shares)
    return [share / whole for share in shares]
