"""The company hands the customer over: to a colleague, another team, or from the bot to a person."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="hands_over",
    title="hands the customer over",
    by="company",
    phrases=("company.hands_over",),
    source="own; warm transfers as contact-centre practice calls them",
)
