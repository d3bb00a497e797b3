"""The review queue as it is answered: pairs that wait, both sides of one, and what likeness learnt."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from clew.api.thread_steps import Moments
from clew.app.identity.review import SideBySide, Waiting
from clew.app.identity.side_by_side import Side, Told, TraitRow
from clew.customers import Decision, Trace
from clew.customers.matching import Model


class PairState(BaseModel):
    """Two customers who are alike."""

    number: int = Field(description="Names the pair without telling its identifiers; stays while it is proposed")
    identifier_a: str
    identifier_b: str
    customer_a: str
    customer_b: str
    weight: float = Field(description="In bits: each one more doubles the odds that they are one person")
    probability: float
    band: str = Field(description="accept (surely alike) or review (doubtful)")
    held_back: str = Field(description="Why a pair that is surely alike didn't join by itself; else empty")
    was_unsure: bool


class ReviewQueueState(BaseModel):
    """A part of what waits, the surest first, those that somebody was unsure of last; and why it is empty."""

    items: list[PairState]
    total: int = Field(description="How many pairs wait")
    next: str | None = Field(description="The cursor of the page after this one")
    previous: str | None = Field(description="The cursor of the page before this one")
    state: Literal["waiting", "answered", "nothing", "never_matched", "off"] = Field(
        description="Why the queue is as it is; answered: all were, nothing: likeness has nothing to ask"
    )
    unsure: int = Field(description="How many of them somebody was unsure of")
    held_back: int = Field(description="How many of them are surely alike but were kept from joining")
    proposed: int = Field(description="How many pairs likeness proposes in all, those that joined by themselves, too")
    pending: int = Field(description="How many pairs have a word that the numbers on screen don't follow yet")
    cannot_match: str = Field(description="What to do where matching isn't possible here; else empty")


class ToldState(BaseModel):
    """A value, and which sources say it."""

    value: str
    sources: list[str]
    at: str | None


class BesideState(BaseModel):
    """One trait of both."""

    trait: str
    left: list[ToldState]
    right: list[ToldState]
    agreement: str = Field(
        description="In likeness's words where it compared them; else same, different, or one has it"
    )
    weight: float | None = Field(description="What it adds, in bits; null where likeness didn't compare it")


class SideState(BaseModel):
    """One of the two customers."""

    identifier: str = Field(description="The identifier that was compared")
    customer_id: str
    identifiers: list[str] = Field(description="The oldest first; 50 at most")
    all_identifiers: int
    sources: list[str]
    interactions: int
    first_seen: str | None


class TraceState(BaseModel):
    """What one column adds to the weight, in bits."""

    column: str
    words: str
    weight: float


class AnswerState(BaseModel):
    """What somebody said of the pair."""

    verdict: str
    author: str
    reason: str
    at: str


class SideBySideState(BaseModel):
    """Both sides of a pair: ``start`` and the evidence add up to its weight."""

    pair: PairState
    left: SideState
    right: SideState
    traits: list[BesideState]
    start: float = Field(description="Where every pair begins")
    evidence: list[TraceState] = Field(description="The strongest first")
    words: list[str] = Field(description="The same in sentences")
    waits: bool = Field(description="Whether it waits for an answer")
    answer: AnswerState | None = Field(description="The latest word about the pair")
    can_take_back: bool = Field(description="Whether this session's person may take the answer back here")
    following: int | None = Field(
        description="The pair that waits after this one, the first where this one is the last"
    )
    preceding: int | None = Field(description="The pair that waits before this one")
    place: int | None = Field(description="Which it is of those that wait, from 1")
    total: int = Field(description="How many wait")


class LikenessLevel(BaseModel):
    """One step of likeness of one column."""

    words: str
    weight: float = Field(description="log2 of same_person / others")
    same_person: float = Field(description="The share of one person's pairs that look so")
    others: float = Field(description="The share of two people's pairs that look so")


class LikenessColumn(BaseModel):
    """The steps of one column, from the same to different."""

    column: str
    learnt: bool = Field(description="False where there was too little to learn from, and defaults had to do")
    levels: list[LikenessLevel]


class LikenessModel(BaseModel):
    """What likeness learnt from the workspace's own records. It holds nobody's values."""

    version: str
    trained_at: str
    records: int
    pairs: int = Field(description="Pairs of records that were compared in training")
    prior: float = Field(description="How likely two records are one person before anything of them is known")
    prior_weight: float
    between_sources: bool = Field(description="Whether only records of different sources are compared")
    columns: list[LikenessColumn]


class LikenessState(BaseModel):
    """What likeness learnt last."""

    model: LikenessModel | None = Field(description="Null before it looked for the first time")


_NAMED = 50


def pair_state(pair: Waiting) -> PairState:
    """Return a pair."""
    return PairState(
        number=pair.number,
        identifier_a=pair.identifier_a,
        identifier_b=pair.identifier_b,
        customer_a=pair.customer_a,
        customer_b=pair.customer_b,
        weight=pair.weight,
        probability=pair.probability,
        band=pair.band,
        held_back=pair.held_back,
        was_unsure=pair.was_unsure,
    )


def side_state(side: Side, moments: Moments) -> SideState:
    """Return one side."""
    return SideState(
        identifier=side.identifier,
        customer_id=side.customer_id,
        identifiers=list(side.identifiers[:_NAMED]),
        all_identifiers=len(side.identifiers),
        sources=list(side.sources),
        interactions=side.interactions,
        first_seen=moments.at_any(side.first_seen_us),
    )


def beside_states(both: SideBySide, moments: Moments) -> list[BesideState]:
    """Return every trait of both."""
    return [_beside(row, moments) for row in both.traits]


def trace_state(trace: Trace) -> TraceState:
    """Return what one column adds."""
    return TraceState(column=trace.column, words=trace.words, weight=trace.weight)


def answer_state(word: Decision | None, moments: Moments) -> AnswerState | None:
    """Return what somebody said; None where nobody did."""
    if word is None:
        return None
    return AnswerState(verdict=word.verdict, author=word.author, reason=word.reason, at=moments.at(word.at_us))


def model_state(model: Model) -> LikenessModel:
    """Return what was learnt."""
    return LikenessModel(
        version=model.version,
        trained_at=model.trained_at.isoformat(),
        records=model.rows,
        pairs=model.pairs,
        prior=model.prior,
        prior_weight=round(model.prior_weight, 3),
        between_sources=model.between_sources,
        columns=[
            LikenessColumn(
                column=each.column,
                learnt=each.learnt,
                levels=[
                    LikenessLevel(
                        words=level.words,
                        weight=round(level.weight, 3),
                        same_person=level.same_person,
                        others=level.others,
                    )
                    for level in each.levels
                ],
            )
            for each in model.columns
        ],
    )


def _beside(row: TraitRow, moments: Moments) -> BesideState:
    return BesideState(
        trait=row.trait,
        left=[_told(each, moments) for each in row.left],
        right=[_told(each, moments) for each in row.right],
        agreement=row.agreement,
        weight=row.weight,
    )


def _told(told: Told, moments: Moments) -> ToldState:
    return ToldState(value=told.value, sources=list(told.sources), at=moments.at_any(told.at_us))
