"""The day that the issue is about."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="date",
    title="date",
    locales={
        "en": Locale(
            nouns=r"\bdate\b|\b(?:which|what) day\b",
            asks=r"\bwhen was (?:it|that|this)\b|\bsince when\b|\bwhen (?:exactly|precisely|was|were|did|is|will|are|do)\b[^.?]{0,40}|\b(?:on )?(?:what|which) (?:date|day)\b|\bday (?:it|that|this|are we|was it|of the)\b|\bwhen (?:did|has) (?:it|that|this)\b",
        )
    },
    source="own; what service desks ask for",
    shapes=("date",),
    default_for=("date",),
)
