"""How many changes of channel one issue takes; there and back again are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import contribution
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    return contribution(journeys, journeys.switches, applies=(journeys.contacts > 0) & (journeys.channels > 0))


METRIC = Metric(
    name="switches_per_journey",
    title="Channel switches per journey",
    question="How many times does a customer change channel on one issue?",
    formula="changes of channel the customer sees (A, B, A = 2) / journeys with a contact",
    unit="count",
    better="lower",
    statistic="mean",
    source="own; shown beside channel_switching_rate because the field has no agreed denominator",
    measure=_measure,
    nothing="no journey has a contact by the customer",
    left_out="journeys without a contact by the customer",
)
