"""Customers: found by any identifier, with everything they did on one timeline, and why they are one person."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Query
from pydantic import BaseModel, Field, StringConstraints

from clew.api.access import needs
from clew.api.changing import Tagged
from clew.api.customer_models import (
    CustomerLineState,
    CustomerState,
    KnownByState,
    LaneState,
    LinkState,
    customer_state,
    lane_state,
    line_states,
    link_state,
)
from clew.api.paging import Page, Paging, window
from clew.api.problems import not_found, responses
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.api.serving import current_view
from clew.api.thread_steps import Moments, ThreadStepState, step_states
from clew.app.view import View
from clew.app.view.customers.customer import (
    customer_code,
    journeys_of,
    listed_customers,
    span_us,
    timeline_rows,
)
from clew.app.view.customers.known_by import count_known_by, count_links, known_by, links
from clew.app.view.customers.search import LONGEST, SHORTEST, search_customers
from clew.app.view.identity.moved import current_id

ROUTES = Routes("customers")
CustomerId = Annotated[str, Path(max_length=500)]


class SearchWords(BaseModel):
    """What a customer is looked for by. It is sent in the body because addresses end up in logs and histories."""

    query: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=SHORTEST, max_length=LONGEST, pattern=r"^[^\x00]*$")
    ] = Field(description="An e-mail, phone, account, order or case number, handle or customer id, or how one begins")


class FoundCustomer(CustomerLineState):
    """A customer that was found, and by what."""

    by: str = Field(description="identifier, customer (its id), case or number (of an order, message or conversation)")
    matched: str = Field(description="What of the customer fits the words")
    exact: bool = Field(description="Whether it fits as a whole, not only its beginning")


class FoundCustomers(BaseModel):
    """Those found, whole matches first, and whether there are more than are given."""

    items: list[FoundCustomer]
    more: bool


@ROUTES.post("/customers/search", dependencies=[needs("read")])
def search_for_customers(words: SearchWords, view: Annotated[View, Depends(current_view)]) -> FoundCustomers:
    """Find customers by any identifier, or by how one begins (three characters or more); at most fifty."""
    matches, more = search_customers(view, words.query)
    lines = line_states(view, [match.customer_id for match in matches])
    found = [
        FoundCustomer(**line.model_dump(), by=match.by, matched=match.matched, exact=match.exact)
        for line, match in zip(lines, matches, strict=True)
    ]
    return FoundCustomers(items=found, more=more)


@ROUTES.get("/customers", dependencies=[needs("read")])
def list_customers(here: Here, page: Paging) -> Page[CustomerLineState]:
    """Return the customers with journeys in the selection, the one seen last first."""
    view = here.view
    codes = here.remembered("customers", lambda: listed_customers(view, here.chosen))
    start, stop, following, before = window(len(codes), page, view.version)
    names = view.journeys.customer.names
    lines = line_states(view, [names[int(code)] for code in codes[start:stop]])
    return Page(items=lines, total=len(codes), next=following, previous=before)


@ROUTES.get("/customers/{customer_id:path}/identifiers", dependencies=[needs("read")], responses=responses(404))
def list_identifiers(view: Tagged, customer_id: CustomerId, page: Paging) -> Page[KnownByState]:
    """Return a customer's identifiers, the oldest first."""
    total = _known(view, customer_id)
    start, stop, following, before = window(total, page, view.version)
    at = Moments(view).at
    items = [
        KnownByState(namespace=each.namespace, value=each.value, since=at(each.since_us))
        for each in known_by(view, customer_id, start, stop)
    ]
    return Page(items=items, total=total, next=following, previous=before)


@ROUTES.get("/customers/{customer_id:path}/links", dependencies=[needs("read")], responses=responses(404))
def list_links(view: Tagged, customer_id: CustomerId, page: Paging) -> Page[LinkState]:
    """Return why a customer's identifiers are one person: each link with its rule and evidence, the oldest first."""
    _known(view, customer_id)
    total = count_links(view, customer_id)
    start, stop, following, before = window(total, page, view.version)
    moments = Moments(view)
    items = [link_state(each, moments) for each in links(view, customer_id, start, stop)]
    return Page(items=items, total=total, next=following, previous=before)


@ROUTES.get("/customers/{customer_id:path}/journeys", dependencies=[needs("read")], responses=responses(404))
def list_journeys_of_customer(view: Tagged, customer_id: CustomerId, page: Paging) -> Page[LaneState]:
    """Return a customer's journeys as lanes of one overview, in the order they began."""
    _known(view, customer_id)
    code = customer_code(view, customer_id)
    rows, span = journeys_of(view, code), span_us(view, code)
    start, stop, following, before = window(len(rows), page, view.version)
    moments = Moments(view)
    items = [lane_state(view, int(rows[at]), at + 1, span, moments) for at in range(start, stop)] if span else []
    return Page(items=items, total=len(rows), next=following, previous=before)


@ROUTES.get("/customers/{customer_id:path}/steps", dependencies=[needs("read")], responses=responses(404))
def list_steps_of_customer(
    view: Tagged,
    customer_id: CustomerId,
    page: Paging,
    newest_first: Annotated[bool, Query(description="Whether row 0 is the newest step")] = False,
) -> Page[ThreadStepState]:
    """Return everything a customer did and was told, across channels and journeys, in time's order."""
    _known(view, customer_id)
    code = customer_code(view, customer_id)
    rows = view.remembered(("timeline", code), lambda: timeline_rows(view, code))
    rows = rows[::-1] if newest_first else rows
    start, stop, following, before = window(len(rows), page, view.version)
    items = step_states(view, rows, start, stop)
    return Page(items=items, total=len(rows), next=following, previous=before)


@ROUTES.get("/customers/{customer_id:path}", dependencies=[needs("read")], responses=responses(404))
def get_customer(view: Tagged, customer_id: CustomerId) -> CustomerState:
    """Return who a customer is and what happened with it in numbers.

    The id of a customer that was merged into another finds that one: ``customer_id`` then differs from what was asked.
    """
    found = current_id(view, customer_id)
    if found is None:
        raise _nobody()
    return customer_state(view, found, count_known_by(view, found), count_links(view, found))


def _known(view: View, customer_id: str) -> int:
    """Return how many identifiers a customer has; a 404 problem for nobody."""
    total = sum(count for _namespace, count in count_known_by(view, customer_id))
    if not total and customer_code(view, customer_id) < 0:
        raise _nobody()
    return total


def _nobody() -> Exception:
    return not_found(
        "No customer here has that id. It may belong to another one since the tables were built anew: search for it."
    )
