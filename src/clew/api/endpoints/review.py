"""The review queue: pairs of customers who are alike, side by side, and the answers that settle them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Path, Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.changing import tagged
from clew.api.identity_models import Reason
from clew.api.paging import Paging, window
from clew.api.problems import Problem, not_found, responses
from clew.api.reasons import check_reason
from clew.api.review_models import (
    LikenessState,
    ReviewQueueState,
    SideBySideState,
    answer_state,
    beside_states,
    model_state,
    pair_state,
    side_state,
    trace_state,
)
from clew.api.routes import Routes
from clew.api.serving import current_view, person
from clew.api.serving import workspace as served
from clew.api.thread_steps import Moments
from clew.app.identity.review import SideBySide, answer
from clew.app.view import View
from clew.app.view.identity.reviewing import ReviewQueue, learnt_model, review_queue, seen_beside, take_back
from clew.app.workspace import Workspace
from clew.customers import Decision, decisions
from clew.model import UsageError

ROUTES = Routes("review")
Served = Annotated[Workspace, Depends(served)]
Read = Annotated[View, Depends(current_view)]
Number = Annotated[int, Path(ge=1, le=2**53, description="The pair's number, as the queue has it")]


class ReviewAnswer(BaseModel):
    """What a person says of a pair, and why; ``taken_back`` takes their own latest answer back, so that it waits again."""

    verdict: Literal["same", "different", "unsure", "taken_back"]
    reason: Reason


class ReviewAnswered(BaseModel):
    """What is left after an answer."""

    pending: int = Field(description="How many pairs have a word that the numbers on screen don't follow yet")
    total: int = Field(description="How many pairs still wait")


@ROUTES.get("/review", dependencies=[needs("read")])
def get_review_queue(view: Read, place: Served, page: Paging) -> ReviewQueueState:
    """Return the pairs that wait for a person's eye; those answered since the last build are left out."""
    queue = review_queue(view, place)
    start, stop, following, before = window(len(queue.items), page, view.version)
    return ReviewQueueState(
        items=[pair_state(each) for each in queue.items[start:stop]],
        total=len(queue.items),
        next=following,
        previous=before,
        state=queue.state,
        unsure=sum(each.was_unsure for each in queue.items),
        held_back=sum(each.held_back != "" for each in queue.items),
        proposed=queue.proposed,
        pending=len(queue.pending),
        cannot_match=queue.cannot_match,
    )


@ROUTES.get("/review/model", dependencies=[needs("read")], responses=responses(304))
def get_likeness_model(request: Request, response: Response, place: Served) -> LikenessState:
    """Return what likeness learnt: how much each agreement says for one person, and each difference against it."""
    model = learnt_model(place)
    tagged(request, response, f"{model.version} {model.trained_at.timestamp():.0f}" if model else "none")
    return LikenessState(model=None if model is None else model_state(model))


@ROUTES.get("/review/{number}", dependencies=[needs("read")], responses=responses(404))
def get_review_pair(request: Request, number: Number, view: Read, place: Served) -> SideBySideState:
    """Return both sides of a pair, also of one that was answered."""
    both = _proposed(view, place, number)
    queue = review_queue(view, place)
    numbers = [each.number for each in queue.items]
    at = numbers.index(number) if number in numbers else None
    others = [each for each in (*numbers[(0 if at is None else at + 1) :], *numbers) if each != number]
    word, moments = _latest(place, both), Moments(view)
    return SideBySideState(
        pair=pair_state(both.pair),
        left=side_state(both.left, moments),
        right=side_state(both.right, moments),
        traits=beside_states(both, moments),
        start=both.start,
        evidence=[trace_state(each) for each in both.evidence],
        words=list(both.words),
        waits=at is not None,
        answer=answer_state(word, moments),
        can_take_back=_is_own(queue, word, person(request).name),
        following=others[0] if others else None,
        preceding=numbers[at - 1] if at else None,
        place=None if at is None else at + 1,
        total=len(numbers),
    )


@ROUTES.post("/review/{number}", dependencies=[needs("decide")], responses=responses(404, 409))
def answer_review_pair(
    request: Request, number: Number, said: ReviewAnswer, view: Read, place: Served
) -> ReviewAnswered:
    """Write an answer into the ledger of links; customers follow at the next build."""
    both = _proposed(view, place, number)
    queue, author = review_queue(view, place), person(request).name
    check_reason(said.reason, (both.pair.identifier_a, both.pair.identifier_b))
    if said.verdict == "taken_back":
        word = _latest(place, both)
        if word is None or not _is_own(queue, word, author):
            raise _settled("There is no answer of yours to take back that isn't in the numbers already.")
        take_back(place, word, reason=said.reason, author=author)
    else:
        if all(each.number != number for each in queue.items):
            raise _settled("Somebody has answered this meanwhile, or the two are one customer already.")
        answer(place, number, said.verdict, reason=said.reason, author=author)
    after = review_queue(view, place)
    return ReviewAnswered(pending=len(after.pending), total=len(after.items))


def _proposed(view: View, place: Workspace, number: int) -> SideBySide:
    try:
        return seen_beside(view, place, number)
    except UsageError:
        raise not_found(
            "This pair is no longer proposed: likeness looked anew since, or one of the two was erased. Read the queue again."
        ) from None


def _latest(place: Workspace, both: SideBySide) -> Decision | None:
    pair = (both.pair.identifier_a, both.pair.identifier_b)
    return next(
        (each for each in reversed(decisions(place.journal)) if (each.identifier_a, each.identifier_b) == pair), None
    )


def _is_own(queue: ReviewQueue, word: Decision | None, author: str) -> bool:
    """Say whether it is an answer from the queue, of this person, that no build knows yet."""
    if word is None or word.verdict == "withdrawn":
        return False
    is_pending = (word.identifier_a, word.identifier_b) in queue.pending
    return is_pending and word.author == author and word.basis.startswith("likeness")


def _settled(detail: str) -> Problem:
    return Problem("settled", "It is settled already", 409, detail)
