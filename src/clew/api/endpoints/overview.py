"""The overview: headline metrics, and the handoffs that hurt most."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.metric_state import (
    ComparisonState,
    MetricState,
    PartsState,
    comparison_state,
    metric_state,
    parts_state,
)
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.api.trend_state import TrendState, trend_state
from clew.app.view.overview.handoffs import RankedBy, WorstHandoff, worst_handoffs
from clew.app.view.overview.headline import HeadlineMetric, headline
from clew.app.view.values.compare import Span
from clew.maps import channel_title

ROUTES = Routes("overview")


class ComparedDays(BaseModel):
    """Days, both included."""

    first_day: date
    last_day: date
    days: int


class HeadlineLine(BaseModel):
    """One headline metric over the journeys looked at."""

    question: str
    metric: MetricState
    parts: PartsState
    trend: TrendState
    change: ComparisonState | None = Field(description="Null where the data hold no earlier period to compare with")
    through: str = Field(description="The journeys that n counts")


class HeadlineState(BaseModel):
    """The headline metrics in their places, and the periods that their changes compare."""

    journeys: int
    now: ComparedDays | None = Field(description="The period selected; without one the last days of the data")
    before: ComparedDays | None = Field(
        description="As many days before it; null where the data don't reach back so far"
    )
    chosen: bool = Field(description="Whether the selection asked for the period")
    metrics: list[HeadlineLine]


class UnresolvedState(BaseModel):
    """The share of handoffs in journeys that ended without a solution, of those that told how they ended."""

    share: float
    low: float
    high: float
    told: int


class HandoffLine(BaseModel):
    """All handoffs from one channel to another; within one channel the party changed."""

    from_channel: str
    from_title: str
    to_channel: str
    to_title: str
    n: int
    journeys: int
    answered: int = Field(description="Handoffs that have a wait: after them somebody acted")
    median_wait_seconds: float | None
    waiting_seconds: float | None = Field(
        description="Median wait times answered: about what these handoffs cost customers in all"
    )
    unresolved: UnresolvedState | None = Field(description="Null where too few journeys told how they ended")
    through: str


class HandoffsState(BaseModel):
    """The worst pairs of channels; their handoffs, ``below_shown`` and ``thin`` sum to ``total``."""

    ranked_by: RankedBy
    lines: list[HandoffLine]
    below_shown: int = Field(description="Handoffs of pairs that rank lower, or lack what is ranked by")
    thin: int = Field(description="Handoffs of pairs with too few to rank")
    thin_pairs: int
    total: int


@ROUTES.get("/overview/headline", dependencies=[needs("read")])
def get_overview_headline(here: Here) -> HeadlineState:
    """Return the headline metrics with their trends and how they stand against the period before."""

    def compute() -> HeadlineState:
        found = headline(here.view, here.chosen, here.selection)
        return HeadlineState(
            journeys=int(here.chosen.sum()),
            now=_span(found.spans.now if found.spans else None),
            before=_span(found.spans.before if found.spans else None),
            chosen=found.spans is not None and found.spans.is_chosen,
            metrics=[_headline_line(each) for each in found.metrics],
        )

    return here.remembered("headline", compute)


@ROUTES.get("/overview/handoffs", dependencies=[needs("read")])
def get_overview_handoffs(
    here: Here, by: Annotated[RankedBy, Query(description="What makes a handoff bad")] = "waiting"
) -> HandoffsState:
    """Return the handoffs that hurt most; pairs with too few are counted, not ranked."""

    def compute() -> HandoffsState:
        found = worst_handoffs(here.view, here.chosen, by)
        return HandoffsState(
            ranked_by=by,
            lines=[_handoff_line(each) for each in found.shown],
            below_shown=found.below_shown,
            thin=found.thin,
            thin_pairs=found.thin_pairs,
            total=found.total,
        )

    return here.remembered(("worst handoffs", by), compute)


def _headline_line(each: HeadlineMetric) -> HeadlineLine:
    return HeadlineLine(
        question=each.metric.question,
        metric=metric_state(each.group.value),
        parts=parts_state(each.group.parts),
        trend=trend_state(each.trend),
        change=comparison_state(each.change) if each.change else None,
        through=each.group.through,
    )


def _span(span: Span | None) -> ComparedDays | None:
    return None if span is None else ComparedDays(first_day=span.first, last_day=span.last, days=span.days)


def _handoff_line(each: WorstHandoff) -> HandoffLine:
    unresolved = each.unresolved
    return HandoffLine(
        from_channel=each.from_channel,
        from_title=channel_title(each.from_channel),
        to_channel=each.to_channel,
        to_title=channel_title(each.to_channel),
        n=each.n,
        journeys=each.journeys,
        answered=each.answered,
        median_wait_seconds=each.median_wait_seconds,
        waiting_seconds=each.waiting_seconds,
        unresolved=UnresolvedState.model_validate(unresolved, from_attributes=True) if unresolved else None,
        through=each.through,
    )
