"""What was said around handoffs, as it is answered: how much context they lose, and the very words of each question asked again."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from clew.api.thread_steps import Moments
from clew.app.view.handoffs.evidence import AskedAgain, HandoffEvidence, Quote
from clew.app.view.handoffs.lost import Around, ContextLost
from clew.app.view.handoffs.word import HandoffWord, encoded
from clew.journeys import known_kinds
from clew.maps import channel_title


class ContextLostState(BaseModel):
    """Of the handoffs with something known before: after how many something known was asked for again."""

    known: int = Field(description="Handoffs before which the customer had given something")
    lost: int = Field(description="Of these, those after which something known was asked for again")
    share: float | None = Field(description="lost / known; null below five known")
    low: float | None = Field(description="Lower end of the 95 % interval")
    high: float | None = Field(description="Upper end of the 95 % interval")
    lost_by_model: int = Field(description="Of the lost, those that rest on a language model's reading alone")
    facts_known: int = Field(description="Facts known before these handoffs")
    facts_carried: int = Field(description="Of these, those used after the handoff without being asked for")
    carried_ratio: float | None = Field(description="facts_carried / facts_known; null below five known")
    state: Literal["ok", "thin", "withheld", "empty", "unread"] = Field(
        description="unread: texts aren't read, so nothing can be told"
    )


class FactLostState(BaseModel):
    """One kind of fact over the handoffs before which it was known."""

    fact: str
    title: str
    known: int
    carried: int
    asked_again: int
    verified: int = Field(description="Asked for to check who it is; not counted as asked again")
    asked_through: str = Field(description="Opens the handoffs after which it was asked again")


class AroundState(BaseModel):
    """What was said around a group of handoffs."""

    lost: ContextLostState
    lost_through: str
    facts: list[FactLostState]
    read: int = Field(description="Handoffs whose texts were read: what told and promised are of")
    told: int = Field(description="Before which the customer was told that somebody takes over, or where to turn")
    not_told_through: str
    promised: int = Field(description="Before which a promise was given, since the handoff before")
    promised_through: str
    came_back: int = Field(description="After which the customer turned to the company again on the same issue")
    came_back_through: str


class QuoteState(BaseModel):
    """Some characters of a step's text, with those around them."""

    position: int = Field(description="The step's place in its journey, from 0")
    at: str
    channel_title: str
    before: str
    words: str
    after: str
    is_cut_before: bool = Field(description="Whether more text stands before")
    is_cut_after: bool


class AskedAgainState(BaseModel):
    """A question for something known, and the customer's last words before the handoff that gave it."""

    fact: str
    title: str
    asked: QuoteState
    given: QuoteState | None
    read_by: str | None = Field(description="The language model that read the question; null where rules did")


class HandoffEvidenceState(BaseModel):
    """One handoff with what was known, announced and asked again around it; null where texts aren't read."""

    row: int = Field(description="Its place in this list, from 0")
    journey_id: str
    customer_id: str
    position: int = Field(description="The place in its journey of the step that it leads to")
    handed_at: str
    from_channel_title: str
    to_channel_title: str
    from_party: str
    to_party: str
    from_team: str
    to_team: str
    wait_seconds: float | None
    facts_known: list[str] | None = Field(description="What the known facts are called")
    told: bool | None
    promised: bool | None
    came_back: bool
    broken: list[str] = Field(description="What the broken terms are called, where the word names a contract")
    asked_again: list[AskedAgainState]


def lost_state(lost: ContextLost) -> ContextLostState:
    """Return how much context is lost as it is answered."""
    return ContextLostState.model_validate({name: getattr(lost, name) for name in ContextLostState.model_fields})


def around_state(found: Around, word: HandoffWord) -> AroundState:
    """Return what was said around a word's handoffs as it is answered."""

    def through(part: str) -> str:
        return str(word.narrowed(part))

    return AroundState(
        lost=lost_state(found.lost),
        lost_through=through("context=lost"),
        facts=[
            FactLostState(
                fact=fact.name,
                title=known_kinds()[fact.name].title,
                known=fact.known,
                carried=fact.carried,
                asked_again=fact.asked_again,
                verified=fact.verified,
                asked_through=through(f"asked={encoded(fact.name)}"),
            )
            for fact in found.facts
        ],
        read=found.read,
        told=found.told,
        not_told_through=through("told=no"),
        promised=found.promised,
        promised_through=through("promised=yes"),
        came_back=found.came_back,
        came_back_through=through("back=yes"),
    )


def evidence_state(found: HandoffEvidence, row: int, broken: list[str], moments: Moments) -> HandoffEvidenceState:
    """Return one handoff with its words as it is answered."""
    known = None if found.facts_known is None else [_title(fact) for fact in found.facts_known]
    return HandoffEvidenceState(
        row=row,
        journey_id=found.journey_id,
        customer_id=found.customer_id,
        position=found.position,
        handed_at=moments.at(found.handed_us),
        from_channel_title=channel_title(found.from_channel),
        to_channel_title=channel_title(found.to_channel),
        from_party=found.from_party,
        to_party=found.to_party,
        from_team=found.from_team,
        to_team=found.to_team,
        wait_seconds=found.wait_seconds,
        facts_known=known,
        told=found.told,
        promised=found.promised,
        came_back=found.came_back,
        broken=broken,
        asked_again=[_asked(each, moments) for each in found.asked_again],
    )


def _asked(each: AskedAgain, moments: Moments) -> AskedAgainState:
    return AskedAgainState(
        fact=each.fact,
        title=_title(each.fact),
        asked=_quote(each.asked, moments),
        given=_quote(each.given, moments) if each.given else None,
        read_by=each.read_by,
    )


def _quote(quote: Quote, moments: Moments) -> QuoteState:
    return QuoteState(
        position=quote.position,
        at=moments.at(quote.occurred_us),
        channel_title=channel_title(quote.channel),
        before=quote.before,
        words=quote.words,
        after=quote.after,
        is_cut_before=quote.is_cut[0],
        is_cut_after=quote.is_cut[1],
    )


def _title(fact: str) -> str:
    kind = known_kinds().get(fact)
    return kind.title if kind else fact
