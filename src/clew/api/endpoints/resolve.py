"""Resolving: whose an interaction would be that gives these identifiers together, told within milliseconds."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from pydantic import BaseModel, Field, StringConstraints

from clew.api.access import needs
from clew.api.problems import responses
from clew.api.routes import Routes
from clew.api.serving import current_view
from clew.app.identity.arriving import MOST, resolve_in
from clew.app.view import View

ROUTES = Routes("resolve")
Given = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=r"^[^\x00]*$")]


class GivenTogether(BaseModel):
    """Identifiers that are given together. They are sent in the body because addresses end up in logs and histories."""

    identifiers: list[Given] = Field(
        min_length=1, max_length=MOST, description="namespace:value, or a bare e-mail address or phone number"
    )


class ResolvedState(BaseModel):
    """Whose an interaction with these identifiers would be; nothing is written."""

    customer_id: str | None = Field(description="Null where all of them are shared by many or stand for nobody")
    is_new: bool = Field(description="Whether nobody was ever seen with any of them")
    merged: list[str] = Field(description="Other customers that would be one with it")
    apart: list[str] = Field(
        description="Customers that some of the identifiers stay with: a limit, or somebody's word"
    )
    identifiers: int
    shared: int = Field(description="How many of the identifiers belong to nobody")


@ROUTES.post("/customers/resolve", dependencies=[needs("read")], responses=responses(422))
def resolve_customer(given: GivenTogether, view: Annotated[View, Depends(current_view)]) -> ResolvedState:
    """Tell which customer somebody is who gives these identifiers together, and whom that would join; nothing is written."""
    return ResolvedState.model_validate(resolve_in(view, given.identifiers), from_attributes=True)
