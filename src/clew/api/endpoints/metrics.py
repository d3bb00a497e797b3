"""The metrics: the catalogue with its values, and each metric's definition, trend, breakdowns, spread and comparisons."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.metric_named import Named
from clew.api.metric_state import ComparisonState, MetricState, PartsState, comparison_state, metric_state, parts_state
from clew.api.problems import responses
from clew.api.routes import Routes
from clew.api.selecting import Here
from clew.api.selecting_versus import Versus
from clew.api.trend_state import TrendState, trend_state
from clew.app.view.days import Period
from clew.app.view.values.breakdown import By, breakdown
from clew.app.view.values.compare import compare
from clew.app.view.values.definition_text import definition_sql
from clew.app.view.values.distribution import distribution
from clew.app.view.values.grouped import group_value
from clew.app.view.values.trend import timeline, trend
from clew.metrics import Metric, known_metrics

ROUTES = Routes("metrics")


class CatalogueLine(BaseModel):
    """One metric of the catalogue, over the journeys looked at."""

    question: str
    headline_place: int | None = Field(description="Where it stands among the headline metrics; null for the others")
    metric: MetricState
    through: str = Field(description="The journeys that n counts")


class Catalogue(BaseModel):
    """All metrics, those of the headline first."""

    metrics: list[CatalogueLine]


class DefinitionState(BaseModel):
    """What a metric is; everything said about it comes from its one definition."""

    name: str
    title: str
    question: str
    formula: str
    unit: Literal["ratio", "seconds", "count"]
    better: Literal["higher", "lower", "neither"]
    statistic: Literal["share", "mean", "median"]
    source: str = Field(description="Where the definition comes from")
    matures_after: str
    version: int
    left_out: str = Field(description="Which journeys are left out")
    sql: str = Field(description="One row a journey: what it contributes, and as which part")


class MetricDetail(BaseModel):
    """A metric over the journeys looked at."""

    definition: DefinitionState
    metric: MetricState
    parts: PartsState
    journeys: int = Field(description="All journeys looked at; the parts sum to it")
    through: str = Field(description="The journeys that n counts")
    parts_through: str = Field(description="With /counted, /censored, /immature or /left_out after it: that part")


class BreakdownLine(BaseModel):
    """The journeys with one word, or with any other than those above."""

    word: str | None = Field(description="Null for other")
    title: str
    words: int = Field(description="How many words it gathers; 1 but for other")
    metric: MetricState
    parts: PartsState
    journeys: int = Field(description="All journeys of the line; the lines sum to all that are looked at")
    through: str = Field(description="The journeys that n counts")


class BreakdownState(BaseModel):
    """A metric split by what journeys are; every journey is in exactly one line."""

    by: By
    whole: MetricState
    journeys: int
    lines: list[BreakdownLine]


class BinState(BaseModel):
    """The journeys whose value is at least ``low`` and below ``high``."""

    low: float
    high: float | None = Field(description="Null: no upper end")
    counted: int
    censored: int = Field(description="Not there yet: their value is at least this")
    through: str


class DistributionState(BaseModel):
    """How values spread over the journeys measured."""

    unit: Literal["ratio", "seconds", "count"]
    measured: int = Field(description="What the bins sum to")
    bins: list[BinState]


@ROUTES.get("/metrics", dependencies=[needs("read")])
def list_metrics(here: Here) -> Catalogue:
    """Return the catalogue with every metric's value over the journeys looked at."""
    return here.remembered("catalogue", lambda: Catalogue(metrics=[_line(here, each) for each in _catalogue()]))


@ROUTES.get("/metrics/{name}", dependencies=[needs("read")], responses=responses(404))
def get_metric(here: Here, metric: Named) -> MetricDetail:
    """Return a metric's definition, its value over the journeys looked at, and what became of each of them."""
    found = group_value(here.view, metric.name, here.chosen)
    return MetricDetail(
        definition=_definition(here, metric),
        metric=metric_state(found.value),
        parts=parts_state(found.parts),
        journeys=found.parts.journeys,
        through=found.through,
        parts_through=f"metric:{metric.name}",
    )


@ROUTES.get("/metrics/{name}/trend", dependencies=[needs("read")], responses=responses(404))
def get_metric_trend(
    here: Here,
    metric: Named,
    period: Annotated[Period | None, Query(description="Without it one that reads well")] = None,
) -> TrendState:
    """Return how a metric moves, by when journeys began, in the workspace's time zone."""

    def compute() -> TrendState:
        line = here.remembered(("timeline", period), lambda: timeline(here.view, here.chosen, here.selection, period))
        return trend_state(trend(here.view, metric.name, line))

    return here.remembered(("trend", metric.name, period), compute)


@ROUTES.get("/metrics/{name}/breakdown", dependencies=[needs("read")], responses=responses(404))
def get_metric_breakdown(
    here: Here, metric: Named, by: Annotated[By, Query(description="What to split by")] = "first_channel"
) -> BreakdownState:
    """Return a metric for the most frequent words of a column, and for all others together."""

    def compute() -> BreakdownState:
        lines = [
            BreakdownLine(
                word=row.word,
                title=row.title,
                words=row.words,
                metric=metric_state(row.group.value),
                parts=parts_state(row.group.parts),
                journeys=row.group.parts.journeys,
                through=row.through,
            )
            for row in breakdown(here.view, metric.name, here.chosen, by)
        ]
        whole = metric_state(here.view.metric(metric.name, here.chosen))
        return BreakdownState(by=by, whole=whole, journeys=int(here.chosen.sum()), lines=lines)

    return here.remembered(("breakdown", metric.name, by), compute)


@ROUTES.get("/metrics/{name}/distribution", dependencies=[needs("read")], responses=responses(404))
def get_metric_distribution(here: Here, metric: Named) -> DistributionState:
    """Return how a metric's values spread over the journeys measured."""
    bins = [
        BinState(
            low=each.low,
            high=each.high,
            counted=each.counted,
            censored=each.censored,
            through=each.through(metric.name),
        )
        for each in distribution(here.view, metric.name, here.chosen)
    ]
    measured = sum(each.counted + each.censored for each in bins)
    return DistributionState(unit=metric.unit, measured=measured, bins=bins)


@ROUTES.get("/metrics/{name}/compare", dependencies=[needs("read")], responses=responses(404))
def compare_metric(here: Here, versus: Versus, metric: Named) -> ComparisonState:
    """Return a metric over the journeys looked at (now) and over a second selection (before), and their difference."""
    question = ("compare", metric.name, versus)
    return here.remembered(
        question,
        lambda: comparison_state(compare(here.view, metric.name, here.chosen, here.view.chosen(versus))),
    )


def _catalogue() -> list[Metric]:
    known = known_metrics().values()
    return sorted(known, key=lambda each: (each.headline_place is None, each.headline_place or 0, each.title))


def _line(here: Here, metric: Metric) -> CatalogueLine:
    found = group_value(here.view, metric.name, here.chosen)
    return CatalogueLine(
        question=metric.question,
        headline_place=metric.headline_place,
        metric=metric_state(found.value),
        through=found.through,
    )


def _definition(here: Here, metric: Metric) -> DefinitionState:
    said = {name: getattr(metric, name) for name in DefinitionState.model_fields if name != "sql"}
    return DefinitionState(**said, sql=definition_sql(metric, here.view.settings))
