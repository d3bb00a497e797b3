"""Pain points as they are answered: a detector with its rule, what it found, whether it grows, and each finding's place."""

from __future__ import annotations

from pydantic import BaseModel, Field

from clew.api.metric_state import DifferenceState, MetricState, difference_state, metric_state
from clew.api.thread_steps import Moments
from clew.app.view.pain_points.places import ChannelCount, Finding
from clew.app.view.pain_points.ranking import PainPointLine, ShareChange
from clew.app.view.pain_points.word import PainPointWord
from clew.maps import channel_title
from clew.pain_points import SIGNALS, TRIGGERS, Detector


class ThresholdState(BaseModel):
    """One number that a rule turns on."""

    name: str
    value: float
    unit: str


class DetectorState(BaseModel):
    """What a detector is; everything said about it comes from its one definition."""

    name: str
    title: str
    question: str
    rule: str
    thresholds: list[ThresholdState]
    severity: float = Field(description="How bad one finding is as a rule, from 0 to 1")
    decision: str = Field(description="The decision that it supports")
    source: str = Field(description="Where the definition comes from")
    trigger: str | None = Field(description="The emotional trigger that it belongs to, in words")
    signal: str | None = Field(description="The data signal that it belongs to, in words")
    amount_unit: str | None
    needs_texts: bool = Field(description="Whether texts have to be read for it")
    version: int


class ShareChangeState(BaseModel):
    """The share of journeys with a finding in their first days, in one period and in the one before."""

    now: MetricState
    before: MetricState
    difference: DifferenceState


class PainPointState(BaseModel):
    """One detector over the journeys looked at."""

    detector: DetectorState
    found: int | None = Field(description="How many it found; null where it wasn't looked for, share.reason says why")
    journeys: int | None = Field(description="On how many journeys; null where it wasn't looked for")
    share: MetricState = Field(description="Of the journeys looked at, those with one at least; n is all of them")
    severity: float = Field(description="Mean of what was found, from 0 to 1; as a rule where nothing was")
    weight: float = Field(description="Findings times severity: what the list is ranked by")
    median_amount: float | None = Field(description="In the detector's amount_unit")
    amounts: int = Field(description="How many findings have an amount: what its median rests on")
    change: ShareChangeState | None = Field(description="Null where the data don't reach back far enough")
    through: str = Field(description="Opens the journeys on which it was found")


class SpanState(BaseModel):
    """Days, the first and the last included."""

    first: str
    last: str


class PainPointsState(BaseModel):
    """All detectors over the journeys looked at, the heaviest first."""

    lines: list[PainPointState]
    found: int = Field(description="Findings of all detectors together")
    hurt: MetricState = Field(description="The share of journeys on which any detector found something")
    hurt_journeys: int
    through: str = Field(description="Opens the journeys on which any detector found something")
    now: SpanState | None = Field(
        description="The period of the changes; null where the data don't reach back far enough"
    )
    before: SpanState | None = Field(description="The period of equal length before it")
    followed_days: int = Field(
        description="So many days of each journey count in a change; younger journeys are left out"
    )
    now_is_selected: bool = Field(description="Whether the period was asked for; else it is the last days of the data")


class PainPointChannelState(BaseModel):
    """Findings that show on one channel."""

    channel: str
    channel_title: str
    found: int
    journeys: int
    through: str


class PainPointDetail(BaseModel):
    """One detector looked at closely; the channels sum to what it found."""

    line: PainPointState
    channels: list[PainPointChannelState] = Field(description="On which channels its findings show, the most first")


class FindingState(BaseModel):
    """One finding and its place; moments in the workspace's time zone."""

    journey_id: str
    customer_id: str
    customer: str = Field(description="The customer's best identifier, namespace:value; empty where there is none")
    issue: str = Field(description="What the journey is about; empty where nobody named it")
    topic: str = Field(description="The same in words of its texts, as Clew found them; empty where nothing tells")
    position: int = Field(description="The step of the journey where it shows, from 0")
    at: str
    channel: str
    channel_title: str
    party: str
    severity: float
    amount: float | None = Field(description="In the detector's amount_unit")
    since_position: int | None = Field(description="The step where it began; null where it is all at one step")
    since_at: str | None
    words: str = Field(description="What was said that shows it; empty where it isn't words that do")


def detector_state(detector: Detector) -> DetectorState:
    """Return a detector's definition."""
    return DetectorState(
        name=detector.name,
        title=detector.title,
        question=detector.question,
        rule=detector.rule,
        thresholds=[ThresholdState(name=each.name, value=each.value, unit=each.unit) for each in detector.thresholds],
        severity=detector.severity,
        decision=detector.decision,
        source=detector.source,
        trigger=TRIGGERS[detector.trigger] if detector.trigger else None,
        signal=SIGNALS[detector.signal].title if detector.signal else None,
        amount_unit=detector.amount_unit,
        needs_texts=detector.needs == "texts",
        version=detector.version,
    )


def line_state(line: PainPointLine) -> PainPointState:
    """Return a line of the list."""
    return PainPointState(
        detector=detector_state(line.detector),
        found=line.found,
        journeys=line.journeys,
        share=metric_state(line.share),
        severity=line.severity,
        weight=line.weight,
        median_amount=line.amount,
        amounts=line.amounts,
        change=_change(line.change) if line.change else None,
        through=str(PainPointWord(line.detector.name)),
    )


def channel_state(count: ChannelCount) -> PainPointChannelState:
    """Return the findings on one channel."""
    return PainPointChannelState(
        channel=count.channel,
        channel_title=channel_title(count.channel),
        found=count.found,
        journeys=count.journeys,
        through=str(count.word),
    )


def finding_state(finding: Finding, moments: Moments) -> FindingState:
    """Return one finding."""
    step = finding.step
    return FindingState(
        journey_id=step.journey_id,
        customer_id=finding.customer_id,
        customer=finding.customer,
        issue=step.issue,
        topic=finding.topic,
        position=step.position,
        at=moments.at(step.occurred_us),
        channel=step.channel,
        channel_title=channel_title(step.channel),
        party=step.party,
        severity=finding.severity,
        amount=finding.amount,
        since_position=finding.since_position,
        since_at=moments.at_any(finding.since_us),
        words=finding.words,
    )


def _change(change: ShareChange) -> ShareChangeState:
    return ShareChangeState(
        now=metric_state(change.now),
        before=metric_state(change.before),
        difference=difference_state(change.difference),
    )
