"""The company speaks against what was said before: something else is so, whoever told it otherwise was wrong."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="contradicts",
    title="speaks against what was said before",
    by="company",
    phrases=("company.contradicts",),
    least=0.75,
    source="own; how contradictions sound to the customer",
)
