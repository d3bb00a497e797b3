"""How long until an issue is settled for good, reopened issues and those still open included."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.metrics.measures import contribution, seconds_between, source_records
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    dated = journeys.resolved_us.notnull()
    seen_until = ibis.ifelse(journeys.censored, journeys.source_until_us, journeys.ended_us)
    value = seconds_between(journeys.first_contact_us, ibis.coalesce(journeys.resolved_us, seen_until))
    over_undated = journeys.outcome.isin(("resolved", "closed")) & ~dated
    applies = source_records(journeys, dated) & ~over_undated
    return contribution(journeys, value, applies=applies, censored=~dated)


METRIC = Metric(
    name="time_to_resolution",
    title="Time to resolution",
    question="How long until an issue is settled for good?",
    formula="last resolution minus the customer's first contact, median of the survival curve",
    unit="seconds",
    better="lower",
    statistic="median",
    source="Zendesk; Kaplan and Meier 1958: journeys without a resolution are censored at the last that is known of them",
    measure=_measure,
    nothing="no source records when an issue was resolved",
    left_out="journeys resolved or closed without a date, or of sources that record no resolutions",
)
