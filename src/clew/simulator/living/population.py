"""Makes the customers of a block, household by household, and the agents of the company."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.lived import Order
from clew.simulator.living.clock import DAY
from clew.simulator.living.names import DOMAINS, FIRST, LAST, PHONES, phone, scrambled, short
from clew.simulator.people import Agent, Person
from clew.simulator.scenario import DESKS, Scenario

#: Each customer may have had two numbers and share a third.
MOST_CUSTOMERS = PHONES // 3
_ACCOUNTS = 90_000_000
_HANDLES = 899_999_999
#: Parts of the company in which staggered changes arrive one after another.
TEAMS = 6
#: Desks with a second team, to whom the first passes customers on.
_TWO_LINES = ("chat", "phone")
_SIZES = ((40, 1), (34, 2), (14, 3), (12, 4))


def people_of(order: Order, first: int, count: int, begin: int) -> dict[int, Person]:
    """Return customers ``first`` to ``first + count - 1`` by number; households never span blocks."""
    households = Chance(order.seed, "households", first)
    people: dict[int, Person] = {}
    number = first
    while number < first + count:
        size = min(households.weighed(_SIZES), first + count - number)
        _household(order, number, size, begin, households, people)
        number += size
    return people


def _household(order: Order, head: int, size: int, begin: int, chance: Chance, people: dict[int, Person]) -> None:
    dirt, seed = order.scenario.dirt, order.seed
    last_name = chance.one_of(LAST)
    shares_phone = size > 1 and chance.unit() < dirt.shared_phone * 2
    shares_device = size > 1 and chance.unit() < dirt.shared_device * 2
    family_phone = phone(scrambled(head * 3 + 2, PHONES, seed * 8 + 3)) if shares_phone else ""
    family_device = _browser(chance) if shares_device else ""
    postcode = f"{chance.between(10_000, 99_499)}"
    segments = [(weight, name) for name, weight in order.scenario.segments.items()]
    for number in range(head, head + size):
        own = Chance(seed, "customer", number)
        first_name, nickname = own.one_of(FIRST)
        name = last_name if number == head or own.unit() < 0.8 else own.one_of(LAST)
        # Two tails that tell nothing of each other: an address must not give the other one away.
        tail, other = (short(_scrambled(number, key)) for key in (seed * 8 + 1, seed * 8 + 2))
        changed = own.unit() < dirt.new_number
        people[number] = Person(
            number=number,
            household=head,
            team=own.between(0, TEAMS - 1),
            segment=own.weighed(segments),
            first_name=first_name,
            last_name=name,
            nickname=nickname,
            email=f"{first_name}.{name}.{tail}@{own.one_of(DOMAINS)}".lower(),
            other_email=f"{nickname}{other}@{own.one_of(DOMAINS)}".lower() if own.unit() < 0.2 else "",
            phone=phone(scrambled(number * 3, PHONES, seed * 8 + 3)),
            old_phone=phone(scrambled(number * 3 + 1, PHONES, seed * 8 + 3)) if changed else "",
            phone_changed_at=begin + own.between(0, order.days * DAY) if changed else 0,
            family_phone=family_phone,
            account=f"{10_000_000 + scrambled(number, _ACCOUNTS, seed * 8 + 4)}",
            devices=tuple(_browser(own) for _ in range(own.between(1, 2))),
            family_device=family_device,
            handle=f"{100_000_000 + scrambled(number, _HANDLES, seed * 8 + 5)}",
            postcode=postcode,
            born=f"{own.between(1945, 2006)}-{own.between(1, 12):02}-{own.between(1, 28):02}",
            logs_in=own.unit() < 0.7,
            consent=own.unit() >= dirt.no_consent,
            sloppiness=own.unit() * own.unit() * 0.5,
            chattiness=own.unit() * 0.4,
            patience=0.5 + own.unit(),
            sensitivity=0.5 + own.unit(),
            habits=tuple(0.25 + 3 * own.unit() * own.unit() for _ in DESKS),
        )


def _scrambled(number: int, seed: int) -> int:
    return scrambled(number, MOST_CUSTOMERS, seed)


def _browser(chance: Chance) -> str:
    return f"{chance.between(0, 0xFFFFFFFF):08x}{chance.between(0, 0xFFFFFFFF):08x}"


def agents_of(scenario: Scenario) -> dict[str, tuple[Agent, ...]]:
    """Return the agents of each desk, by desk; the same whatever the seed."""
    found: dict[str, tuple[Agent, ...]] = {}
    number = 0
    for desk, place in scenario.channels.items():
        team: list[Agent] = []
        first_line = place.agents * 2 // 3 if desk in _TWO_LINES and place.agents > 2 else place.agents
        for seat in range(place.agents if place.team else 0):
            specialist = seat >= first_line
            first = FIRST[(number * 11 + 3) % len(FIRST)][0]
            last = LAST[(number * 7 + 5) % len(LAST)]
            name = f"{place.team} specialists" if specialist else place.team
            team.append(Agent(number, f"{first} {last[0]}.", name, specialist))
            number += 1
        found[desk] = tuple(team)
    return found
