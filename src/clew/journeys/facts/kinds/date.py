"""The day that the issue is about."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="date",
    title="date",
    locales={
        "en": Locale(
            words="date dates day when ago since",
            nouns=r"\b(?:exact|precise|very|right|correct|actual) day\b|(?<=know the )\bday\b(?=\W*$)|(?<!birth )\bdates?\b(?! of (?:\w+ )?birth)|\bday (?:it|that|this|you|we|of the|in question)\b|\b(?:which|what) day\b",
            asks=r"\bsince when\b|\bas of (?:when|what|which)\b|\bwhen (?:exactly |precisely |roughly |about |abouts |in \w+ )?(?:was|were|did|is|are|do|does|has|have|had|will you)\b(?! (?:i\b|the last time))[^.?]{0,40}|\bwhen (?:it|that|this|they|you|we|the \w+) (?:was|were|is|are|happened|started|began|began|occurred|took|moved|ordered|paid|booked|bought|arrived|came|went|first)\b|"
            r"\b(?:what|which) (?:date|day)\b|\bhow long ago\b|\broughly what day\b|\b(?:what|which) (?:date|day) (?:it|that|this|we)\b|\bwhen was (?:it|that|this)\b",
        ),
        "de": Locale(
            words="datum wann tag seit",
            nouns=r"\bdatum\b",
            asks=r"\bwann (?:war|ist|haben|wurde|hat|sind)\b|\bseit wann\b|\ban welchem tag\b",
        ),
        "fr": Locale(
            words="date quand jour",
            nouns=r"\bdate\b(?! de naissance)",
            asks=r"\bquand (?:est-ce|avez-vous|a-t|était|cela)\b|\bdepuis quand\b|\bquel jour\b",
        ),
        "es": Locale(
            words="fecha cuándo cuando día",
            nouns=r"\bfecha\b(?! de nacimiento)",
            asks=r"\bcuándo (?:fue|ha|pasó|ocurrió|compró|pidió|empezó)\b|\bdesde cuándo\b|\bqué día\b",
        ),
    },
    source="own; what service desks ask for",
    shapes=("date",),
    default_for=("date",),
    apart=r"\b(?:leav\w+|return\w*|depart\w*|arriv\w+|check\w* ?(?:in|out)|birth|begin\w*|start\w*|end(?:s|ing)?|until|moving|wrap|depart)\b",
)
