"""The company leaves open what happens and when: no date, no status, no one who could say."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="leaves_open",
    title="leaves open what happens next",
    by="company",
    phrases=("company.names_no_date", "company.has_no_status"),
    source="own; the unclear next step",
)
