"""The company says that the matter is settled: solved, refunded, corrected, booked, done."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="settles",
    title="says that it is settled",
    by="company",
    phrases=("company.settles", "company.sums_up", "company.offers_more"),
    least=0.5,
    source="own; how desks say that they are done",
)
