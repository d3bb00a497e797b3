"""The sum that the issue is about."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale


def _normal(value: str) -> str:
    """Sums without currency and separators, in cents."""
    figures = "".join(sign for sign in value if sign.isdigit() or sign in ".,")
    whole, mark, part = figures.rpartition("," if figures.rfind(",") > figures.rfind(".") else ".")
    if mark and len(part) == 2:
        return "".join(filter(str.isdigit, whole)) + part
    return "".join(filter(str.isdigit, figures)) + "00"


KIND = FactKind(
    name="amount",
    title="amount",
    locales={
        "en": Locale(
            words="amount amounts sum total price figure cost costs much many charge charged billed pay paid value come came comes damage cent dollars euros pounds asked add bottom debited take taken took",
            nouns=r"(?<=under )total\b(?=\W*$)|\b(?:(?:exact |total |full )?(?:amount|sum|total)|price|figure|cost)\b(?! (?:range|point|class|plan|list|check|was (?:correct|right)))",
            asks=r"\bwhat does (?:it|the \w+|that|your \w+) (?:say|show|read|give|state|have)\b[^?]{0,20}\b(?:under|next to|beside|behind|for|by|as|below) (?:the )?(?:\w+ )?(?:total|amount|sum|figure)\b|\bhow (?:much|many (?:dollars|euros|pounds|francs))\b(?! (?:longer|time|more time|data|later|long))|\b(?:what|which) (?:figure|price(?! (?:range|point|class))|value|charge|total|amount|sum|number is at the bottom)\b|"
            r"\bwhat(?:'s| is| was) the (?:number|figure|value|sum|damage)\b|\bwhat (?:did|does|do|were|was|have|had|has) (?:it|you|they|we|that|this) (?:been )?(?:pay|paid|charged?|billed|cost|come to|came to|debited|taken?|asked? (?:you )?for|amount to|add up to)\b|"
            r"\bwhat (?:it|that|this|you) (?:costs?|cost you|came to|comes to|paid|were (?:charged|billed))\b|\bto the cent\b|\bin (?:dollars|euros|pounds)\b",
        )
    },
    source="own; what billing teams ask for",
    shapes=("amount",),
    default_for=("amount",),
    normal=_normal,
)
