"""How long customers wait until a person first answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.metrics.measures import contribution, seconds_between, source_records
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: A call is answered as it happens; how long it waited in the queue is another question.
ANSWERED_AT_ONCE = ("phone", "ivr", "in_person")


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    answered = journeys.first_response_us.notnull()
    seen_until = ibis.ifelse(journeys.censored, journeys.source_until_us, journeys.ended_us)
    value = seconds_between(journeys.first_contact_us, ibis.coalesce(journeys.first_response_us, seen_until))
    live = journeys.first_channel.isin(ANSWERED_AT_ONCE)
    applies = (journeys.contacts > 0) & ~live & source_records(journeys, answered)
    return contribution(journeys, value, applies=applies, censored=~answered)


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
)
