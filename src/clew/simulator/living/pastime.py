"""What customers do besides their issues: answer surveys, look around the website, buy."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.event import Act, Event, Pursuit
from clew.simulator.lived import Order
from clew.simulator.living.clock import DAY, HOUR, Calendar
from clew.simulator.living.facts import order_number, place_of_order
from clew.simulator.living.outcome import Draws, Outcome
from clew.simulator.living.walk import Walk
from clew.simulator.people import Person
from clew.simulator.scenario import Demand

_PAGES = ("/", "/plans", "/plans/compare", "/offers", "/account", "/stores", "/about")


def survey(walk: Walk, outcome: Outcome, draws: Draws, demand: Demand, events: list[Event], first_number: int) -> None:
    """Ask some customers after their issue, and let some of them answer; the unhappy and the happy answer more often."""
    if walk.outcome == "open" or draws.asked >= demand.surveyed:
        return
    if draws.answers >= demand.answers * (1.25 if outcome.mark in (1, 5) else 0.9):
        return
    at = walk.now + int((1 + 30 * draws.mark) * HOUR)
    acts = (Act("survey", "", "customer"),)
    events.append(
        Event(
            at,
            first_number + len(events),
            walk.person,
            walk.pursuit,
            "surveys",
            "survey",
            "rating",
            "customer",
            f"{walk.pursuit.key}/survey",
            walk.pursuit.case,
            None,
            acts,
            str(outcome.mark),
            walk.mood,
        )
    )


def visits(
    person: Person, order: Order, calendar: Calendar, until: int, chance: Chance, events: list[Event], first_number: int
) -> None:
    """Let the customer look around the website now and then."""
    for visit in range(_count(order.scenario.demand.visits * order.days / 90, chance)):
        at = calendar.moment(chance)
        thread = f"{person.number}/look{visit}"
        for _ in range(chance.between(1, 4)):
            if at < until:
                events.append(
                    Event(
                        at,
                        first_number + len(events),
                        person,
                        None,
                        "website",
                        "web",
                        "visit",
                        "customer",
                        thread,
                        "",
                        None,
                        (),
                        chance.one_of(_PAGES),
                        0.0,
                    )
                )
            at += 5 + int(chance.unit() * 120)


def orders(
    person: Person, order: Order, calendar: Calendar, until: int, chance: Chance, events: list[Event], first_number: int
) -> int:
    """Let the customer buy, and return how often."""
    company = order.scenario.company
    low, high = company.usual_amount
    count = 0
    for place in range(_count(order.scenario.demand.orders * order.days / 90, chance)):
        at = calendar.moment(chance)
        amount = int((low + (high - low) * chance.unit()) * 100)
        item = chance.one_of(company.products)
        if at >= until:
            continue
        count += 1
        number = order_number(company, place_of_order(person, place), order.seed)
        detail = f"{number}|{item}|{amount // 100}.{amount % 100:02}"
        events.append(_order(at, first_number + len(events), person, detail))
    return count


def bought(pursuit: Pursuit, day: int, number: int) -> Event:
    """Return the order that a pursuit is about, which was made on a day (0 = 1970) before it began."""
    at = day * DAY + 9 * HOUR + pursuit.began_at % (11 * HOUR)
    slots = pursuit.slots
    return _order(at, number, pursuit.person, f"{slots['order']}|{slots['product']}|{slots['usual'].removeprefix('$')}")


def _order(at: int, number: int, person: Person, detail: str) -> Event:
    return Event(at, number, person, None, "orders", "order", "order", "customer", "", "", None, (), detail, 0.0)


def _count(mean: float, chance: Chance) -> int:
    # Below MOST_ISSUES, for which the numbers of orders leave room.
    trials = min(int(mean * 3) + 3, 60)
    return sum(chance.unit() * trials < mean for _ in range(trials))
