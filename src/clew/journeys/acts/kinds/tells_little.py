"""A bare word: a short message that says neither what was wrong, what was done, nor what comes next."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="tells_little",
    title="says that it is done in a bare word",
    by="company",
    phrases=("company.closes_bare",),
    source="own; the message without context",
)
