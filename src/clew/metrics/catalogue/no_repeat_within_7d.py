"""How often one contact was enough: nobody came back about the same issue within the repeat window (7 days)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.metrics.measures import contribution
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAY_US = 86_400_000_000


def _measure(journeys: ir.Table, settings: Settings) -> ir.Table:
    window_us = round(settings.windows.repeat_days * DAY_US)
    until = journeys.first_contact_us + window_us
    again = (journeys.second_contact_us < until).fill_null(False) | (journeys.next_same_issue_us < until).fill_null(
        False
    )
    applies = (journeys.contacts > 0) & journeys.identified
    return contribution(journeys, ibis.ifelse(again, 0, 1), applies=applies, mature=until <= journeys.source_until_us)


METRIC = Metric(
    name="no_repeat_within_7d",
    title="No repeat within 7 days",
    question="How often does a customer not have to come back about the same issue within 7 days?",
    formula="journeys whose first contact is followed by none on the same issue within the window / journeys old enough",
    unit="ratio",
    better="higher",
    statistic="share",
    source="callcentrehelper, wfmlabs; the window is repeat_days in clew.toml (7 unless changed)",
    measure=_measure,
    nothing="no contact is old enough for its window to have closed",
    left_out="journeys without a contact or a known customer",
    matures_after="the repeat window (7 days)",
    headline_place=4,
)
