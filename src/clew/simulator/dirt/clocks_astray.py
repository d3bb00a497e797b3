"""Reads the clocks of desks, devices and switchboards, some of which go wrong by minutes or by whole hours."""

from __future__ import annotations

from clew.simulator.dirt.often import often
from clew.simulator.export import Block

#: Hours by which times slip that were written in a local time of the United States and called UTC.
_SLIPS = (-4, -5, -6, -7, -8)
_RIGHT: tuple[str, ...] = ()


class Clocks:
    """The clocks of one system in one block; each station (a desk, a device, a switchboard) keeps its own error.

    A share ``clock_skew`` of the stations is wrong by one to nine minutes; in a share ``zone_slip`` of the threads all
    times slip by whole hours.
    """

    def __init__(self, block: Block, system: str) -> None:
        self._dirt = block.scenario.dirt
        self._chance = block.chance("clocks", system)
        self._errors: dict[str | int, int] = {}
        self._slips: dict[str, int] = {}

    def skewed(self, at: int, station: str | int, thread: str = "") -> tuple[int, tuple[str, ...]]:
        """Return the seconds since 1970 as the station writes them, and what is wrong with them (clock_skew, zone_slip).

        Without a thread the slip is drawn for this moment alone.
        """
        error = self._errors.get(station)
        if error is None:
            error = self._errors[station] = self._error()
        slip = self._slips.get(thread)
        if slip is None:
            slip = 3600 * self._chance.one_of(_SLIPS) if often(self._chance, self._dirt.zone_slip) else 0
            if thread:
                self._slips[thread] = slip
        if not error and not slip:
            return at, _RIGHT
        tags = (*(("clock_skew",) if error else ()), *(("zone_slip",) if slip else ()))
        return at + error + slip, tags

    def _error(self) -> int:
        if not often(self._chance, self._dirt.clock_skew):
            return 0
        return self._chance.between(60, 540) * self._chance.one_of((-1, 1))
