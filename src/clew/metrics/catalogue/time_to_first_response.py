"""How long customers wait until a person first answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import time_to_answer
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    return time_to_answer(journeys, journeys.first_response_us)


METRIC = Metric(
    name="time_to_first_response",
    title="Time to first response",
    question="How long does a customer wait for the first answer by a person?",
    formula="first public answer by a person minus the customer's first contact, median",
    unit="seconds",
    better="lower",
    statistic="median",
    source="Zendesk; journeys without an answer yet are censored",
    measure=_measure,
    nothing="no source records answers to customers",
    left_out="journeys without a contact, begun in a call or in person, or of sources that record no answers",
    headline_place=5,
)
