"""The sum between what was charged and what was right, or what is given back."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="amount_difference",
    title="difference",
    locales={
        "en": Locale(
            before=r"(?:up by|by|extra|additional|surplus|credit(?:ed)?(?: you)?|refunded|overcharge(?:d)?(?: claimed)?|taken|gave you|give you|difference(?: of)?|credit of)"
            r"(?:\W+(?:of|the|a|an|back|about|another|you|is))*\W*",
            after=r"\W*(?:more\b|higher|extra|on top|too (?:high|much)|above|over (?:the|my|your) (?:usual|normal)|less\b|off\b|back\b|difference)",
        )
    },
    source="own; a bill is disputed against what was paid before",
    shapes=("amount",),
)
