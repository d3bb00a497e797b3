"""The postcode of where the customer lives."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="postcode",
    title="postcode",
    locales={
        "en": Locale(
            words="zip postal post postcode zipcode code area town city where whereabouts district neighbourhood neighborhood region state suburb borough digits place part",
            nouns=r"\b(?:zip|postal|post)[ -]?code\b|\bzip\b|\bpostcode\b|\bpostal (?:area|district)\b|\bcode of your (?:postal )?area\b|\b(?:five|5)[ -]?digit (?:code|zip)\b[^.?]{0,15}\b(?:area|address)\b|\barea code of your address\b",
            asks=r"\b(?:which|what) (?:area|part of (?:the )?(?:town|country|city)|neighbou?rhood|town|city|district|state|zip|region|place|suburb|borough)\b(?= (?:are you|do you|is (?:it|the|your)|does the|did you|you\b|should (?:it|we|i)\b))|\bwhere(?:abouts)? (?:do you|are you|you|d'you|did you)\s*(?:liv\w+|based|located|calling from|stay\w*|reside|are)\b|\bwhereabouts\b|\bwhere are you\b(?= *\?| based| located| calling)|"
            r"\bwhere(?: is|'s) (?:the|your) (?:house|home|apartment|property|flat|place|residence|address)\b|\b(?:five|5) digits\b|\bdigits (?:of|after|at the end of) (?:your|the) (?:area|address|city|town)\b|\bwhich zip\b|\bzip wise\b|\bafter the town in\b|\bwhat(?:'s| is) your (?:neighbou?rhood|area|town|city)\b|\bwhere you (?:live|are(?: based| located|(?=\W*$))|reside)\b",
            before=r"(?:\b(?:zip|area|postal|district)(?:['’]s| is| of)?\W{1,3}|\b(?:live in|living in|move[ds]? to|moving to|address at)|\b(?:connection|outage|network|internet|contract|deliver\w*|house|flat|home)\b[^.?!\d]{0,25} (?:in|at|to))\s+",
        ),
        "de": Locale(
            words="postleitzahl plz wohnen",
            nouns=r"\bpostleitzahl\b|\bplz\b",
            asks=r"\bwo wohnen sie\b",
        ),
        "fr": Locale(
            words="postal habitez",
            nouns=r"\bcode postal\b",
            asks=r"\boù habitez-vous\b",
        ),
        "es": Locale(
            words="postal vive",
            nouns=r"\bcódigo postal\b",
            asks=r"\bdónde vive(?: usted)?\b",
        ),
    },
    source="own; what service desks ask for",
    shapes=("digits",),
    identifies=True,
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
