"""The busiest journeys: the paths most of them take, and what most of them are about; the rest stands as other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.handoffs.word import UNTOLD
from clew.app.view.paths.making import Making
from clew.app.view.paths.variants import variant_list
from clew.app.view.values.breakdown import marks
from clew.app.view.view import View

SHOWN = 6


@dataclass(frozen=True)
class BusyPath:
    """One path, or all others (``channels`` is None); ``resolved`` of the ``told`` journeys ended with a solution."""

    channels: tuple[str, ...] | None
    variants: int
    n: int
    share: float
    resolved: int
    told: int
    median_duration_seconds: float | None
    through: str


@dataclass(frozen=True)
class BusyIssue:
    """One issue, or all others (``issue`` is None)."""

    issue: str | None
    issues: int
    n: int
    share: float
    through: str


@dataclass(frozen=True)
class BusyJourneys:
    """Both lists sum to ``journeys``."""

    journeys: int
    paths: tuple[BusyPath, ...]
    issues: tuple[BusyIssue, ...]


def busy_journeys(view: View, chosen: NDArray[np.bool_]) -> BusyJourneys:
    """Return the paths and issues that most of the chosen journeys have."""
    return BusyJourneys(int(np.count_nonzero(chosen)), _paths(view, chosen), _issues(view, chosen))


def _paths(view: View, chosen: NDArray[np.bool_]) -> tuple[BusyPath, ...]:
    listed = variant_list(view, chosen, Making(), SHOWN)
    told = [at for at, name in enumerate(listed.outcomes) if name not in UNTOLD]
    resolved = [at for at in told if listed.outcomes[at] == "resolved"]
    return tuple(
        BusyPath(
            None if row.codes is None else tuple(listed.level_channels[code] for code in row.codes),
            row.variants,
            row.n,
            row.share,
            sum(row.outcomes[at] for at in resolved),
            sum(row.outcomes[at] for at in told),
            row.median_duration_seconds,
            row.through,
        )
        for row in listed.rows
    )


def _issues(view: View, chosen: NDArray[np.bool_]) -> tuple[BusyIssue, ...]:
    issues = view.journeys.issue
    counts = np.bincount(issues.codes[chosen], minlength=len(issues.names))
    whole = int(counts.sum())
    ranked = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-int(counts[code]), issues.names[code]))
    top = ranked if len(ranked) <= SHOWN + 1 else ranked[:SHOWN]
    found = [
        BusyIssue(issues.names[code], 1, int(counts[code]), int(counts[code]) / whole, f"issue:={issues.names[code]}")
        for code in top
    ]
    rest = whole - sum(each.n for each in found)
    if rest:
        found.append(
            BusyIssue(
                None, len(ranked) - len(top), rest, rest / whole, f"issue:!={marks(issues.names[code] for code in top)}"
            )
        )
    return tuple(found)
