"""An automatic reply: nobody reads what is sent here."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="answers_by_itself",
    title="answers automatically",
    by="company",
    phrases=("company.answers_by_itself",),
    source="own; out-of-office and no-reply senders",
)
