"""The company asks the customer for something: a question, or a request to tell, send or confirm."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="asks_something",
    title="asks the customer something",
    by="company",
    locales={
        "en": Locale(
            unless=r"\b(?:anything|something|what) else\b|\bhow can i help\b|\bwhat can i do for you\b",
            ways=(
                Way(
                    "what which who whom when where how could can would may might do did is are was have will shall",
                    r"\?",
                ),
                Way(
                    "tell send give confirm provide share enter state spell describe explain type name reply verify attach upload need",
                    r"\b(?:please|kindly|could you|can you|would you|i(?:'ll| will|'d)? (?:also |just )?need|we(?:'ll|'d)? need|you need to|have to)\b[^.?!]{0,20}\b(?:tell|send|give|confirm|provide|share|enter|state|spell|describe|explain|type|name|reply|verify|attach|upload|your)\b",
                    unless=r"\b(?:call|to wait|contact|visit)\b",
                ),
            ),
        )
    },
    source="own; the open question to the customer",
)
