"""A measured number as the interface gives it: value, interval, n, and in words what is thin, young or missing."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from clew.app.view.values.compare import Comparison
from clew.app.view.values.grouped import GroupValue, PartCounts
from clew.metrics import Difference
from clew.model import MetricValue


class MetricState(BaseModel):
    """One metric over some journeys."""

    name: str
    title: str
    value: float | None = Field(description="In its unit; null where there is none, reason says why")
    unit: Literal["ratio", "seconds", "count"]
    low: float | None = Field(description="Lower end of the 95 % interval")
    high: float | None = Field(description="Upper end of the 95 % interval; null may mean: no end known")
    n: int = Field(description="How many journeys were measured")
    state: Literal["ok", "thin", "withheld", "immature", "empty"]
    reason: str = Field(description="Why it isn't ok, and what was left out")
    better: Literal["higher", "lower", "neither"]
    immature: int = Field(description="Journeys too young to count")


class PartsState(BaseModel):
    """What became of each journey in a metric; the four sum to all of them."""

    counted: int
    censored: int = Field(description="Not there yet: at least their value is known")
    immature: int = Field(description="Too young: their window hasn't closed")
    left_out: int = Field(description="The metric doesn't apply, or what it needs isn't recorded")


class DifferenceState(BaseModel):
    """One value minus another, with its interval."""

    value: float | None
    low: float | None
    high: float | None
    verdict: Literal["up", "down", "within_chance", "unknown"] = Field(
        description="up or down where the 95 % interval lies on one side of 0, within_chance where it holds 0"
    )
    reason: str


class ComparisonState(BaseModel):
    """One metric over two groups of journeys."""

    now: MetricState
    before: MetricState
    now_parts: PartsState
    before_parts: PartsState
    difference: DifferenceState = Field(description="now minus before")
    now_through: str = Field(description="The journeys that n of now counts")
    before_through: str = Field(description="The journeys that n of before counts, under its own selection")
    shared: int = Field(description="Journeys in both; they make the interval wider than need be")


def metric_state(value: MetricValue) -> MetricState:
    """Return the state of a value."""
    return MetricState.model_validate({name: getattr(value, name) for name in MetricState.model_fields})


def parts_state(parts: PartCounts) -> PartsState:
    """Return the state of a group's parts."""
    return PartsState(counted=parts.counted, censored=parts.censored, immature=parts.immature, left_out=parts.left_out)


def difference_state(found: Difference) -> DifferenceState:
    """Return the state of a difference."""
    return DifferenceState(
        value=found.value, low=found.low, high=found.high, verdict=found.verdict, reason=found.reason
    )


def comparison_state(found: Comparison) -> ComparisonState:
    """Return the state of a comparison."""
    return ComparisonState(
        now=_of(found.now),
        before=_of(found.before),
        now_parts=parts_state(found.now.parts),
        before_parts=parts_state(found.before.parts),
        difference=difference_state(found.difference),
        now_through=found.now.through,
        before_through=found.before.through,
        shared=found.shared,
    )


def _of(group: GroupValue) -> MetricState:
    return metric_state(group.value)
