"""The problem in the customer's own words."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="problem",
    title="problem",
    locales={
        "en": Locale(
            asks=r"\b(?:describe|explain|tell me|say|know)\b[^.?]{0,25}\b(?:problem|issue|what (?:happened|is wrong|went wrong|this is about|it is about|the (?:problem|issue|matter) is)|what's (?:wrong|going on|happened|up))|"
            r"\bwhat(?:'s| is| was)? (?:it|your (?:request|question|concern|issue|problem|call)|this|the (?:problem|issue|matter|trouble|reason))(?: is)?(?: about| for)?(?:[^\w']|$)|\bwhat (?:happened|is wrong|went wrong|seems to be|brings you|exactly)|\bin your own words\b|\bfrom the (?:start|beginning|top)\b|\bwhat (?:do you|would you) (?:need|like) help with|\bsummar(?:ise|ize|y)\b|\bwhat(?:'s| is) (?:troubling|bothering|wrong|up|the matter|going on|this regarding|this all)\b|\b(?:fill|bring) me (?:in|up)\b|\bin (?:a few|your own|short) words\b|\bwhat (?:are you|you'?re|are we) (?:contacting|calling|writing|talking|dealing|reaching)\b|\b(?:go|walk|run|take) (?:me |us )?(?:over|through) (?:it|what|the (?:problem|issue|matter))|\bwhat (?:exactly )?(?:isn'?t|doesn'?t|does not|has gone|went|goes)\b[^.?]{0,20}(?:work|wrong)|\bregarding what\b",
            said_by_company=(
                r"(?P<value>(?:I|We)(?:'ve| have|'m| am)? (?:(?:can|already|just|also) )*(?:read|see|seen|know|have|has|got|looked|looking|went|gone|caught)\b[^.!?\n]{0,40}"
                r"(?:\bwhat (?:you|this|it)\b|\byour (?:earlier |previous |whole |last )?(?:conversation|chat|history|message|notes|case)|\bthe (?:notes|history|transcript|conversation))[^.!?\n]*[.!?]?)",
            ),
        )
    },
    source="own; what every desk asks first",
    by="anybody",
)
