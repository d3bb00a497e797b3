"""Repeats rows and delays them, as real systems do.

Shares come from the scenario (:class:`~clew.simulator.scenario.Dirt`) and are ratios from 0 to 1. What systems make of
clocks stands in :mod:`clew.simulator.dirt.clocks_astray`, what they make of people in :mod:`clew.simulator.dirt.written`.
"""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.export import Row
from clew.simulator.scenario import Dirt

_MILLION = 1_000_000
#: How many rows further down a repeated or late row may stand.
_FURTHER = 200


def soiled(rows: list[Row], dirt: Dirt, chance: Chance) -> list[Row]:
    """Return the rows with some repeated and some late; only interactions are touched.

    A repeated row stands further down once more, the same but for its verdict; a late one stands further down only. No
    row is both.
    """
    repeated = dirt.duplicate * _MILLION
    late = repeated + dirt.late * _MILLION
    kept: list[Row] = []
    moved: dict[int, list[Row]] = {}
    last = len(rows) - 1
    for place, row in enumerate(rows):
        draw = chance.between(0, _MILLION - 1) if row.verdict == "interaction" else _MILLION
        if draw >= late or draw < repeated:
            kept.append(row)
        if draw < late:
            again = row._replace(verdict="duplicate") if draw < repeated else row._replace(dirt=(*row.dirt, "late"))
            moved.setdefault(min(last, place + chance.between(1, _FURTHER)), []).append(again)
        if place in moved:
            kept += moved.pop(place)
    return kept
