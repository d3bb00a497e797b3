"""What is known of a customer beside its journeys: traits with who tells them, and what the customer agreed to."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Path, Request
from pydantic import BaseModel, Field, StringConstraints

from clew.api.access import needs
from clew.api.identity_models import IdentifierText, Reason
from clew.api.problems import not_found, responses
from clew.api.profile_models import ProfileState, evidence_of, profile_state
from clew.api.reasons import check_reason
from clew.api.routes import Routes
from clew.api.serving import current_view, person
from clew.api.serving import workspace as served
from clew.api.thread_steps import Moments
from clew.app.view import View
from clew.app.view.customers.thread import step_rows_of
from clew.app.view.identity.moved import current_id
from clew.app.view.identity.profiled import ConsentSaid, seen_profile, write_consent
from clew.app.workspace import Workspace

ROUTES = Routes("customer profile")
CustomerId = Annotated[str, Path(max_length=500)]
Served = Annotated[Workspace, Depends(served)]
Read = Annotated[View, Depends(current_view)]


class ConsentWords(BaseModel):
    """What a customer said about a purpose, and what proves it."""

    purpose: Annotated[str, StringConstraints(max_length=100)]
    word: Literal["granted", "denied", "withdrawn"] = Field(
        description="withdrawn takes back what was written down before, so that the sources alone decide again"
    )
    reason: Reason
    identifier: IdentifierText | None = Field(
        default=None,
        description="The identifier that it is about; the one that the customer's id is made of unless given",
    )


@ROUTES.get("/customers/{customer_id:path}/profile", dependencies=[needs("read")], responses=responses(404))
def get_profile(view: Read, place: Served, customer_id: CustomerId) -> ProfileState:
    """Return a customer's traits and consents, with what people wrote down since the last build."""
    return _profile(view, place, _known(view, customer_id))


@ROUTES.post("/customers/{customer_id:path}/consents", dependencies=[needs("decide")], responses=responses(404))
def write_down_consent(
    request: Request, said: ConsentWords, view: Read, place: Served, customer_id: CustomerId
) -> ProfileState:
    """Write down what a customer said about a purpose, and return what stands now."""
    found = _known(view, customer_id)
    with view.session() as session:
        own = session.execute("SELECT identifier FROM customers WHERE customer_id = ?", [found]).fetchall()
    check_reason(said.reason, [str(identifier) for (identifier,) in own])
    author = person(request).name
    word = ConsentSaid(said.purpose, said.word, said.reason, author, said.identifier or "")
    write_consent(view, place, found, word)
    return _profile(view, place, found)


def _profile(view: View, place: Workspace, customer_id: str) -> ProfileState:
    seen = seen_profile(view, place, customer_id)
    return profile_state(seen, step_rows_of(view, evidence_of(seen)), Moments(view))


def _known(view: View, customer_id: str) -> str:
    found = current_id(view, customer_id)
    if found is None:
        raise not_found("No customer here has that id. It may belong to another one since, or was erased.")
    return found
