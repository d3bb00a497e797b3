"""The company passes the case on inside the house, to be looked into: the customer stays where they are."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="passes_case",
    title="passes the case on inside the house",
    by="company",
    phrases=("company.passes_case",),
    source="own; escalation behind the scenes",
)
