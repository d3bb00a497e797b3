"""How long until an issue is first called settled, reopened issues and those still open included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import time_to_settle
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    return time_to_settle(journeys, journeys.first_resolved_us)


METRIC = Metric(
    name="time_to_first_resolution",
    title="Time to first resolution",
    question="How long until an issue is first called settled?",
    formula="first resolution minus the customer's first contact, median of the survival curve",
    unit="seconds",
    better="lower",
    statistic="median",
    source="Zendesk; Kaplan and Meier 1958: journeys without a resolution are censored at the last that is known of them",
    measure=_measure,
    nothing="no source records when an issue was resolved",
    left_out="journeys without a contact or a case, resolved or closed without a date, or of sources that record no resolutions",
)
