"""How many times customers get in touch before an issue is off their desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.metrics.measures import contribution
from clew.metrics.metric import Metric
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir


def _measure(journeys: ir.Table, _settings: Settings) -> ir.Table:
    return contribution(journeys, journeys.contacts, applies=journeys.contacts > 0)


METRIC = Metric(
    name="contacts_per_journey",
    title="Contacts per journey",
    question="How many times does a customer get in touch about one issue?",
    formula="contacts / journeys with at least one contact",
    unit="count",
    better="lower",
    statistic="mean",
    source="contact centre practice (contacts per resolution); contacts as set under [contacts] and [windows]",
    measure=_measure,
    nothing="no journey has a contact by the customer",
    left_out="journeys without a contact by the customer",
    headline_place=1,
    on_stages=True,
)
