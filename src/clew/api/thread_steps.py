"""Steps as every thread shows them: the same shape on a journey, on a customer's timeline and behind a number."""

from __future__ import annotations

from dataclasses import asdict
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, Field

from clew.app.moments import shown_moment
from clew.app.view import View
from clew.app.view.customers.thread import ThreadHandoff, ThreadStep, read_steps
from clew.maps import channel_title


class ThreadHandoffState(BaseModel):
    """The handoff that a step ends: what changed, and how long the customer waited until somebody took over."""

    change: str = Field(description="channel, party, or channel and party")
    from_channel: str
    from_channel_title: str
    to_channel: str
    to_channel_title: str
    from_party: str = Field(description="bot, agent, or empty where nobody had served yet")
    to_party: str
    from_team: str
    to_team: str
    wait_seconds: float | None = Field(description="Null where nobody of the party that takes over ever acts")


class Detail(BaseModel):
    """Something a source said besides, under its own name."""

    name: str
    value: str


class StepFindingState(BaseModel):
    """One pain point that shows at a step."""

    detector: str
    title: str
    severity: float = Field(description="From 0 to 1")
    amount: float | None = Field(description="In amount_unit; null where there is none")
    amount_unit: str | None
    since_position: int | None = Field(description="The step of the journey where it began; null where it is this one")


class MarkedWordsState(BaseModel):
    """Words of a step's text that show what went wrong there; counted in Unicode characters, never overlapping."""

    start_char: int
    end_char: int = Field(description="The first character behind them")
    titles: list[str] = Field(description="What they show")
    read_by: str | None = Field(description="The language model where only its reading says so; null for rules")


class ThreadStepState(BaseModel):
    """One step: who did or said what, where and when. Empty words weren't said by the source."""

    row: int = Field(description="Its place in this list, from 0")
    journey_id: str
    journey_number: int = Field(description="Which of the customer's journeys, from 1 in the order they began")
    issue: str = Field(description="What that journey is about; empty where it isn't named")
    position: int = Field(description="Its place in its journey, from 0")
    interaction_id: str
    source: str
    source_id: str
    at: str
    ended_at: str | None
    channel: str
    channel_title: str
    touchpoint: str
    kind: str
    direction: str
    party: str = Field(description="customer, bot, agent or system")
    party_id: str = Field(description="Who of the party")
    team: str
    stage: str
    stage_title: str
    outcome: str
    starts_contact: bool = Field(description="Whether the customer turns to the organisation anew with it")
    wait_before_seconds: float | None = Field(
        description="Since the end of the journey's step before; null at its first"
    )
    quiet_before_seconds: float | None = Field(description="Since the step listed before it; null at the list's first")
    conversation_id: str
    case_ref: str
    rating: float | None
    value: float | None
    subject: str
    text: str
    text_is_cut: bool = Field(description="Whether the text goes on beyond what is given here")
    identifiers: list[str]
    details: list[Detail]
    handoff: ThreadHandoffState | None
    joined_by: str = Field(description="Why the step is in this journey; empty where the tables don't tell")
    joined_probability: float | None = Field(description="How likely that is right, from 0 to 1")
    findings: list[StepFindingState] = Field(description="Pain points that show here, the worst first")
    marked: list[MarkedWordsState]


class Moments:
    """Writes moments and titles as the build's settings have them."""

    def __init__(self, view: View) -> None:
        """Take the time zone and the stages' titles."""
        self.zone = ZoneInfo(view.settings.time_zone)
        self.stages = dict(view.settings.stages)

    def at(self, moment_us: int) -> str:
        """Return a moment as ISO 8601 in the workspace's time zone."""
        return shown_moment(moment_us, self.zone)

    def at_any(self, moment_us: int | None) -> str | None:
        """Return the same, None where there is no moment."""
        return None if moment_us is None or moment_us < 0 else self.at(moment_us)

    def stage(self, stage: str) -> str:
        """Return a stage's title."""
        return self.stages.get(stage, stage.capitalize())


def step_states(view: View, rows: NDArray[np.int64], start: int, stop: int) -> list[ThreadStepState]:
    """Return rows ``start`` to ``stop`` of a list of step rows as they are answered, with the quiet time before each."""
    moments, asked = Moments(view), rows[start:stop]
    before = view.steps.occurred_us[rows[max(start - 1, 0) : stop]]
    gaps = np.maximum(np.diff(before, prepend=before[:1] if start == 0 else before[:0]), 0) / 1e6
    return [
        _step_state(step, start + at, None if start + at == 0 else float(gap), moments)
        for at, (step, gap) in enumerate(zip(read_steps(view, asked), gaps, strict=True))
    ]


def _step_state(step: ThreadStep, row: int, quiet: float | None, moments: Moments) -> ThreadStepState:
    plain: dict[str, object] = {
        name: getattr(step, name) for name in ThreadStepState.model_fields if hasattr(step, name)
    }
    given: dict[str, object] = {
        **plain,
        "row": row,
        "at": moments.at(step.occurred_us),
        "ended_at": moments.at_any(step.ended_us),
        "channel_title": channel_title(step.channel),
        "stage_title": moments.stage(step.stage),
        "quiet_before_seconds": quiet,
        "identifiers": list(step.identifiers),
        "details": [Detail(name=name, value=value) for name, value in step.details],
        "handoff": _handoff_state(step.handoff) if step.handoff else None,
        "findings": [asdict(each) for each in step.at_step.findings],
        "marked": [asdict(each) for each in step.at_step.marked],
    }
    return ThreadStepState.model_validate(given)


def _handoff_state(handoff: ThreadHandoff) -> ThreadHandoffState:
    return ThreadHandoffState(
        **asdict(handoff),
        from_channel_title=channel_title(handoff.from_channel),
        to_channel_title=channel_title(handoff.to_channel),
    )
