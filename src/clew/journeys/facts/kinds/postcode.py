"""The postcode of where the customer lives."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="postcode",
    title="postcode",
    locales={
        "en": Locale(
            nouns=r"\b(?:zip|postal|post)[ -]?code\b|\bzip\b|\bpostcode\b|\bpostal area\b|\b(?:which|what) (?:area|part of (?:the )?(?:town|country|city)|neighbou?rhood|town|city) (?:are|do|is|should)\b|\bwhere (?:do you|are you) (?:liv\w+|based|located|calling from)\b|\bwhere (?:is|'s) (?:the|your) (?:house|home|apartment|property|flat|place)\b|\bfive digits\b|\bdigits of (?:your|the) (?:area|address)\b",
            before=r"(?:live in|living in|move(?:d|s)? to|at|in|address at|to)\s+(?=\d{5}(?!\d))",
        )
    },
    source="own; what service desks ask for",
    shapes=("digits",),
    identifies=True,
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
