"""The phone number that the customer gives."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="phone",
    title="phone number",
    locales={
        "en": Locale(
            words="phone line lines telephone mobile cell cellphone callback call reach ring text dial line landline contact handy number numbers digits",
            nouns=r"\b(?:(?:tele)?phone|mobile|cell(?:phone)?|callback|call-back|contact|daytime|landline|handy)(?: phone)?(?: (?:number|no|line|digits|nr)\b)|\b(?:phone|mobile|cell|landline|telephone)\b(?=\W*(?:please\b|$|\?|:)| (?:we can|i can|you can|to reach))|"
            r"\bnumbers? (?:where |on which |at which |that )?(?:to (?:call|reach|ring|text|get|dial)|(?:i|we|you)(?: can|'d| could| may| should)?(?: like to| want to)? (?:be )?(?:call|reach|ring|text|get|dial|use|called|reached))|\bphone\b(?=:)|(?<=your )(?:own |registered |current )?number\b(?=\W*(?:please|thanks|again|now)?\W*$)|(?<=your )(?:mobile|cell|landline|phone)\b(?! (?:bill|contract|plan|password))|\bnumber\b(?=[^.?]{0,25}\b(?:call|reach|ring|phone|text|dial|called|reached|hold of|disconnected|cut off|ring back)\b)|\bcallback\b(?=\W*(?:\?|please))",
            asks=r"\b(?:which|what) line\b(?=[^?]{0,40}\bnumber\b)|\bdigits of (?:the|your) (?:\w+ )?(?:line|phone|mobile|number|cell)\b|\b(?:which|what) (?:phone|mobile|cell|line|landline|number)\b(?=[^?.]{0,30}\b(?:call\w*|reach\w*|ring|phone|text|dial|use|registered|register|have for you|you on|get you|best|good|calling)\b)|\b(?:what|which) (?:is|'s)? ?(?:a|the) (?:good|best) number\b|"
            r"\bwhat(?:'s| is) (?:a|the) (?:good|best) number\b|\bon (?:which|what) number\b|\bwhere (?:can|may|should|shall|could|do) (?:i|we)\b[^?.]{0,12}(?:call|reach|ring|phone|get hold of)\b(?![^?]{0,12}mail)|\bhow (?:can|do|may|could|should) (?:i|we) (?:call|reach|ring|contact) you (?:by|on|over|via) (?:the )?(?:phone|telephone|mobile)\b|\bwhat are your digits\b|\bwhat (?:phone|cell|mobile)\b|\bwhich (?:phone|cell|mobile)\b|\bwhich line can\b|\bnumber (?:you'?re|are you) calling from\b|\b(?:what|which) number are you calling\b",
            before=r"(?:reach|call|ring|text) (?:me|you|him|her) (?:at|on|under)\W*",
        ),
        "de": Locale(
            words="telefonnummer handynummer rückrufnummer mobilnummer erreichen nummer",
            nouns=r"\b(?:telefon|handy|mobil|rückruf)-?nummer\b",
            asks=r"\b(?:unter|auf) welcher nummer\b[^?.]*|\bwo (?:kann ich|können wir) sie (?:telefonisch )?erreichen\b",
        ),
        "fr": Locale(
            words="téléphone portable joindre",
            nouns=r"\bnuméro de (?:téléphone|portable)\b",
            asks=r"\bà quel numéro (?:puis-je|peut-on|pouvons-nous)\b[^?.]*",
        ),
        "es": Locale(
            words="teléfono móvil llamar",
            nouns=r"\b(?:número de )?(?:teléfono|móvil)\b",
            asks=r"\b(?:a|en) qué número (?:puedo|podemos|le)\b[^?.]*",
        ),
    },
    source="own; what service desks ask for",
    shapes=("phone", "digits"),
    default_for=("phone",),
    identifies=True,
    normal=lambda value: "".join(filter(str.isdigit, value))[-9:],
)
