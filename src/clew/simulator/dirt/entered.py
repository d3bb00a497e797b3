"""Enters what happened into a system's log in the order of time, with the noise and the rows that nobody can read.

All rows take their ids from one series as they come, so that no id tells what its row is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clew.simulator.chance import Chance
from clew.simulator.dirt.often import often
from clew.simulator.dirt.soiled import soiled
from clew.simulator.dirt.strewn import mingled, noise_moments
from clew.simulator.event import Event
from clew.simulator.export import Block, Row


def entered(
    events: Sequence[Event],
    block: Block,
    chance: Chance,
    tell: Callable[[Event], Row],
    broken: Callable[[Row], Row],
    noise: Callable[[int], Row] | None = None,
) -> list[Row]:
    """Return the rows of events given in the order of time: some followed by a broken copy, some repeated, some late.

    ``tell`` makes an event's row, ``broken`` an unreadable copy of a row, ``noise`` a row out of a moment (seconds since
    1970). Each takes the row's id from the system's series when it is called.
    """
    dirt = block.scenario.dirt
    rows: list[Row] = []
    for happening in mingled(events, noise_moments(events, block, chance) if noise else ()):
        if not isinstance(happening, int):
            rows.append(tell(happening))
            if often(chance, dirt.broken):
                rows.append(spoilt(broken(rows[-1])))
        elif noise:
            rows.append(noise(happening))
    return soiled(rows, dirt, chance)


def spoilt(row: Row) -> Row:
    """Return a broken row as the truth has it: it tells nothing, and nothing else is wrong with it."""
    return row._replace(verdict="broken", event=None, dirt=("broken",))
