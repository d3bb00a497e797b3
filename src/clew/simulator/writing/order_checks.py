"""Refuses orders that no world can be made of, before anything is made."""

from __future__ import annotations

from datetime import date, timedelta

from clew.model import UsageError
from clew.simulator.lived import Order
from clew.simulator.living.population import MOST_CUSTOMERS
from clew.simulator.scenarios.scenario_sense import FIRST_DAYS
from clew.simulator.wording import PARTS

MOST_DAYS = 3650
#: Every date of a world lies before it: what is exported has years of four digits that programs read as meant.
END_OF_DAYS = date(2100, 1, 1)


def check_order(order: Order) -> None:
    """Return if the order can be made; UsageError says which part of it can't, and what could."""
    if not 1 <= order.customers <= MOST_CUSTOMERS:
        raise UsageError(
            f"A company has 1 to {MOST_CUSTOMERS:,} customers, not {order.customers:,}: choose one of these."
        )
    if not 1 <= order.days <= MOST_DAYS:
        raise UsageError(f"A company lives for 1 to {MOST_DAYS:,} days, not {order.days:,}: choose one of these.")
    first = order.scenario.company.first_day
    if not FIRST_DAYS[0] <= first <= FIRST_DAYS[1]:
        raise UsageError(
            f"The scenario's company.first_day is {first}; choose a day from {FIRST_DAYS[0]} to {FIRST_DAYS[1]}."
        )
    if first + timedelta(days=order.days) > END_OF_DAYS:
        raise UsageError(
            f"{order.days:,} days from {first} on end after {END_OF_DAYS - timedelta(days=1)}: take fewer days, or an "
            "earlier company.first_day in the scenario."
        )
    if order.wording not in PARTS:
        raise UsageError(f"No wording {order.wording!r}. Known: {', '.join(PARTS)}.")
    known = [each.name for each in order.scenario.interventions]
    for name in order.interventions:
        if name not in known:
            said = f"Known here: {', '.join(known)}." if known else "This scenario has none."
            raise UsageError(f"No intervention {name!r}. {said}")
