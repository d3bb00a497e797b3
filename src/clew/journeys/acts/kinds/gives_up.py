"""The customer gives up: lets the matter be, or says that they leave the company."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="gives_up",
    title="gives up",
    by="customer",
    phrases=("customer.gives_up",),
    source="own; how conversations end that were given up",
)
