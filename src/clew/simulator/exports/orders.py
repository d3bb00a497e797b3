"""The shop's orders: who bought what, and what became of it; it knows an account and the address given at the checkout."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import Clocks, entered, unreadable, written_email
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.living.clock import DAY
from clew.simulator.nobodys_numbers import nobodys_orders
from clew.simulator.stamps import plain_stamp

COLUMNS = ("Order ID", "Ordered at", "Customer email", "Account number", "Item", "Amount", "Status")
_STATUSES = ((80, "delivered"), (12, "partly delivered"), (8, "returned"))
#: Who buys as a guest leaves no account number: so many of a thousand orders.
_GUESTS_PERMILLE = 150
_DELIVERY_SECONDS = 4 * DAY
_TILLS = 40


def write(block: Block) -> list[Sheet]:
    """Return ``orders/orders.csv``: one row an order; a row's record is the order's number."""
    chance, clocks = block.chance("orders"), Clocks(block, "orders")
    rows = entered(
        list(block.of("orders")),
        block,
        block.chance("orders", "dirt"),
        lambda event: _row(event, block, chance, clocks),
        unreadable("Order ID", "Ordered at", ("2026-02-30 26:61:00",), nobodys_orders(block)),
    )
    return [Sheet("orders/orders.csv", "csv", COLUMNS, rows)]


def _row(event: Event, block: Block, chance: Chance, clocks: Clocks) -> Row:
    person = event.person
    order, item, amount = event.detail.split("|")
    at, tags = clocks.skewed(event.at, event.number % _TILLS)
    guest = chance.happens(_GUESTS_PERMILLE)
    cells: dict[str, object] = {
        "Order ID": order,
        "Ordered at": plain_stamp(at),
        "Customer email": written_email(person, block, "orders", chance, block.scenario.dirt),
        "Account number": "" if guest else block.knows("orders", "account", person.account, person.number),
        "Item": item,
        "Amount": amount,
        "Status": "dispatched" if event.at > block.end - _DELIVERY_SECONDS else chance.weighed(_STATUSES),
    }
    return Row(order, cells, "interaction", event.number, tags)


EXPORT = Export("orders", "Shop orders", write)
