"""Chooses the time format of each time column of the drafts, from the whole column where day and month could be mixed up."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary

import duckdb

from clew.channels.connector import TIME_COLUMNS
from clew.channels.staging import UNDATED
from clew.channels.time_format import (
    OrderEvidence,
    TimeFormat,
    decide_time_format,
    order_evidence_sql,
    time_format_named,
)

SAMPLE = 2000


def sampled_times(
    connection: duckdb.DuckDBPyConnection, drafts: str, zone: str, forced: Dictionary[str, str]
) -> dict[str, TimeFormat]:
    """Return the formats of the draft time columns that ``drafts`` fills; ``forced`` families (by draft column) hold."""
    chosen: dict[str, TimeFormat] = {}
    for column in TIME_COLUMNS:
        if column in forced:
            chosen[column] = time_format_named(forced[column], zone)
            continue
        values = connection.execute(
            f"SELECT {column} FROM {drafts} WHERE {column} IS NOT NULL AND {column} <> '{UNDATED}' LIMIT {SAMPLE}"
        ).fetchall()
        decided = decide_time_format([value for (value,) in values], zone)
        if decided is not None:
            chosen[column] = decided
    return chosen


def doubtful(times: Dictionary[str, TimeFormat], forced: Dictionary[str, str]) -> list[str]:
    """Return the columns whose day and month order has to be read off the whole column."""
    return [
        name for name, chosen in times.items() if chosen.family in ("day_first", "month_first") and name not in forced
    ]


def evidence_in(connection: duckdb.DuckDBPyConnection, drafts: str, column: str) -> OrderEvidence:
    """Count the evidence of day and month order in a column of ``drafts``."""
    (row,) = connection.execute(order_evidence_sql(column, drafts)).fetchall()
    return OrderEvidence(*row)


def settled(
    connection: duckdb.DuckDBPyConnection,
    drafts: str,
    zone: str,
    times: Dictionary[str, TimeFormat],
    evidence: Dictionary[str, OrderEvidence],
) -> dict[str, TimeFormat]:
    """Return the formats with the doubtful columns decided by their evidence, all of one source's columns together."""
    together = sum(evidence.values(), OrderEvidence(0, 0, 0))
    final = dict(times)
    for column in evidence:
        values = connection.execute(
            f"SELECT {column} FROM {drafts} WHERE {column} IS NOT NULL LIMIT {SAMPLE}"
        ).fetchall()
        decided = decide_time_format([value for (value,) in values if value != UNDATED], zone, together)
        if decided is not None:
            final[column] = decided
    return final
