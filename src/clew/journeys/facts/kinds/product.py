"""The product, plan or service that the issue is about; names are learnt from where the words around say that they are one."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

_THING = r"(?:product|plan|item|model|article|card or account|card|service|flight|visit|tariff|package|bundle|contract|subscription|device)"
_NAME = r"(?!(?:amount|date|number|notes?|case|problem|order|bill|invoice|details|same|one|right|wrong|only|first|last|next)\\b)(?P<value>[A-Za-z][\w'’+-]*(?: (?:to |and |of )?[\w'’+-]+){0,4}?)"

KIND = FactKind(
    name="product",
    title="product",
    locales={
        "en": Locale(
            nouns=rf"\b(?:which|what) {_THING}\b|\b(?:name of )?(?:the|your) {_THING} (?:in question|is (?:it|this|that)|it is|are)\b|\bname of (?:the|your) {_THING}\b|\b(?:which|what) (?:one|thing|kind|type|sort)\b(?= (?:is|of|are|do|did))|\b(?:which|what) of our\b|\bwhat (?:did|have) you (?:order|buy|bought|book|get|got|purchase|sign)\w*|\bwhat (?:exactly )?(?:did|do|have) you (?:have|use|order|buy|book)\w*(?: (?:from|with) us)?\b|\b(?:what is|confirm) (?:the|your) {_THING}\b",
            said=(rf"(?:[Tt]he|[Mm]y|[Oo]ur) {_THING}(?: in question)? is (?:the |a |called )?{_NAME}(?=[.,;!?\n]|$)",),
            said_by_company=(rf"(?:I (?:can )?(?:see|have)|it's about) the {_NAME} (?:here|in front of me|open)\b",),
        )
    },
    source="own; what service desks ask for",
)
