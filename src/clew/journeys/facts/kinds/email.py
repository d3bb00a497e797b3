"""The e-mail address that the customer gives."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="email",
    title="e-mail address",
    locales={
        "en": Locale(
            nouns=r"\be-?mail(?: address)?\b|\bmail address\b|\binbox\b|\b(?:which|what) address (?:should|can|may|do|did|shall) (?:i|we|you) (?:write|use|send|register)\w*|\bwhere (?:can|may|should|shall) (?:i|we) (?:write|send|mail)\b"
        )
    },
    source="own; what service desks ask for",
    shapes=("email",),
    default_for=("email",),
    identifies=True,
)
