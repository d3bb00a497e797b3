"""Writes down what a cell of the map counts as a query over the contract tables, so that anybody can check the number."""

from __future__ import annotations

from collections.abc import Sequence

from clew.app.view.map.things import metric_asked
from clew.app.view.map.word import CellWord, ColumnWord
from clew.app.view.selection import Selection
from clew.app.view.values.definition_text import definition_sql
from clew.app.view.view import View
from clew.maps import METRIC_LANE, WAITS, touchpoints

SECOND_US = 1_000_000
LAST = "ORDER BY n DESC, entry"


def cell_sql(view: View, word: CellWord, selection: Selection) -> str:
    """Return the query of all entries of the word's cell: ``entry, n, journeys``, the most frequent first.

    For the journeys that come to a column it is ``n`` alone, for a metric ``part, journeys, mean, median`` of what they contribute.
    """
    steps = _steps(view, word.column)
    if word.lane == METRIC_LANE[0] and word.entry is not None:
        metric, _ = metric_asked(word.entry)
        query = _metric(definition_sql(metric, view.settings), steps)
    else:
        query = _COUNTED[word.lane](steps) if word.lane in _COUNTED else _reach(steps)
    return query if selection.is_everything else _among(selection, query)


def _steps(view: View, word: ColumnWord) -> str:
    """Return the condition on a step ``s`` to stand in the column, and of its journey to be looked at."""
    conditions = [f"s.stage = {literal(word.stage)}"]
    if word.step is not None:
        _, keys = touchpoints(view.build)
        named = [keys[code] for code in word.step.codes(keys)]
        if word.step.is_rest:
            named = sorted(set(keys) - set(named))
        either = "NOT IN" if word.step.is_rest else "IN"
        conditions.append(f"s.channel || '|' || coalesce(s.touchpoint, '') {either} ({literals(named)})")
    return " AND ".join(conditions)


def _grouped(entry: str, source: str, where: str) -> str:
    return (
        f"SELECT {entry} AS entry, count(*) AS n, count(DISTINCT s.journey_id) AS journeys\n"
        f"FROM {source}\nWHERE {where}\nGROUP BY entry\n{LAST}"
    )


def _channels(steps: str) -> str:
    return _grouped("s.channel", "steps s", steps)


def _touchpoints(steps: str) -> str:
    return _grouped("s.channel || '|' || coalesce(s.touchpoint, '')", "steps s", steps)


def _doing(steps: str) -> str:
    return _grouped("s.channel || '|' || s.kind", "steps s", f"{steps} AND s.party = 'customer'")


def _waits(steps: str) -> str:
    bounds = "".join(
        f" WHEN s.wait_before_us < {limit * SECOND_US} THEN '{place}'"
        for place, (limit, _) in enumerate(WAITS)
        if limit
    )
    return _grouped(f"CASE{bounds} ELSE '{len(WAITS) - 1}' END", "steps s", f"{steps} AND s.wait_before_us IS NOT NULL")


def _handoffs(steps: str) -> str:
    return _grouped(
        "h.from_channel || '>' || h.to_channel", "handoffs h JOIN steps s USING (journey_id, position)", steps
    )


def _leavings(steps: str) -> str:
    return (
        "WITH here AS (\n"
        f"  SELECT s.journey_id, max(s.position) AS last FROM steps s WHERE {steps} GROUP BY s.journey_id\n"
        ")\n"
        "SELECT coalesce('>' || f.stage, j.outcome) AS entry, count(*) AS n, count(*) AS journeys\n"
        "FROM here JOIN journeys j USING (journey_id)\n"
        "LEFT JOIN steps f ON f.journey_id = here.journey_id AND f.position = here.last + 1\n"
        f"GROUP BY entry\n{LAST}"
    )


_COUNTED = {
    "channels": _channels,
    "touchpoints": _touchpoints,
    "doing": _doing,
    "waits": _waits,
    "handoffs": _handoffs,
    "outcomes": _leavings,
}


def _reach(steps: str) -> str:
    return f"SELECT count(DISTINCT s.journey_id) AS n\nFROM steps s\nWHERE {steps}"


def _metric(contributions: str, steps: str) -> str:
    return (
        "SELECT part, count(*) AS journeys, avg(value) AS mean, median(value) AS median\n"
        f"FROM (\n{contributions}\n)\n"
        f"WHERE journey_id IN (SELECT s.journey_id FROM steps s WHERE {steps})\n"
        "GROUP BY part\nORDER BY part"
    )


def _among(selection: Selection, query: str) -> str:
    """Return the query over the selected journeys only: tables of the same names that hold nothing else."""
    conditions = []
    if selection.since_us is not None:
        conditions.append(f"started_us >= {selection.since_us}")
    if selection.until_us is not None:
        conditions.append(f"started_us < {selection.until_us}")
    for column in ("first_channel", "issue", "outcome", "source"):
        words: tuple[str, ...] = getattr(selection, column)
        if words:
            conditions.append(f"coalesce({column}, '') IN ({literals(words)})")
    if selection.channel:
        conditions.append(
            f"journey_id IN (SELECT journey_id FROM main.steps WHERE channel IN ({literals(selection.channel)}))"
        )
    chosen = f"chosen AS (\n  SELECT journey_id FROM main.journeys\n  WHERE {' AND '.join(conditions)}\n)"
    narrowed = "".join(
        f",\n{table} AS (SELECT * FROM main.{table} WHERE journey_id IN (FROM chosen))"
        for table in ("journeys", "steps", "handoffs")
    )
    begun = f"WITH {chosen}{narrowed}"
    return f"{begun},\n{query.removeprefix('WITH ')}" if query.startswith("WITH ") else f"{begun}\n{query}"


def literals(words: Sequence[str]) -> str:
    """Return words as SQL literals."""
    return ", ".join(literal(word) for word in words) or "NULL"


def literal(word: str) -> str:
    """Return a word as an SQL literal; the query is shown and copied, and no part of it is taken from a request unread.

    >>> print(literal("it's"))
    'it''s'
    """
    return "'" + word.replace("'", "''") + "'"
