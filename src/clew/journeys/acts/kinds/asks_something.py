"""The company asks the customer for something: a question, or a request to tell, send or confirm."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="asks_something",
    title="asks the customer something",
    by="company",
    phrases=("company.asks", "company.checks", "company.asks_problem", "company.offers_menu"),
    source="own; the open question to the customer",
)
