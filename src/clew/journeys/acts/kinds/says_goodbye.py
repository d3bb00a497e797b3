"""The company ends the conversation: goodbye, a nice day, thanks for getting in touch."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="says_goodbye",
    title="says goodbye",
    by="company",
    phrases=("company.says_goodbye", "company.says_goodbye_open"),
    source="own; closings",
)
