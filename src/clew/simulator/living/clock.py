"""When things happen: days and hours of the week on which problems arise, and when a desk is open next (UTC)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from clew.simulator.chance import Chance
from clew.simulator.scenario import Burst, Drift, Scenario

MINUTE = 60
HOUR = 3600
DAY = 86_400


def weekday(at: int) -> int:
    """Return the day of the week, 0 = Monday.

    >>> weekday(0)  # 1970 began on a Thursday
    3
    """
    return (at // DAY + 3) % 7


def next_open(opens: int, closes: int, days: int, at: int) -> int:
    """Return the first second at or after ``at`` at which a desk is open: from ``opens`` to ``closes`` o'clock, ``days`` a week.

    >>> next_open(9, 17, 5, 0) // HOUR, next_open(9, 17, 5, 18 * HOUR) // HOUR
    (9, 33)
    """
    while True:
        day = at // DAY
        if (day + 3) % 7 < days:
            into = at - day * DAY
            if into < opens * HOUR:
                return day * DAY + opens * HOUR
            if into < closes * HOUR:
                return at
        at = (day + 1) * DAY


def drift(drifts: Sequence[Drift], what: str, day: int) -> float:
    """Return the factor of all drifts in force on a day of the world (0 = the first)."""
    factor = 1.0
    for each in drifts:
        if each.what == what and each.from_day <= day < each.until_day:
            factor *= each.factor
    return factor


class Calendar:
    """Draws moments of a period as a scenario's weekdays, hours, drifts and months weigh them."""

    def __init__(self, scenario: Scenario, begin: int, days: int) -> None:
        self.begin = begin
        self.days = days
        self._weights = [
            scenario.weekdays[weekday(begin + day * DAY)] * drift(scenario.drifts, "demand", day) for day in range(days)
        ]
        self._all = list(accumulate(self._weights))
        self._hours = list(accumulate(scenario.hours))
        self._early: list[float] | None = None
        #: How much more is asked for in the period than the weekdays alone would make it.
        plain = sum(scenario.weekdays[weekday(begin + day * DAY)] for day in range(days))
        self.demand = self._all[-1] / plain if plain else 1.0

    def moment(self, chance: Chance) -> int:
        """Return a moment of the period."""
        return self._on(_place(self._all, chance), chance)

    def early_in_month(self, chance: Chance) -> int:
        """Return a moment on the first ten days of a month; any moment where the period has none of them."""
        if self._early is None:
            early = [
                weight if _day_of_month(self.begin + day * DAY) <= 10 else 0.0
                for day, weight in enumerate(self._weights)
            ]
            self._early = list(accumulate(early)) if any(early) else self._all
        return self._on(_place(self._early, chance), chance)

    def in_burst(self, burst: Burst, chance: Chance) -> int:
        """Return a moment within a burst; it may lie behind the period."""
        return self.begin + burst.day * DAY + 8 * HOUR + int(chance.unit() * chance.unit() * burst.hours * HOUR)

    def _on(self, day: int, chance: Chance) -> int:
        hour = _place(self._hours, chance)
        return self.begin + day * DAY + hour * HOUR + int(chance.unit() * HOUR)


def _place(running: list[float], chance: Chance) -> int:
    return min(bisect_right(running, chance.unit() * running[-1]), len(running) - 1)


def _day_of_month(at: int) -> int:
    return date.fromordinal(719_163 + at // DAY).day
