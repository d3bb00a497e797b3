"""How often the promised service level was kept, as the source system says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import contribution
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    known = journeys.sla_met.notnull()
    return contribution(journeys, journeys.sla_met.fill_null(False), applies=known)


METRIC = Metric(
    name="sla_met_rate",
    title="Service level met",
    question="How often is the promised service level kept?",
    formula="journeys in which no step missed its service level / journeys with one",
    unit="ratio",
    better="higher",
    statistic="share",
    source="Zendesk, ServiceNow: the source's own verdict; Clew's own clocks come with service levels",
    measure=_measure,
    nothing="no source says whether a service level was met",
    left_out="journeys whose source names no service level",
    headline_place=8,
)
