"""The customer refers to what was said before: to a colleague, in another channel, in an earlier request."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="refers_back",
    title="refers to what was said before",
    by="customer",
    phrases=("customer.refers_back", "customer.said_already"),
    source="own; what customers say who have to repeat themselves",
)
