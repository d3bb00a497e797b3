"""Why a customer is one person: every link that touches it, and the way between any two identifiers."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import Tagged
from clew.api.identity_models import EdgeState, GraphState, IdentifierText, edge_state, graph_state
from clew.api.problems import not_found, responses
from clew.api.routes import Routes
from clew.api.serving import current_view
from clew.api.thread_steps import Moments
from clew.app.view import View
from clew.app.view.identity.graph import identity_graph
from clew.app.view.identity.moved import current_id
from clew.app.view.identity.way import way

ROUTES = Routes("customer identity")
CustomerId = Annotated[str, Path(max_length=500)]


class Pair(BaseModel):
    """Two identifiers, in full or their values alone. They are sent in the body because addresses end up in logs."""

    a: IdentifierText
    b: IdentifierText


class WhyState(BaseModel):
    """Whether two identifiers are one person, and why, or what keeps them from being one."""

    identifier_a: str
    identifier_b: str
    customer_a: str | None = Field(description="Null where it is shared and belongs to nobody")
    customer_b: str | None
    one_person: bool
    way: list[EdgeState] = Field(description="The links from one to the other, where they are one person")
    between: list[EdgeState] = Field(description="Links between their customers that don't count; empty for one person")


@ROUTES.get("/customers/{customer_id:path}/graph", dependencies=[needs("read")], responses=responses(404))
def get_identity_graph(view: Tagged, customer_id: CustomerId) -> GraphState:
    """Return a customer's identifiers and every link that touches them, also those that were left out, with why."""
    found = current_id(view, customer_id)
    if found is None:
        raise not_found("No customer here has that id. It may belong to another one since: search for it.")
    return graph_state(found, identity_graph(view, found), Moments(view))


@ROUTES.post("/customers/why", dependencies=[needs("read")])
def explain_pair(pair: Pair, view: Annotated[View, Depends(current_view)]) -> WhyState:
    """Tell why two identifiers are one person, link by link, or what keeps them apart."""
    found, joined, between = way(view, pair.a, pair.b)
    moments = Moments(view)
    return WhyState(
        identifier_a=found.identifier_a,
        identifier_b=found.identifier_b,
        customer_a=found.customer_a,
        customer_b=found.customer_b,
        one_person=found.is_one_person,
        way=[edge_state(each, moments) for each in joined],
        between=[edge_state(each, moments) for each in between],
    )
