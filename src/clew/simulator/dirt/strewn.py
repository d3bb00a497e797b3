"""Strews among what happened what is nobody's: testers, robots and advertisements, who come when others do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clew.simulator.chance import Chance
from clew.simulator.dirt.often import often
from clew.simulator.event import Event
from clew.simulator.export import Block

_HOUR = 3600


def noise_moments(events: Sequence[Event], block: Block, chance: Chance) -> list[int]:
    """Return when noise comes (seconds since 1970, in order), once for every ``dirt.noise`` of an event.

    Each is within the hour after some event and within the period: by its hour of the day nobody tells noise.
    """
    wanted = sum(often(chance, block.scenario.dirt.noise) for _ in events)
    last = block.end - 1
    return sorted(
        max(block.begin, min(last, chance.one_of(events).at + chance.between(0, _HOUR))) for _ in range(wanted)
    )


def mingled(events: Iterable[Event], moments: Sequence[int]) -> Iterator[Event | int]:
    """Yield the events, given in the order of time, and among them the moments of noise where they belong."""
    place, count = 0, len(moments)
    for event in events:
        while place < count and moments[place] <= event.at:
            yield moments[place]
            place += 1
        yield event
    yield from moments[place:]
