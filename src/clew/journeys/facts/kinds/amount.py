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
            nouns=r"\b(?:amount|sum|total)\b",
            asks=r"\bhow much\b|\b(?:which|what) (?:figure|price|value|charge|total|number is at the bottom)\b|\b(?:figure|price) (?:is it|are we|do you|did you|on|that)\b|\bhow many (?:dollars|euros|pounds)\b|\bwhat (?:did|were) you (?:pay|charged|billed)\b|\bwhat (?:does|did) (?:it|we|they) (?:say|charge|cost)\b",
        )
    },
    source="own; what billing teams ask for",
    shapes=("amount",),
    default_for=("amount",),
    normal=_normal,
)
