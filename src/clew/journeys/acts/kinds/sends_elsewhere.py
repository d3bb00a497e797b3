"""The company tells the customer to turn to another desk by themselves, instead of helping or handing them over."""

from __future__ import annotations

from clew.journeys.acts.act import SpeechAct

ACT = SpeechAct(
    name="sends_elsewhere",
    title="tells the customer to turn elsewhere",
    by="company",
    phrases=("company.sends_elsewhere",),
    places=(
        (r"\b(?:call|ring|phone|dial|telephone|hotline|help ?line|phone line|number|a call)\b", "phone"),
        (r"\b(?:e-?mail|in writing|write|mail)\b", "email"),
        (r"\b(?:branch(?:es)?|stores?|shops?|counters?|in person)\b", "in_person"),
        (r"\bchat\b", "chat"),
        (r"\b(?:post|letter)\b", "post"),
        (r"\b(?:form|website|online|app|contact page)\b", "web"),
    ),
    source="own; channel pushed on the customer, 'cold' referral",
)
