"""Numbers of tickets and orders that are nobody's: scattered among the customers' own, and like them in every way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from clew.simulator.export import Block
from clew.simulator.living.facts import NUMBERS, order_number, ticket_number

#: Customers' numbers are scattered from 0 upwards; no world comes as far as these.
_LAST = NUMBERS - 1
_PER_BLOCK = 100_000


def nobodys_tickets(block: Block) -> Callable[[], str]:
    """Return what gives numbers of tickets that no customer of the world has."""
    places = _places(block)
    return lambda: ticket_number(next(places), block.seed)


def nobodys_orders(block: Block) -> Callable[[], str]:
    """Return what gives numbers of orders that no customer of the world has."""
    company, places = block.scenario.company, _places(block)
    return lambda: order_number(company, next(places), block.seed)


def _places(block: Block) -> Iterator[int]:
    return count(_LAST - block.number * _PER_BLOCK, -1)
