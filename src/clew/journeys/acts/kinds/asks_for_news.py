"""The customer asks what became of the matter: any news, where does it stand, when will it be done."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="asks_for_news",
    title="asks for news",
    by="customer",
    phrases=("customer.asks_for_news", "customer.recalls_promise"),
    source='own; the status-chasing contact of contact-centre practice ("where is my order", "any update")',
)
