"""How often customers have to change channel on one issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import contribution
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    return contribution(journeys, journeys.switches > 0, applies=(journeys.contacts > 0) & (journeys.channels > 0))


METRIC = Metric(
    name="channel_switching_rate",
    title="Journeys that change channel",
    question="How often does a customer's issue move from one channel to another?",
    formula="journeys with at least one change of channel the customer sees / journeys with a contact",
    unit="ratio",
    better="lower",
    statistic="share",
    source="no agreed denominator: journeys here, switches per journey beside it; back-office work is no change of channel",
    measure=_measure,
    nothing="no journey has a contact by the customer",
    left_out="journeys without a contact by the customer",
    headline_place=2,
    on_stages=True,
)
