"""Refuses orders that no world can be made of, before anything is made."""

from __future__ import annotations

from clew.model import UsageError
from clew.simulator.lived import Order
from clew.simulator.living.population import MOST_CUSTOMERS

WORDINGS = ("seen", "heldout")


def check_order(order: Order) -> None:
    """Return if the order can be made; UsageError says which part of it can't, and what could."""
    if not 1 <= order.customers <= MOST_CUSTOMERS:
        raise UsageError(
            f"A company has 1 to {MOST_CUSTOMERS:,} customers, not {order.customers:,}: choose one of these."
        )
    if order.days < 1:
        raise UsageError(f"A company lives for at least 1 day, not {order.days}: choose a larger number.")
    if order.wording not in WORDINGS:
        raise UsageError(f"No wording {order.wording!r}. Known: {', '.join(WORDINGS)}.")
    known = [each.name for each in order.scenario.interventions]
    for name in order.interventions:
        if name not in known:
            said = f"Known here: {', '.join(known)}." if known else "This scenario has none."
            raise UsageError(f"No intervention {name!r}. {said}")
