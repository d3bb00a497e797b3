"""How often an issue that was called settled comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import contribution
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    settled = journeys.outcome.isin(("resolved", "closed", "reopened")) | (journeys.reopens > 0)
    return contribution(journeys, journeys.reopens > 0, applies=settled)


METRIC = Metric(
    name="reopen_rate",
    title="Reopened",
    question="How often is an issue reopened after it was called resolved or closed?",
    formula="journeys reopened at least once / journeys resolved or closed at least once",
    unit="ratio",
    better="lower",
    statistic="share",
    source="Zendesk, ServiceNow",
    measure=_measure,
    nothing="no source records resolutions or reopenings",
    left_out="journeys never resolved or closed",
    headline_place=7,
)
