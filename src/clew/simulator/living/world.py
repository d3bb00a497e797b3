"""Lets a block of customers live through the period, and tells the truth about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from clew.simulator.lived import BLOCK_CUSTOMERS, Lived, Order
from clew.simulator.living.clock import DAY, Calendar
from clew.simulator.living.life import Life, World, live
from clew.simulator.living.place import Waits, places_of
from clew.simulator.living.population import agents_of, people_of
from clew.simulator.living.telling import tell
from clew.simulator.living.what_if import Interventions
from clew.simulator.scenario import Issue, Words
from clew.simulator.systems import known_kinds
from clew.simulator.wording.grammar import facts_told


def live_block(order: Order, number: int) -> Lived:
    """Return what customers ``number * 1000`` and the following lived through: the same for the same order, always."""
    first = number * BLOCK_CUSTOMERS
    begin = int(datetime.combine(order.scenario.company.first_day, datetime.min.time(), UTC).timestamp())
    end = begin + order.days * DAY
    people = people_of(order, first, min(BLOCK_CUSTOMERS, order.customers - first), begin)
    agents = agents_of(order.scenario)
    world = World(
        order=order,
        begin=begin,
        end=end,
        calendar=Calendar(order.scenario, begin, order.days),
        waits=Waits(order.scenario, begin, order.days),
        places={issue.name: places_of(order.scenario, issue, agents) for issue in order.scenario.issues},
        told={issue.name: _told(issue, order.wording) for issue in order.scenario.issues},
        interventions=Interventions(order.in_force, known_kinds(), order.seed),
    )
    lives: list[Life] = []
    made = 0
    for person in people.values():
        life = live(person, world, made)
        made += len(life.events)
        lives.append(life)
    events = [event for life in lives for event in life.events if event.at < end]
    events.sort(key=lambda event: (event.at, event.number))
    everybody = tuple(agent for team in agents.values() for agent in team)
    lived = Lived(number, people, everybody, events, begin, end)
    tell(lived, lives)
    return lived


def _told(issue: Issue, wording: str) -> dict[str, tuple[frozenset[str], ...]]:
    """Return for each act with words of the issue's own which facts each of its wordings tells."""
    words = issue.words.heldout if wording == "heldout" else issue.words.seen
    return {
        act: openings(getattr(words, act)) for act in Words.__struct_fields__ if act not in ("searches", "articles")
    }


def openings(stated: Sequence[str]) -> tuple[frozenset[str], ...]:
    """Return which facts each wording of one act tells, in the order given."""
    return tuple(facts_told(text) for text in stated)
