"""One metric split by what journeys are: the most frequent words each, all the rest as one explicit other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clew.app.view.values.grouped import GroupValue, grouped, grouped_values
from clew.app.view.view import View
from clew.journeys import Words
from clew.maps import channel_title, ending_title

By = Literal["first_channel", "last_channel", "issue", "outcome", "source", "bounded_by"]
DIMENSIONS: tuple[By, ...] = ("first_channel", "last_channel", "issue", "outcome", "source", "bounded_by")
#: So many words get a line of their own.
SHOWN = 12


@dataclass(frozen=True)
class BreakdownRow:
    """The journeys with one word; ``word`` is None for other, which gathers ``words`` of them. ``through`` opens those that n counts."""

    word: str | None
    title: str
    words: int
    group: GroupValue
    through: str


def breakdown(view: View, metric: str, chosen: NDArray[np.bool_], by: By) -> list[BreakdownRow]:
    """Return the metric for each word of a column, most journeys first; every chosen journey is in exactly one row."""
    column = dimension(view, by)
    at = np.flatnonzero(chosen)
    codes = column.codes[at]
    counts = np.bincount(codes, minlength=len(column.names))
    ranked = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-int(counts[code]), column.names[code]))
    # A rest of one word is named like the others.
    top = ranked if len(ranked) <= SHOWN + 1 else ranked[:SHOWN]
    place = np.full(len(column.names), len(top), dtype=np.int64)
    place[top] = np.arange(len(top))
    rest = len(ranked) - len(top)
    values = grouped_values(view, metric, grouped(at, place[codes], len(top) + (rest > 0)))
    names = [column.names[code] for code in top]
    rows = [
        BreakdownRow(name, title(by, name), 1, value, f"{value.through}/{by}={name}")
        for name, value in zip(names, values, strict=False)
    ]
    if rest:
        rows.append(BreakdownRow(None, "Other", rest, values[-1], f"{values[-1].through}/{by}!={marks(names)}"))
    return rows


def dimension(view: View, by: By) -> Words:
    """Return the column of words that journeys are split by."""
    found = getattr(view.journeys, by)
    assert isinstance(found, Words)
    return found


def title(by: By, word: str) -> str:
    """Return how a word of the column is called."""
    if by in ("first_channel", "last_channel"):
        return channel_title(word)
    if by == "outcome":
        return ending_title(word)
    return word or "not named"


def marks(names: Iterable[str]) -> str:
    """Return short marks that stand for words where an address means all others; it stays short whatever the words."""
    return ",".join(hashlib.sha256(name.encode()).hexdigest()[:10] for name in names)
