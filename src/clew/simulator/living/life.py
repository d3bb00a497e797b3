"""What one customer lives through: issues one after another or at once, visits and orders in between, until they leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clew.simulator.chance import Chance
from clew.simulator.event import Event, Pursuit
from clew.simulator.lived import Order
from clew.simulator.living.clock import DAY, Calendar
from clew.simulator.living.facts import MOST_ISSUES, fill, own_number, ticket_number
from clew.simulator.living.outcome import Draws, Outcome, drivers, outcome_of
from clew.simulator.living.pastime import bought, orders, survey, visits
from clew.simulator.living.place import Place, Waits
from clew.simulator.living.policy import Policy
from clew.simulator.living.pursue import pursue
from clew.simulator.living.walk import Walk
from clew.simulator.living.what_if import Interventions
from clew.simulator.people import Person
from clew.simulator.scenario import DESKS, Issue

_APART = 28 * DAY


@dataclass(frozen=True)
class World:
    """What stays the same for all customers of a block; ``told`` says by issue and act what wordings tell."""

    order: Order
    begin: int
    end: int
    calendar: Calendar
    waits: Waits
    places: dict[str, dict[str, Place]]
    told: dict[str, dict[str, tuple[frozenset[str], ...]]]
    interventions: Interventions


class Past(NamedTuple):
    """A pursuit that has ended: how it went, what came of it, and what drove that."""

    walk: Walk
    outcome: Outcome
    drivers: tuple[tuple[str, str, float], ...]


@dataclass
class Life:
    """What became of one customer; ``left_at`` is 0 where they stayed. Counterfactuals begin with the pursuit's key."""

    person: Person
    pasts: list[Past] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    counterfactuals: list[tuple[str, str, bool, str, float | None, float | None]] = field(default_factory=list)
    left_at: int = 0
    orders: int = 0


class _Start(NamedTuple):
    """How a pursuit begins, whatever comes of it."""

    person: Person
    place: int
    issue: Issue
    begins: int
    first_number: int
    experience: tuple[float, ...]


def live(person: Person, world: World, first_number: int) -> Life:
    """Let a customer live through the period; events are numbered from ``first_number`` on, without a gap."""
    demand, seed = world.order.scenario.demand, world.order.seed
    chance = Chance(seed, "life", person.number)
    life = Life(person)
    experience = [1.0] * len(DESKS)
    for place, (begins, issue) in enumerate(_troubles(world, chance)):
        if life.left_at and begins > life.left_at:
            break
        start = _Start(person, place, issue, begins, first_number + len(life.events), tuple(experience))
        day = (begins - world.begin) // DAY
        about = world.interventions.about(issue.name, day)
        reaching = world.interventions.reaching(person, day, about)
        walk, outcome, draws, mood = _pursued(world, start, world.interventions.policy(reaching))
        key = walk.pursuit.key
        bought_on = fill(walk, world.order.scenario.company, Chance(seed, "facts", key), seed)
        if about:
            life.counterfactuals += [
                (key, *row)
                for row in world.interventions.counterfactuals(
                    (walk, outcome), about, reaching, lambda policy, start=start: _pursued(world, start, policy)[:2]
                )
            ]
        life.pasts.append(Past(walk, outcome, tuple(drivers(walk, mood, draws, demand.leaves))))
        life.events += walk.events
        if "order" in issue.facts and bought_on * DAY >= world.begin:
            life.events.append(bought(walk.pursuit, bought_on, first_number + len(life.events)))
            life.orders += 1
        survey(walk, outcome, draws, demand, life.events, first_number)
        _learn(walk, experience)
        if outcome.leaves and not life.left_at:
            life.left_at = walk.now
    if life.left_at:
        # What was under way goes on to its end; the customer has left when all of it is over.
        life.left_at = max(life.left_at, *(event.at + event.lasts for event in life.events)) + 1
    until = life.left_at or world.end
    visits(person, world.order, world.calendar, until, chance, life.events, first_number)
    life.orders += orders(person, world.order, world.calendar, until, chance, life.events, first_number)
    return life


def _troubles(world: World, chance: Chance) -> list[tuple[int, Issue]]:
    """Return when which issues befall a customer, in the order of time; no issue comes twice within four weeks."""
    scenario, days = world.order.scenario, world.order.days
    mean = scenario.demand.issues * days / 90 * world.calendar.demand
    trials = min(int(mean * 4) + 4, MOST_ISSUES)
    count = sum(chance.unit() * trials < mean for _ in range(trials))
    weights = [(issue.weight, issue) for issue in scenario.issues]
    found: list[tuple[int, Issue]] = []
    for _ in range(count):
        issue = chance.weighed(weights)
        begins = _begins(world, issue, chance)
        if all(other is not issue or abs(at - begins) > _APART for at, other in found):
            found.append((begins, issue))
    return sorted(found, key=lambda each: (each[0], each[1].name))


def _begins(world: World, issue: Issue, chance: Chance) -> int:
    draw = chance.unit()
    for burst in issue.bursts:
        draw -= burst.share
        if draw < 0 and burst.day < world.order.days:
            return world.calendar.in_burst(burst, chance)
    if chance.unit() < issue.early_in_month:
        return world.calendar.early_in_month(chance)
    return world.calendar.moment(chance)


def _pursued(world: World, start: _Start, policy: Policy) -> tuple[Walk, Outcome, Draws, float]:
    """Pursue an issue to its end under a policy; the same draws for every policy."""
    seed, person, issue = world.order.seed, start.person, start.issue
    key = f"{person.number}/{start.place}"
    chance = Chance(seed, "pursuit", key)
    draws = Draws(chance.unit(), chance.unit(), chance.unit(), chance.unit())
    mood = 0.3 - 0.8 * issue.urgency * chance.unit()
    own = own_number(person, start.place)
    promised_days = chance.between(2, 5)
    walk = Walk(
        pursuit=Pursuit(key, start.place, person, issue, start.begins, ticket_number(own, seed)),
        person=person,
        issue=issue,
        chance=chance,
        policy=policy,
        places=world.places[issue.name],
        waits=world.waits,
        first_number=start.first_number,
        wordings=world.told[issue.name],
        now=start.begins,
        mood=mood,
        promised_days=promised_days,
        fate_key=seed * 1_000_003 + own,
    )
    pursue(walk, list(start.experience))
    return walk, outcome_of(walk, draws, world.order.scenario.demand.leaves), draws, mood


def _learn(walk: Walk, experience: list[float]) -> None:
    """Let the customer like those desks less that didn't help, and the one more that did."""
    for turn in walk.turns:
        experience[turn.place.index] *= 0.85
    if walk.outcome == "resolved":
        experience[walk.turns[-1].place.index] *= 1.5
