"""The company says by itself that it is working on the matter, and when more is to be expected."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="tells_progress",
    title="tells how far it is",
    by="company",
    phrases=("company.tells_progress",),
    source="own; status messages during a review",
)
