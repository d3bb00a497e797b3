"""The company ends the conversation: goodbye, a nice day, thanks for getting in touch."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="says_goodbye",
    title="says goodbye",
    by="company",
    most_words=16,
    locales={
        "en": Locale(
            unless=r"\?",
            ways=(
                Way("bye goodbye", r"\b(?:bye|goodbye)\b"),
                Way(
                    "day evening afternoon weekend week morning night",
                    r"\b(?:have|enjoy|wish(?:ing)? you)\b (?:an? |the |your )?(?:very |rest of (?:the|your) )?(?:(?:nice|good|great|lovely|pleasant|wonderful|relaxing|restful|fantastic) )?(?:rest of (?:the|your) )?(?:day|evening|afternoon|weekend|week|morning|night|one)\W*$",
                ),
                Way(
                    "thank thanks",
                    r"\b(?:thanks|thank you) (?:very much |so much |again )?for (?:contacting|calling|your (?:time|patience|understanding|call|message|trust|loyalty)|chatting|reaching|getting in touch|being|choosing|writing|bearing|waiting|flying|shopping)\b",
                ),
                Way(
                    "care well best",
                    r"^\W*(?:take care|all the best|best wishes|stay (?:well|safe)|until next time|see you)\b",
                ),
            ),
        )
    },
    source="own; closings",
)
