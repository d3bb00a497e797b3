"""The customer asks for a person instead of a machine."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="asks_for_person",
    title="asks for a person",
    by="customer",
    phrases=("customer.wants_person",),
    source="own; the most frequent request to chatbots that can't help",
)
