"""The paths that journeys take, most travelled first, with how those journeys end; all that aren't listed stand as other."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

from clew.app.view.paths.making import Making
from clew.app.view.paths.same_path import Variants, variants_of
from clew.app.view.paths.search import matching
from clew.app.view.view import View
from clew.journeys import grouped_medians
from clew.metrics import WITHHELD_BELOW

SECOND_US = 1_000_000


@dataclass(frozen=True)
class VariantRow:
    """One variant, or with ``variants`` of them all that aren't listed (``codes`` is None).

    ``outcomes`` has the journeys of each outcome, in the order of the list's; they sum to ``n``.
    """

    codes: tuple[int, ...] | None
    variants: int
    n: int
    share: float
    cumulative_share: float
    outcomes: tuple[int, ...]
    median_duration_seconds: float | None
    through: str


@dataclass(frozen=True)
class VariantList:
    """The listed variants, then other; their journeys sum to ``journeys``. ``matching`` variants fit the search."""

    level_titles: tuple[str, ...]
    level_channels: tuple[str, ...]
    level_names: tuple[str, ...]
    outcomes: tuple[str, ...]
    rows: tuple[VariantRow, ...]
    journeys: int
    variants: int
    matching: int
    matching_journeys: int


def variant_list(
    view: View,
    chosen: NDArray[np.bool_],
    making: Making,
    shown: int = 20,
    search: str = "",
) -> VariantList:
    """Return the ``shown`` most travelled variants that fit the search among the chosen journeys, and the rest as other."""
    every = variants_of(view, making)
    counts = every.counted(chosen)
    ranked = every.ranked(counts)
    fitting = ranked[matching(every, search)[ranked]] if search else ranked
    listed = listed_variants(every, counts, shown, search)
    group = np.full(len(every), len(listed), dtype=np.int64)
    group[listed] = np.arange(len(listed))
    rows = _rows(view, chosen, group[every.grouped.variant], len(listed) + 1)
    whole = int(chosen.sum())
    made: list[VariantRow] = []
    cumulative = 0
    for place, (n, outcomes, median) in enumerate(rows):
        is_other = place == len(listed)
        cumulative += n
        if n == 0:
            continue
        made.append(
            VariantRow(
                None if is_other else tuple(every.codes(int(listed[place])).tolist()),
                len(ranked) - len(listed) if is_other else 1,
                n,
                n / whole,
                cumulative / whole,
                outcomes,
                median,
                other_through(making, shown, search) if is_other else every.through(int(listed[place])),
            )
        )
    level = every.level
    return VariantList(
        level.titles,
        level.channels,
        level.words.names,
        view.journeys.outcome.names,
        tuple(made),
        whole,
        len(ranked),
        len(fitting),
        int(counts[fitting].sum()),
    )


def listed_variants(every: Variants, counts: NDArray[np.int64], shown: int, search: str) -> NDArray[np.int64]:
    """Return the variants that a list of so many shows, most travelled first; a single one more is shown as well."""
    ranked = every.ranked(counts)
    if search:
        ranked = ranked[matching(every, search)[ranked]]
    return ranked if not search and len(ranked) == shown + 1 else ranked[:shown]


def other_through(making: Making, shown: int, search: str) -> str:
    """Return the through word of all journeys whose variant isn't listed."""
    return f"variant-other:{making.word}/{shown}" + (f"/{quote(search, safe='')}" if search else "")


def _rows(
    view: View, chosen: NDArray[np.bool_], group_of_each: NDArray[np.int64], groups: int
) -> list[tuple[int, tuple[int, ...], float | None]]:
    """Return for each group of journeys how many there are, their outcomes, and their median duration in seconds."""
    journeys = view.journeys
    outcomes = len(journeys.outcome.names)
    group = group_of_each[chosen]
    counts = np.bincount(group * outcomes + journeys.outcome.codes[chosen], minlength=groups * outcomes)
    split = counts.reshape(groups, max(outcomes, 1)) if outcomes else counts.reshape(groups, 0)
    sizes = split.sum(axis=1)
    lasted = (journeys.ended_us - journeys.started_us)[chosen] / SECOND_US
    present = np.flatnonzero(sizes)
    place = np.zeros(groups, dtype=np.int64)
    place[present] = np.arange(len(present))
    medians = (
        dict(zip(present.tolist(), grouped_medians(lasted, place[group]).tolist(), strict=True)) if len(group) else {}
    )
    return [
        (int(n), tuple(split[at].tolist()), medians.get(at) if n >= WITHHELD_BELOW else None)
        for at, n in enumerate(sizes.tolist())
    ]
