"""The company says yes to it: you are entitled, that is covered, we will refund it."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="grants",
    title="says yes to what the customer wants",
    by="company",
    locales={
        "en": Locale(
            unless=r"n't\b|\b(?:not|never|unless|whether|cannot|unfortunately|no longer|if)\b|\?\W*$",
            ways=(
                Way(
                    "entitled eligible covered refundable included qualify qualifies insured entitles",
                    r"\b(?:you|it|that|this|your|fare|damage|repair|item|plan|order|we|which|ticket|everything|\w+)\b[^.?!]{0,30}\b(?:are|is|'re|'s|qualif(?:y|ies)|entitles?)\b[^.?!]{0,12}\b(?:entitled|eligible|covered|refundable|included|insured|for (?:a|an|the|full)|you to)\b|\byou qualify\b",
                ),
                Way(
                    "refund credit reimburse compensate replace waive return exchange pay cover send",
                    r"\b(?:we'll|we will|i'll|i will|we can|i can|we're going to|we are going to|you'll|you will|let me)\b[^.?!]{0,12}\b(?:refund|credit|reimburse|compensate|replace|waive|exchange|pay (?:you )?back|cover|receive a (?:full )?refund|get (?:a|your) (?:full )?(?:refund|money))\b",
                ),
                Way(
                    "mistake fault wrong error overcharged incorrect twice wrongly",
                    r"\b(?:it|that|this|the charge|bill|invoice|you|amount)\b[^.?!]{0,12}\b(?:was|is|were|been|have been)\b[^.?!]{0,12}?\b(?:our (?:mistake|fault|error)|a mistake|wrong|incorrect|an error|overcharged|charged (?:twice|wrongly|too much)|billed (?:twice|wrongly))\b",
                ),
                Way(
                    "approved accepted granted",
                    r"\b(?:has been|is|was|been|have|we've)\b[^.?!]{0,8}\b(?:approved|accepted|granted)\b",
                ),
                Way(
                    "right",
                    r"\byou(?:'re| are) (?:absolutely |quite |completely )?right\b[^.?!]{0,30}\b(?:too (?:high|much|late)|wrong|shouldn't|should)\b",
                ),
            ),
        )
    },
    source="own; the 'yes' of an answer",
)
