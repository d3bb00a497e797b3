"""The phone number that the customer gives."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="phone",
    title="phone number",
    locales={
        "en": Locale(
            nouns=r"\b(?:(?:tele)?phone|mobile|cell(?:phone)?|callback|contact)(?: phone)?(?: number| no\b)|\bnumber (?:to (?:call|reach)|i can (?:call|reach))|\bphone\b(?=:)|\bnumber\b[^.?]{0,25}\b(?:call|reach|ring|phone|text) you\b|\b(?:call|reach|ring|phone|text) you (?:on|at|back)\b|\b(?:which|what) (?:line|phone|mobile|cell)\b|\bwhere (?:can|may|should) (?:i|we) (?:call|reach|ring|phone)\b|\b(?:phone|mobile|cell|callback|telephone)\b(?=[^.]{0,12}[?]|\W*please)",
            before=r"(?:reach|call|ring|text) (?:me|you|him|her) (?:at|on|under)\W*",
        )
    },
    source="own; what service desks ask for",
    shapes=("phone", "digits"),
    default_for=("phone",),
    identifies=True,
    normal=lambda value: "".join(filter(str.isdigit, value))[-9:],
)
