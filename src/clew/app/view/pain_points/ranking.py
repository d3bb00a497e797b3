"""What each detector found on the journeys looked at, the heaviest first: how often, on which share, and whether it grows."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.view.handoffs.change import DAY_US, FOLLOWED_DAYS
from clew.app.view.pain_points.found import FoundPoints, found_points
from clew.app.view.pain_points.looked_for import not_looked_for
from clew.app.view.pain_points.word import ANY
from clew.app.view.selection import Selection
from clew.app.view.values.compare import Spans, spans, within
from clew.app.view.view import View
from clew.metrics import Difference, difference
from clew.model import MetricValue
from clew.pain_points import Detector, journey_share, known_detectors


@dataclass(frozen=True)
class ShareChange:
    """The share of journeys with a finding in their first days, in one period and in the one before it."""

    now: MetricValue
    before: MetricValue
    difference: Difference


@dataclass(frozen=True)
class PainPointLine:
    """One detector over the journeys looked at; ``found`` and ``journeys`` are None where it wasn't looked for.

    ``share`` is of all journeys looked at. ``severity`` is the mean of what was found, ``amount`` the median in the
    detector's unit over the ``amounts`` findings that have one, None where none has. ``weight`` is findings times severity: what the list is ranked by.
    """

    detector: Detector
    found: int | None
    journeys: int | None
    share: MetricValue
    severity: float
    amount: float | None
    amounts: int
    change: ShareChange | None

    @property
    def weight(self) -> float:
        """Findings times severity."""
        return (self.found or 0) * self.severity


@dataclass(frozen=True)
class PainPoints:
    """All detectors, the heaviest first; ``hurt`` is the share of journeys on which any of them found something.

    ``spans`` are the periods of the changes, None where the data don't reach back far enough.
    """

    lines: tuple[PainPointLine, ...]
    found: int
    hurt: MetricValue
    hurt_journeys: int
    spans: Spans | None


def pain_points(view: View, selection: Selection) -> PainPoints:
    """Return what each detector found on the journeys of the selection."""
    points, chosen = found_points(view), view.chosen(selection)
    periods = _periods(view, selection)
    lines = [_line(view, points, detector, chosen, periods) for detector in known_detectors().values()]
    lines.sort(key=lambda line: (line.found is None, -line.weight, line.detector.title))
    hurt = _holding(view, points.journey)[chosen]
    missing = all(line.found is None for line in lines)
    reason = not_looked_for(view, lines[0].detector) if missing else ""
    share = journey_share(ANY, "Any pain point", hurt, view.journeys.customer.codes[chosen], reason)
    return PainPoints(
        tuple(lines), int(chosen[points.journey].sum()), share, int(hurt.sum()), periods.spans if periods else None
    )


def _in_first_days(view: View, points: FoundPoints) -> NDArray[np.bool_]:
    """Say of each finding whether it shows in the days in which a journey is followed for a change."""
    moment_us = view.steps.occurred_us[points.step]
    return moment_us <= view.journeys.started_us[points.journey] + FOLLOWED_DAYS * DAY_US


@dataclass(frozen=True)
class _Periods:
    """The journeys of two periods that are old enough to be followed."""

    spans: Spans
    now: NDArray[np.bool_]
    before: NDArray[np.bool_]


def _periods(view: View, selection: Selection) -> _Periods | None:
    found = spans(view, selection)
    if found is None or found.before is None:
        return None
    zone = ZoneInfo(view.settings.time_zone)
    followed = view.journeys.started_us <= view.journeys.ended_us.max() - FOLLOWED_DAYS * DAY_US
    now, before = (view.chosen(within(selection, span, zone)) & followed for span in (found.now, found.before))
    return _Periods(found, now, before)


def _line(
    view: View, points: FoundPoints, detector: Detector, chosen: NDArray[np.bool_], periods: _Periods | None
) -> PainPointLine:
    customers, missing = view.journeys.customer.codes, not_looked_for(view, detector)
    mine = points.of(detector.name)
    rows = np.flatnonzero(mine & chosen[points.journey])
    hurt = _holding(view, points.journey[rows])[chosen]
    share = journey_share(detector.name, detector.title, hurt, customers[chosen], missing)
    if missing:
        return PainPointLine(detector, None, None, share, detector.severity, None, 0, None)
    severity = float(points.severity[rows].mean()) if len(rows) else detector.severity
    amounts = points.amount[rows][~np.isnan(points.amount[rows])]
    amount = float(np.median(amounts)) if len(amounts) else None
    change = _change(view, points, mine, detector, periods) if periods else None
    return PainPointLine(detector, len(rows), int(hurt.sum()), share, severity, amount, len(amounts), change)


def _change(
    view: View, points: FoundPoints, mine: NDArray[np.bool_], detector: Detector, periods: _Periods
) -> ShareChange:
    hurt = _holding(view, points.journey[mine & _in_first_days(view, points)])
    now, before = (
        journey_share(detector.name, detector.title, hurt[chosen], view.journeys.customer.codes[chosen])
        for chosen in (periods.now, periods.before)
    )
    return ShareChange(now, before, difference(now, before))


def _holding(view: View, journeys: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Say of each journey whether it is among these."""
    there = np.zeros(len(view.journeys), dtype=bool)
    there[journeys] = True
    return there
