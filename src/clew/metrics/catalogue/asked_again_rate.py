"""How often customers are asked again, after a handoff, for what they had given before."""

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
        lambda handoffs: (handoffs.facts_known.length() > 0).cast("int64"),
        lambda handoffs: (handoffs.facts_asked_again.length() > 0).cast("int64"),
        # On the model's reading rests a handoff after which no rule read a question for something known.
        lambda handoffs: (
            (handoffs.facts_asked_by_model.length() > 0)
            & (handoffs.facts_asked_by_model.length() == handoffs.facts_asked_again.length())
        ).cast("int64"),
    )


METRIC = Metric(
    name="asked_again_rate",
    title="Asked again",
    question="How often is a customer asked, after a handoff, for something already given on the same issue?",
    formula="handoffs after which something known was asked for again / handoffs before which something was known",
    unit="ratio",
    better="lower",
    statistic="share",
    source="own definition (repeat information rate); a check of who somebody is counts as verified, not as asked again",
    measure=_measure,
    nothing="no handoff has facts known before it",
    left_out="journeys without a handoff before which the customer had given anything",
    headline_place=9,
    per="handoffs with known facts",
    by_model="asked again by the language model's reading alone",
    unread=f"not measured: {TEXTS_UNREAD}",
)
