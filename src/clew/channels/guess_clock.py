"""Finds the column with the time of day where a table keeps it apart from the date, and says how sure a time is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clew.channels.guess_columns import ColumnLook

_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?")
#: How spreadsheets write a day alone.
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?$")
_MOST = 0.9
#: Times of day that are somebody's length of time, not when something happened.
_LENGTHS = frozenset(("duration", "talk", "wait", "hold", "handle", "length", "dauer", "end", "ended", "closed"))


def clock_column(date: ColumnLook, looks: Sequence[ColumnLook]) -> ColumnLook | None:
    """Return the column that holds the clock to ``date``'s days, or None where the dates have their own, or none is there."""
    if any(_has_clock(value) for value in date.distinct[:200]):
        return None
    clocks = [
        look
        for look in looks
        if look is not date
        and look.values
        and not _LENGTHS & set(look.words)
        and sum(bool(_CLOCK.fullmatch(value.strip())) for value in look.values) >= _MOST * len(look.values)
    ]
    named = [look for look in clocks if {"time", "zeit", "uhrzeit", "hora", "heure", "start"} & set(look.words)]
    return (named or clocks or [None])[0]


def days_remark(date: ColumnLook, clock: ColumnLook | None) -> list[str]:
    """Return what to say aloud where a column holds days and no other one the times to them."""
    if clock is not None or not date.values or any(_has_clock(value) for value in date.values) or date.numbers > _MOST:
        return []
    return [f"{date.name} holds days without a time: all that happened on a day counts as at its start"]


def time_confidence(time: ColumnLook, named: float, *, alone: bool) -> float:
    """Return how sure a time column is (0..1), from its name's score: stamps year first, ``alone`` in the table, leave no doubt."""
    stamps = time.time is not None and time.time.family == "iso" and all(":" in value for value in time.distinct)
    return max(named, 0.95) if alone and stamps else named or 0.5


def _has_clock(value: str) -> bool:
    return ":" in _MIDNIGHT.sub("", value.strip())
