"""Finds the customer that an id means today: its own, or the one that the customer of that id was merged into."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from clew.app.view.customers.customer import customer_code
from clew.app.view.view import View
from clew.customers import customer_id_sql

_ID = re.compile(r"c[0-9a-f]{15}")


def current_id(view: View, customer_id: str) -> str | None:
    """Return the id that the customer has in this build; None where nobody has or had it.

    Every member's digest finds its customer, so that an address from before a merge leads to where the customer went.
    """
    if customer_code(view, customer_id) >= 0:
        return customer_id
    if not _ID.fullmatch(customer_id):
        return None
    rows = view.remembered("customers by id", lambda: _rows_by_id(view))
    low, high = np.searchsorted(rows, int(customer_id[1:], 16), side="left"), len(rows)
    if low == high or int(rows[low]) != int(customer_id[1:], 16):
        return None
    with view.session() as session:
        found = session.execute(
            f"SELECT customer_id FROM customers WHERE customer_id = $1 OR {customer_id_sql('identifier')} = $1 "
            "ORDER BY customer_id <> $1 LIMIT 1",
            [customer_id],
        ).fetchall()
    return str(found[0][0]) if found else None


def _rows_by_id(view: View) -> NDArray[np.uint64]:
    """Return the number in every id that any identifier of the build could have given a customer, in rising order."""
    with view.session() as session:
        found = session.execute(
            f"SELECT ('0x' || substr({customer_id_sql('identifier')}, 2))::UBIGINT AS id FROM customers ORDER BY id"
        ).fetchnumpy()
    return found["id"].astype(np.uint64)
