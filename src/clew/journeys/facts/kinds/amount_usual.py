"""The sum that the customer pays as a rule, or is to pay once the matter is mended."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="amount_usual",
    title="usual amount",
    locales={
        "en": Locale(
            before=r"(?:instead of|rather than|not|usual(?:ly)?|normal(?:ly)?|always|ordinarily|until now|so far|used to|"
            r"regular(?:ly)?|(?:earlier|previous|other|last) months?|should (?:be|have been)|only pay|you pay|new amount|now (?:pay|owe)|and owe|and you pay|"
            r"copay|will be back to|back to|(?:corrected|lowered|changed|reduced|put)\b[^.$]{0,40}\bto)"
            r"(?:\W+(?:i|we|you|it|is|was|are|always|pay|paid|came|costs?|about|around|to|of|the|at|roughly|close|be|been|some|only|for|inv[\w-]*|bill|invoice)){0,6}\W*",
            after=r"\W*(?:as (?:always|usual)|like always|before that|in (?:earlier|other|previous) months|every month)",
        )
    },
    source="own; a bill is disputed against what was paid before",
    shapes=("amount",),
)
