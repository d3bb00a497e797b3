"""A customer's profile as it is answered: traits with who tells them, and consents with what decides them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, Field

from clew.api.thread_steps import Moments
from clew.app.identity.profile import ProfileConsent, ProfileTrait
from clew.app.view.identity.profiled import SeenProfile
from clew.customers import Statement, TraitValue

#: The journey and position of each interaction that is evidence.
Steps = Mapping[str, tuple[str, int]]


class TraitValueState(BaseModel):
    """One value of a trait, as it was told last."""

    value: str
    source: str
    at: str | None
    tellings: int = Field(description="How many records and interactions tell it")
    sources: list[str] = Field(description="All that tell it")
    contradicts: bool = Field(description="Whether it can't be true beside the value that stands")
    journey_id: str | None = Field(description="The journey that holds the interaction; null where a record tells it")
    position: int | None


class TraitState(BaseModel):
    """A trait: the value that stands, by which policy, and what else was told."""

    trait: str
    title: str
    sensitive: bool
    policy: str = Field(description="latest, most often, or source: and the sources, the best believed first")
    standing: TraitValueState
    others: list[TraitValueState]
    conflict: bool = Field(description="Whether one of the others contradicts what stands")


class StatementState(BaseModel):
    """What a source or a person stated about consent."""

    identifier: str
    purpose: str
    granted: bool | None = Field(description="Null: a refusal is over, or what was written down was taken back")
    source: str = Field(description="Empty for a person")
    author: str = Field(description="Empty for a source")
    reason: str = Field(description="A person's reason; empty for a source")
    at: str | None
    shown: bool = Field(description="Whether the tables were built with it")
    journey_id: str | None
    position: int | None


class ConsentState(BaseModel):
    """What stands for a purpose, and why."""

    purpose: str
    title: str
    standing: Literal["granted", "denied", "unknown"]
    through: str = Field(description="The wider purpose that decides it, where one does; else empty")
    decided_by: StatementState | None
    statements: list[StatementState] = Field(description="All that was stated, the latest first")


class ProfileState(BaseModel):
    """What is known of a customer beside its journeys."""

    customer_id: str
    traits: list[TraitState]
    consents: list[ConsentState]
    identifiers: list[str] = Field(description="What a statement can be about, the oldest first; 100 at most")


_MOST = 100


def evidence_of(seen: SeenProfile) -> list[str]:
    """Return the evidence of everything in a profile."""
    told = [each for trait in seen.profile.traits for each in (trait.standing, *trait.others)]
    stated = [each for consent in seen.profile.consents for each in _statements(consent)]
    return sorted({each.evidence for each in told} | {each.evidence for each in stated if each.source})


def profile_state(seen: SeenProfile, steps: Steps, moments: Moments) -> ProfileState:
    """Return a profile."""
    return ProfileState(
        customer_id=seen.profile.customer_id,
        traits=[_trait(each, steps, moments) for each in seen.profile.traits],
        consents=[_consent(each, seen, steps, moments) for each in seen.profile.consents],
        identifiers=[each.identifier for each in seen.profile.identifiers[:_MOST]],
    )


def _trait(trait: ProfileTrait, steps: Steps, moments: Moments) -> TraitState:
    return TraitState(
        trait=trait.trait,
        title=trait.title,
        sensitive=trait.sensitive,
        policy=trait.policy,
        standing=_value(trait.standing, steps, moments),
        others=[_value(each, steps, moments) for each in trait.others],
        conflict=trait.conflict,
    )


def _value(told: TraitValue, steps: Steps, moments: Moments) -> TraitValueState:
    journey, position = steps.get(told.evidence, (None, None))
    return TraitValueState(
        value=told.value,
        source=told.source,
        at=moments.at_any(told.at_us),
        tellings=told.tellings,
        sources=list(told.sources),
        contradicts=told.contradicts,
        journey_id=journey,
        position=position,
    )


def _consent(consent: ProfileConsent, seen: SeenProfile, steps: Steps, moments: Moments) -> ConsentState:
    def stated(each: Statement) -> StatementState:
        journey, position = steps.get(each.evidence, (None, None)) if each.source else (None, None)
        return StatementState(
            identifier=each.identifier,
            purpose=each.purpose,
            granted=each.granted,
            source=each.source,
            author=each.author,
            reason=each.evidence if each.author else "",
            at=moments.at_any(each.at_us),
            shown=each not in seen.pending,
            journey_id=journey,
            position=position,
        )

    standing: Literal["granted", "denied", "unknown"] = "unknown"
    if consent.standing == "granted" or consent.standing == "denied":
        standing = consent.standing
    return ConsentState(
        purpose=consent.purpose,
        title=consent.title,
        standing=standing,
        through=consent.through if consent.through != consent.purpose else "",
        decided_by=None if consent.decided_by is None else stated(consent.decided_by),
        statements=[stated(each) for each in sorted(consent.statements, key=lambda each: -each.at_us)],
    )


def _statements(consent: ProfileConsent) -> list[Statement]:
    return [*consent.statements, *([consent.decided_by] if consent.decided_by else [])]
