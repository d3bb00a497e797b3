"""How often an issue is settled the first time the customer gets in touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import contribution, source_records
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    resolved = journeys.outcome == "resolved"
    hit = resolved & (journeys.contacts == 1) & (journeys.reopens == 0)
    applies = (journeys.contacts > 0) & source_records(journeys, resolved)
    return contribution(journeys, hit, applies=applies, mature=~journeys.censored)


METRIC = Metric(
    name="first_contact_resolution",
    title="Resolved in the first contact",
    question="How often is an issue solved in the first contact?",
    formula="journeys resolved with one contact and never reopened / journeys (gross)",
    unit="ratio",
    better="higher",
    statistic="share",
    source="Medallia, customerthink (gross); open journeys are not counted yet",
    measure=_measure,
    nothing="no source records when an issue was resolved",
    left_out="journeys without a contact, or of sources that record no resolutions",
    matures_after="the journey's end",
)
