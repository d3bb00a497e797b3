"""Soils an export's rows as real systems do: rows twice, rows late, rows that nobody can read, and rows of nobody's.

Shares come from the scenario (:class:`~clew.simulator.scenario.Dirt`) and are ratios from 0 to 1. What systems make of
clocks stands in :mod:`clew.simulator.dirt.clocks_astray`, what they make of people in :mod:`clew.simulator.dirt.written`.
"""

from __future__ import annotations

from collections.abc import Callable

from clew.simulator.chance import Chance
from clew.simulator.dirt.often import often
from clew.simulator.export import Block, Row
from clew.simulator.scenario import Dirt

_MILLION = 1_000_000
#: How many rows further down a repeated or late row may stand.
_FURTHER = 200


def soiled(
    rows: list[Row], dirt: Dirt, chance: Chance, break_row: Callable[[Row, int], Row] | None = None
) -> list[Row]:
    """Return the rows with some repeated, some late, and some broken ones more; only interactions are touched.

    A repeated row stands further down once more, the same but for its verdict; a late one stands further down only.
    ``break_row`` makes an unreadable copy with a record of its own out of a row and a number that counts from 1; its
    verdict, event and dirt are set here. At most one of the three happens to a row.
    """
    repeated = dirt.duplicate * _MILLION
    late = repeated + dirt.late * _MILLION
    broken = late + (dirt.broken * _MILLION if break_row is not None else 0)
    kept: list[Row] = []
    moved: dict[int, list[Row]] = {}
    made = 0
    last = len(rows) - 1
    for place, row in enumerate(rows):
        draw = chance.between(0, _MILLION - 1) if row.verdict == "interaction" else _MILLION
        if draw >= late or draw < repeated:
            kept.append(row)
        if draw < late:
            again = row._replace(verdict="duplicate") if draw < repeated else row._replace(dirt=(*row.dirt, "late"))
            moved.setdefault(min(last, place + chance.between(1, _FURTHER)), []).append(again)
        elif draw < broken and break_row is not None:
            made += 1
            kept.append(break_row(row, made)._replace(verdict="broken", event=None, dirt=("broken",)))
        if place in moved:
            kept += moved.pop(place)
    return kept


def strewn(rows: list[Row], block: Block, chance: Chance, noise: Callable[[int, int], Row]) -> list[Row]:
    """Return the rows with noise among them: calls of testers, robots, advertisements.

    ``noise`` makes a row out of a moment (seconds since 1970) and a number that counts from 1; its verdict and event are
    set here. There is one such row for every ``dirt.noise`` of a row.
    """
    made: dict[int, list[Row]] = {}
    wanted = sum(often(chance, block.scenario.dirt.noise) for _ in rows)
    span = max(1, block.end - block.begin)
    moments = sorted(chance.between(block.begin, block.begin + span - 1) for _ in range(wanted))
    for number, at in enumerate(moments, 1):
        place = (at - block.begin) * len(rows) // span
        row = noise(at, number)
        made.setdefault(place, []).append(row._replace(verdict="noise", event=None))
    kept: list[Row] = []
    for place, row in enumerate(rows):
        kept += made.get(place, ())
        kept.append(row)
    return kept
