"""What people say about who is who: tried out first, written down with author and reason, and withdrawn again."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import etag, require_match
from clew.api.identity_models import (
    IdentifierText,
    IdentityChangeState,
    IdentityWord,
    Reason,
    SaidWordState,
    preview_state,
)
from clew.api.problems import not_found, responses
from clew.api.reasons import check_reason
from clew.api.routes import Routes
from clew.api.serving import current_view, person
from clew.api.serving import workspace as served
from clew.api.thread_steps import Moments
from clew.app.view import View
from clew.app.view.identity import trying
from clew.app.view.identity.acts import Act, acts_of
from clew.app.view.identity.moved import current_id
from clew.app.workspace import Workspace
from clew.customers import decide_all, decisions

ROUTES = Routes("customer decisions")
Served = Annotated[Workspace, Depends(served)]
Read = Annotated[View, Depends(current_view)]
Identifiers = Annotated[list[IdentifierText], Field(min_length=1, max_length=1_000)]
Words = Annotated[list[IdentityWord], Field(min_length=1, max_length=1_000)]


class SplitWords(BaseModel):
    """Identifiers of one customer that belong to somebody else, in full."""

    identifiers: Identifiers


class Split(SplitWords):
    """The same, and why."""

    reason: Reason


class WordsSaid(BaseModel):
    """Words about pairs of identifiers."""

    words: Words


class Deciding(WordsSaid):
    """The same, and why."""

    reason: Reason


class WrittenDown(BaseModel):
    """How many words were written down; the tables follow at the next build."""

    words: int


class ActState(BaseModel):
    """What one person said at once."""

    author: str
    reason: str
    verdict: str
    at: str
    shown: bool = Field(description="Whether the numbers on screen were built with it")
    words: list[SaidWordState]


class ActList(BaseModel):
    """What people said about a customer's identifiers, the latest first."""

    items: list[ActState]


@ROUTES.post("/customers/split/preview", dependencies=[needs("read")])
def preview_split(response: Response, wanted: SplitWords, view: Read, place: Served) -> IdentityChangeState:
    """Say what parting these identifiers from the rest of their customer would change; nothing is written."""
    return _preview(response, view, place, trying.split_words(view, wanted.identifiers))


@ROUTES.post("/customers/split", dependencies=[needs("decide")], responses=responses(412, 428))
def split_customer(request: Request, wanted: Split, view: Read, place: Served) -> WrittenDown:
    """Part these identifiers from the rest of their customer; ``If-Match`` names the build that was looked at."""
    require_match(request, view.version)
    return _say(request, place, trying.split_words(view, wanted.identifiers), wanted.reason)


@ROUTES.post("/customers/decisions/preview", dependencies=[needs("read")])
def preview_decisions(response: Response, wanted: WordsSaid, view: Read, place: Served) -> IdentityChangeState:
    """Say what these words would change; nothing is written."""
    words = [(each.a, each.b, each.verdict) for each in wanted.words]
    trying.check_words(view, words)
    return _preview(response, view, place, words)


@ROUTES.post("/customers/decisions", dependencies=[needs("decide")], responses=responses(412, 428))
def decide_identity(request: Request, wanted: Deciding, view: Read, place: Served) -> WrittenDown:
    """Write these words down, all or none; ``If-Match`` names the build that was looked at."""
    require_match(request, view.version)
    words = [(each.a, each.b, each.verdict) for each in wanted.words]
    trying.check_words(view, words)
    return _say(request, place, words, wanted.reason)


@ROUTES.get("/customers/{customer_id:path}/decisions", dependencies=[needs("read")], responses=responses(404))
def list_decisions(view: Read, place: Served, customer_id: Annotated[str, Path(max_length=500)]) -> ActList:
    """Return what people said about a customer's identifiers, the latest first."""
    found = current_id(view, customer_id)
    if found is None:
        raise not_found("No customer here has that id. It may belong to another one since: search for it.")
    moments = Moments(view)
    return ActList(items=[_act(each, moments) for each in acts_of(view, found, decisions(place.journal))])


def _preview(response: Response, view: View, place: Workspace, words: list[trying.Word]) -> IdentityChangeState:
    response.headers["ETag"] = etag(view.version)
    return preview_state(trying.preview(view, decisions(place.journal), words), len(words))


def _say(request: Request, place: Workspace, words: list[trying.Word], reason: str) -> WrittenDown:
    check_reason(reason, (each for a, b, _ in words for each in (a, b)))
    return WrittenDown(words=len(decide_all(place.journal, words, reason=reason, author=person(request).name)))


def _act(act: Act, moments: Moments) -> ActState:
    return ActState(
        author=act.author,
        reason=act.reason,
        verdict=act.verdict,
        at=moments.at(act.at_us),
        shown=act.is_shown,
        words=[
            SaidWordState(
                identifier_a=each.identifier_a,
                identifier_b=each.identifier_b,
                verdict=each.verdict,
                stands=each.stands,
            )
            for each in act.words
        ],
    )
