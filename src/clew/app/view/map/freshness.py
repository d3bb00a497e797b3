"""How new the data behind each cell are, and since when its sources have been silent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.maps import Tally

DAY_US = 86_400_000_000


@dataclass(frozen=True)
class SourceFreshness:
    """A source and the moment of the newest thing it told; ``is_silent`` when the others have gone on without it for long."""

    source: str
    newest_us: int
    is_silent: bool


def sources(view: View) -> dict[str, SourceFreshness]:
    """Return each source's freshness. Silent for long is longer than an open journey may be (``open_days`` in clew.toml)."""
    return view.remembered(("map", "sources"), lambda: _sources(view))


def _sources(view: View) -> dict[str, SourceFreshness]:
    with view.session() as session:
        rows = session.execute("SELECT source, max(occurred_us) FROM interactions GROUP BY source").fetchall()
    newest = max((moment for _, moment in rows), default=0)
    limit = newest - round(view.settings.windows.open_days * DAY_US)
    return {source: SourceFreshness(source, moment, moment < limit) for source, moment in rows}


def sources_of(view: View, journeys: NDArray[np.bool_]) -> list[SourceFreshness]:
    """Return the sources in which these journeys began, the newest first."""
    column = view.journeys.source
    there = np.bincount(column.codes[journeys], minlength=len(column.names))
    found = [sources(view)[name] for name, n in zip(column.names, there, strict=True) if n and name in sources(view)]
    return sorted(found, key=lambda each: (-each.newest_us, each.source))


def silent_since(view: View, tally: Tally, chosen: NDArray[np.bool_]) -> list[int | None]:
    """Return for each column the moment since which all sources of its journeys are silent; None where one still tells."""
    column = view.journeys.source
    width = max(len(column.names), 1)
    rows = np.flatnonzero(chosen[tally.journey] & tally.leads)
    at = tally.cell[rows] // max(len(tally.keys), 1) * width + column.codes[tally.journey[rows]]
    there = np.bincount(at, minlength=len(tally.columns) * width).reshape(len(tally.columns), width) > 0
    known = sources(view)
    silent = [known[name].newest_us if name in known and known[name].is_silent else None for name in column.names]
    return [_all_silent([silent[code] for code in np.flatnonzero(row).tolist()]) for row in there]


def _all_silent(moments: list[int | None]) -> int | None:
    told = [moment for moment in moments if moment is not None]
    return max(told) if moments and len(told) == len(moments) else None
