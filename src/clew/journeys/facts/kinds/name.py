"""The customer's full name, as they give it or sign with it."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

_NAME = r"(?P<value>[A-Z][\w'’-]+(?: (?:[A-Z]\.|de|van|von|der|del|da|di|la|le|bin|al))*(?: [A-Z][\w'’-]+){1,2})"

KIND = FactKind(
    name="name",
    title="name",
    locales={
        "en": Locale(
            nouns=r"\b(?:your|full|first and last|whole|complete|sur|last|family|the|what|which|whose) ?name\b|\bname(?:s)?\b(?= (?:is it|it is|under|as|you)|\W*(?:on|in) (?:the|your) (?:account|booking|contract|file|order|bill|ticket|passport|id|card))|\bname\b(?= (?:please|and|is)|[,?:]| on the)|\bfirst and last\b",
            asks=r"\bwho(?:m)? (?:am i|do i have|are you|is (?:this|calling|speaking|it)|i'?m)\b[^.?]*|\bwhom? (?:have i|am i)\b|\bspell your name\b|\bwho(?:'s| is| am i)?\b[^.?]{0,20}\b(?:on the (?:line|phone|other end)|calling|writing|there|speak\w*|talk\w*|dealing|pleasure)\b|\bwhat (?:should|may|can|do) (?:i|we) call you\b|\b(?:under|in) (?:whose|what|which) name\b|\band you are\b|\bhow (?:are you called|do you spell|should i address)\b|\bwhat are you called\b",
            said=(
                rf"(?:[Mm]y (?:full )?name(?:'s| is)|(?:^|[.!?,;:]\s+|[Hh](?:i|ello),? )(?:[Tt]his is|I'm|I am)|[Nn]ame:|[Tt]he name is) {_NAME}(?=$|[.,;!\s])",
                rf"(?:^|\n)(?:[A-Z][\w ]{{1,40}}|[Yy]ours|[Cc]heers),?\n(?:- )?{_NAME}\s*$",
                rf"\n[ \t]*(?:- )?{_NAME}\s*$",
            ),
            said_by_company=(
                rf"(?:[Ss]peaking|[Dd]ealing|[Tt]alking) (?:with|to) {_NAME}(?=$|[.,;!\s])",
                rf"(?:[Tt]hank you|[Tt]hanks|[Ff]ile here|[Gg]ot you|[Ff]ound you), {_NAME}(?=$|[.,;!])",
            ),
        )
    },
    source="own; what service desks ask for",
    identifies=True,
)
