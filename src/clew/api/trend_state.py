"""A metric's trend as the interface gives it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from clew.api.metric_state import PartsState, parts_state
from clew.app.view.values.trend import Bucket, Trend


class BucketState(BaseModel):
    """The journeys that began from ``first_day`` to ``last_day``; the selection with these days has just them."""

    first_day: date
    last_day: date
    value: float | None
    low: float | None
    high: float | None
    n: int
    state: Literal["ok", "thin", "withheld", "immature", "empty"]
    reason: str
    parts: PartsState
    young: bool = Field(description="The value will still move: more than a few of the journeys are too young to count")
    cut: bool = Field(description="The period is longer than the data or the selection")
    through: str = Field(description="The journeys that n counts, under the selection with these days")


class TrendState(BaseModel):
    """One metric over time, without gaps."""

    period: Literal["day", "week", "month", "year"] = Field(
        description="The period shown: a longer one than asked for, where that gave too many points"
    )
    buckets: list[BucketState]


def trend_state(found: Trend) -> TrendState:
    """Return the state of a trend."""
    return TrendState(period=found.period, buckets=[_bucket(bucket) for bucket in found.buckets])


def _bucket(bucket: Bucket) -> BucketState:
    value = bucket.group.value
    return BucketState(
        first_day=bucket.first_day,
        last_day=bucket.last_day,
        value=value.value,
        low=value.low,
        high=value.high,
        n=value.n,
        state=value.state,
        reason=value.reason,
        parts=parts_state(bucket.group.parts),
        young=bucket.is_young,
        cut=bucket.is_cut,
        through=bucket.group.through,
    )
