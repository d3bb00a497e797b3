"""What a block of customers lived through: the events, and the truth about them that no export tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clew.simulator.event import Event
from clew.simulator.people import Agent, Person
from clew.simulator.scenario import Intervention, Scenario


@dataclass(frozen=True)
class Order:
    """A world to be made: ``customers`` people over ``days`` days, the same for the same order.

    ``interventions`` are those in force, by name; ``wording`` is the part of the vocabulary that is spoken.
    """

    scenario: Scenario
    customers: int = 1000
    days: int = 90
    seed: int = 7
    interventions: tuple[str, ...] = ()
    wording: str = "seen"

    @property
    def in_force(self) -> tuple[Intervention, ...]:
        """The interventions in force, in the scenario's order."""
        return tuple(each for each in self.scenario.interventions if each.name in self.interventions)

    @property
    def too_late(self) -> tuple[Intervention, ...]:
        """Those in force that begin after the world's last day, and so change nothing in it."""
        return tuple(each for each in self.in_force if each.from_day >= self.days)


#: Customers in one block: each block is made by itself, whatever process does it.
BLOCK_CUSTOMERS = 1000


class Change(NamedTuple):
    """A handoff before anybody has spoken: what was said, and hence known, is told by the texts.

    Events are numbers; ``visible`` are the facts that the receiver could see without asking.
    """

    pursuit: str
    place: int
    from_event: int
    to_event: int
    until_event: int
    from_channel: str
    to_channel: str
    from_party: str
    to_party: str
    visible: frozenset[str]


@dataclass
class Lived:
    """One block's world.

    ``events`` lie within the period, in the order of (time, number). ``truth`` holds finished rows, in the columns of
    :mod:`clew.simulator.truth_tables`, of the tables people, journeys, frictions, drivers and counterfactuals; events are
    named there by :meth:`interaction_id`. ``changes`` become the table handoffs once everything is spoken
    (:func:`clew.simulator.writing.context.handoff_rows`). ``positions`` are by event number, for events of a journey.
    """

    number: int
    people: dict[int, Person]
    agents: tuple[Agent, ...]
    events: list[Event]
    begin: int
    end: int
    truth: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)
    positions: dict[int, int] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    def by_pursuit(self) -> dict[str, list[Event]]:
        """Return the events of each pursuit by its key, in the order of time; those of no pursuit are left out."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            if event.pursuit is not None:
                found.setdefault(event.pursuit.key, []).append(event)
        return found

    def interaction_id(self, event: int) -> str:
        """Return the truth's id of an event, unique in the world."""
        return f"i{self.number + 1:05}-{event:07}"
