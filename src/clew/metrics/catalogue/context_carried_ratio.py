"""How much of what customers had given reaches whoever takes over: used there without being asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import share_of_handoffs
from clew.metrics.metric import Metric
from clew.model import TEXTS_UNREAD, Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    return share_of_handoffs(
        journeys,
        lambda handoffs: handoffs.facts_known.length(),
        lambda handoffs: handoffs.facts_carried.length(),
        lambda handoffs: handoffs.facts_asked_by_model.length(),
    )


METRIC = Metric(
    name="context_carried_ratio",
    title="Context carried",
    question="How much of what a customer had given before a handoff does the next party show to know?",
    formula="facts known before a handoff that were used after it without being asked for again / facts known before it",
    unit="ratio",
    better="higher",
    statistic="share",
    source="own definition; a fact that nobody needed after the handoff counts as not shown to be known",
    measure=_measure,
    nothing="no handoff has facts known before it",
    left_out="journeys without a handoff before which the customer had given anything",
    headline_place=10,
    per="facts known before handoffs",
    by_model="asked for again, and so not carried, by the language model's reading alone",
    unread=f"not measured: {TEXTS_UNREAD}",
)
