"""What share of its cell each entry has among some journeys, with an interval that takes each journey as one voice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.maps import Tally
from clew.metrics import THIN_BELOW, WITHHELD_BELOW, ClusterSums, share_interval
from clew.model import MetricValue


@dataclass(frozen=True)
class Shares:
    """Sums over journeys for each cell (row: column, place: entry), and for each column: what variances are made of."""

    y: NDArray[np.float64]
    yy: NDArray[np.float64]
    yn: NDArray[np.float64]
    n: NDArray[np.float64]
    nn: NDArray[np.float64]
    journeys: NDArray[np.int64]
    newest_us: NDArray[np.int64]

    def share(self, column: int, entry: int, title: str) -> MetricValue:
        """Return the entry's share of its cell."""
        n, journeys = float(self.n[column]), int(self.journeys[column])
        if journeys < WITHHELD_BELOW:
            state, reason = ("withheld", f"only {journeys} journeys") if journeys else ("empty", "nothing of it then")
            return MetricValue("share", title, None, "ratio", int(n), None, None, state, reason)
        sums = ClusterSums(
            journeys,
            float(self.y[column, entry]),
            n,
            float(self.yy[column, entry]),
            float(self.yn[column, entry]),
            float(self.nn[column]),
        )
        low, high = share_interval(sums)
        state = "thin" if journeys < THIN_BELOW else "ok"
        return MetricValue("share", title, sums.estimate, "ratio", int(n), low, high, state, "")


def shares(tally: Tally, chosen: NDArray[np.bool_]) -> Shares:
    """Return the sums over the chosen journeys."""
    columns, entries = len(tally.columns), len(tally.keys)
    rows = np.flatnonzero(chosen[tally.journey])
    cell, count, whole = tally.cell[rows], tally.count[rows], tally.whole[rows]
    leads = np.flatnonzero(tally.leads[rows])
    column = cell[leads] // max(entries, 1)

    def by_cell(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        summed: NDArray[np.float64] = np.bincount(cell, weights, tally.size).astype(np.float64)
        return summed.reshape(columns, entries)

    def by_column(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(column, weights, columns).astype(np.float64)

    return Shares(
        y=by_cell(count),
        yy=by_cell(count * count),
        yn=by_cell(count * whole),
        n=by_column(whole[leads]),
        nn=by_column(whole[leads] ** 2),
        journeys=np.bincount(column, minlength=columns),
        newest_us=_newest(cell // max(entries, 1), tally.newest_us[rows], columns),
    )


def _newest(column: NDArray[np.int64], moment_us: NDArray[np.int64], columns: int) -> NDArray[np.int64]:
    """Return the newest moment in each column, -1 where there is none; rows come by column."""
    newest = np.full(columns, -1, dtype=np.int64)
    edges = np.searchsorted(column, np.arange(columns + 1))
    filled = np.flatnonzero(np.diff(edges))
    if len(filled):
        newest[filled] = np.maximum.reduceat(moment_us, edges[filled])
    return newest


def of_journeys(share_of: int, journeys: int, title: str) -> MetricValue:
    """Return the share that some journeys are of all, each being one voice."""
    if journeys < WITHHELD_BELOW:
        return MetricValue("share", title, None, "ratio", journeys, None, None, "withheld", f"only {journeys} journeys")
    hits, all_of_them = float(share_of), float(journeys)
    low, high = share_interval(ClusterSums(journeys, hits, all_of_them, hits, hits, all_of_them))
    return MetricValue("share", title, hits / all_of_them, "ratio", journeys, low, high, "ok", "")
