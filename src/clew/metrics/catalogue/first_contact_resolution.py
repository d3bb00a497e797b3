"""How often an issue is settled the first time the customer gets in touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import contribution, source_records
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAY_US = 86_400_000_000


def _measure(journeys: ir.Table, settings: Settings) -> ir.Table:
    resolved = journeys.outcome == "resolved"
    hit = resolved & (journeys.contacts == 1) & (journeys.reopens == 0)
    applies = (journeys.contacts > 0) & source_records(journeys, resolved)
    # By age, whatever the outcome: if the quick ones counted at once, the youngest days would always look best.
    ripe_us = journeys.first_contact_us + round(settings.windows.open_days * DAY_US)
    return contribution(journeys, hit, applies=applies, mature=ripe_us <= journeys.source_until_us)


METRIC = Metric(
    name="first_contact_resolution",
    title="Resolved in the first contact",
    question="How often is an issue solved in the first contact?",
    formula="journeys resolved with one contact and never reopened / journeys (gross)",
    unit="ratio",
    better="higher",
    statistic="share",
    source="Medallia, customerthink (gross); a journey counts once its open window (open_days in clew.toml) has passed",
    measure=_measure,
    nothing="no source records when an issue was resolved",
    left_out="journeys without a contact, or of sources that record no resolutions",
    matures_after="the open window (14 days)",
    headline_place=3,
)
