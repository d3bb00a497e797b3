"""Which pairs of records are looked at: those that share something telling, as comparing everybody with everybody can't be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb

#: What two records may share to be compared, the most telling first.
CANDIDATES: tuple[tuple[str, ...], ...] = (
    ("official_number",),
    ("email",),
    ("phone",),
    ("birth_date", "both_names"),
    ("both_names", "postcode"),
    ("both_names", "city"),
    ("last_name", "birth_date"),
    ("first_name", "birth_date"),
    ("email_name",),
    ("birth_date",),
    ("both_names",),
    ("street", "postcode"),
    ("first_name", "postcode"),
    ("last_name", "postcode"),
    ("last_name", "birth_year"),
    ("first_name", "birth_year"),
    ("last_name", "birth_day"),
    ("first_name", "birth_day"),
    ("last_name", "city"),
    ("first_name", "city"),
    ("birth_year", "postcode"),
    ("first_name_start", "last_name_start", "birth_year"),
    ("first_name_start", "last_name_start", "city"),
    ("first_name_start", "last_name_start", "postcode_start"),
    ("birth_year", "city"),
    ("birth_day", "city"),
    ("first_name_start", "last_name_start"),
    ("last_name",),
    ("street",),
    ("postcode",),
    ("first_name_start", "birth_year"),
    ("last_name_start", "birth_year"),
    ("first_name",),
    ("city", "occupation"),
)

#: Never compare more pairs than this, whatever the number of records.
MOST_PAIRS = 20_000_000


@dataclass(frozen=True)
class Blocking:
    """Columns that two records must share to be compared, and how many pairs do."""

    columns: tuple[str, ...]
    pairs: int

    def condition(self, between_sources: bool) -> str:
        """Return it as Splink reads it: ``l`` and ``r`` are the two records."""
        same = " AND ".join(f'l."{column}" = r."{column}"' for column in self.columns)
        return f"{same} AND l.source <> r.source" if between_sources else same


def choose_blockings(
    connection: duckdb.DuckDBPyConnection,
    columns: Sequence[str],
    between_sources: bool = False,
    most_pairs: int = MOST_PAIRS,
) -> list[Blocking]:
    """Return the blockings to use on the session's ``people``: each candidate, most telling first, that still fits.

    One that would take more than a quarter of what is left alone is passed over, so that no single common value (a default birth date, a
    big city) uses up what the others need. Pairs that several share count each time, so the true number is lower.
    """
    chosen: list[Blocking] = []
    left = most_pairs
    for blocking in count_pairs(connection, possible(CANDIDATES, columns), between_sources):
        if 0 < blocking.pairs <= max(left // 4, 0):
            chosen.append(blocking)
            left -= blocking.pairs
    return chosen


def count_pairs(
    connection: duckdb.DuckDBPyConnection, candidates: Iterable[tuple[str, ...]], between_sources: bool = False
) -> list[Blocking]:
    """Count for each candidate how many pairs of the session's ``people`` share all of its columns."""
    counted = []
    for columns in candidates:
        there = " AND ".join(f"{column} IS NOT NULL" for column in columns)
        by = ", ".join(columns)
        if between_sources:
            sql = f"""SELECT coalesce(sum((total * total - squares) / 2), 0) FROM (
              SELECT sum(n) AS total, sum(n * n) AS squares FROM (
                SELECT {by}, source, count(*) AS n FROM people WHERE {there} GROUP BY {by}, source) GROUP BY {by})"""
        else:
            sql = f"SELECT coalesce(sum(n * (n - 1) / 2), 0) FROM (SELECT count(*) AS n FROM people WHERE {there} GROUP BY {by})"
        counted.append(Blocking(columns, int(connection.execute(sql).fetchall()[0][0])))
    return counted


def possible(candidates: Iterable[tuple[str, ...]], columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the candidates all of whose columns are there."""
    return [each for each in candidates if all(column in columns for column in each)]
