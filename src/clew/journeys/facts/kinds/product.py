"""The product, plan or service that the issue is about; names are learnt from where the words around say that they are one."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

_THING = r"(?:product|plan|item|model|article|card or account|card|service|flight|visit|tariff|package|bundle|contract|subscription|device)"
_NAME = r"(?!(?:amount|date|number|notes?|case|problem|order|bill|invoice|details|same|one|right|wrong|only|first|last|next|whole|old|new)\b)(?P<value>[A-Za-z][\w'’+-]*(?: (?!but\b|I\b|is\b|was\b|here\b)(?:to |and |of )?[\w'’+-]+){0,4}?)"
#: A name that is written like one: words with capitals or figures, and what they are behind them.
_WRITTEN = r"(?P<value>[A-Z][\w'’+-]*(?: (?:to |and |of )?[A-Z\d][\w'’+-]*){0,4}(?: (?:bundle|flight|card|account|visit|session|class|box|set))?)"

KIND = FactKind(
    name="product",
    title="product",
    locales={
        "en": Locale(
            words="product products plan plans item items model models article articles card cards service services flight flights visit visits tariff tariffs package packages bundle contract subscription device devices one ones which what thing kind type sort",
            nouns=rf"\b(?:name|type|kind|model|number) of (?:the|your|that) {_THING}s?\b|\b{_THING}(?:['’]s)? (?:name|in question|concerned|you mean|you (?:have|use|bought|ordered))\b|(?<=your )\b(?:plan|tariff|package|subscription|product|model)\b(?=\W*(?:$|[?.,:]|please|and|or|too|first|handy|below|here|there|now|again|when|before|so|is\b|to\b|by\b|whenever|for me|in front|from you|as\b|real|down|on you|with me|yet|anywhere|first))|(?<=the )(?:product|item|model|type of service)\b(?! (?:back|well|until|itself|in its|is (?:out|covered)|to (?:us|the)))|(?<=the )(?:plan|tariff|package|subscription|contract|model)\b(?=\W+(?:would|might|will|may) be\b)|(?<=your )(?:tariff|model)\b|^\W*item\b(?=\W*$)",
            things=rf"(?:{_THING})s?\b(?! (?:number|date|code|no\b|id\b|reference|amount|to the depot))",
            asks=rf"\b(?:for|on|about|with) (?:which|what) {_THING}\b|\b(?:which|what|which ones?(?![^?]*\b(?:number|code|date|id)\b)) (?:kind |type |sort )?of (?:our |the |these |your )?{_THING}s?\b|\b(?:what|which) (?:kind|type|sort) of {_THING}\b|\b(?:which|what) (?:one|ones|thing)\b(?![^?]*\b(?:number|code|date|id)\b)(?= (?:is|of|are|do|did|was|were|have|would)\b(?! (?:your|our|the) (?!items?|products?)))|\b(?:which|what) of our\b|\bwhat (?:exactly |precisely )?(?:is it |was it |it is |it was )?(?:did |have |do |that )?(?:you|you've) (?:been using|order|buy|bought|ordered|book|booked|get|got|purchase|purchased|sign\w*|use|using|have (?:with|from)|got from|have got|rent|own|subscribe\w*)\b|"
            rf"\bwhat (?:exactly )?(?:did|do|have) you (?:have|use|order|buy|book|got|get|bought)\w*(?: (?:from|with) us)?\b|\bwhat(?:'s| is) (?:it|the (?:thing|article|item|product|plan)) called\b|\bwhich (?:one )?(?:it is|do you have|is it)\b|\bwhich {_THING} (?:it is|you (?:mean|have|are))\b|\bwhat it is (?:that )?you (?:bought|ordered|have|booked|use)\b|\bwhat are we talking about\b|^\W*(?:(?:and|so|your|the)\W+)*(?:plan|product|item|model)\W*\?",
            said=(
                rf"(?:[Tt]he|[Mm]y|[Oo]ur) {_THING}(?: in question)? is (?:(?:called|named) |(?:the |an? )?(?=[A-Z])|the (?!same\b|wrong\b|right\b)){_NAME}(?=[.,;!?\n]|$)",
                rf"\b(?:[Mm]y|[Oo]ur|[Tt]he) {_WRITTEN}(?= (?:plan|tariff|subscription|package|contract|stopped|isn't|doesn't|won't|broke|hasn't|never|keeps))",
                rf"\b(?:subscribed to|signed up for|pay for|switch(?:ed)? (?:from|to)|upgrade(?:d)? (?:from|to)|downgrade(?:d)? (?:from|to)) (?:the |my |your |a )?(?!I\b|You\b){_WRITTEN}(?=[.,;!?\n]| and | but | to |$)",
                rf"\b{_THING} (?:called|named) [\"“']?{_NAME}(?=[\"”'.,;!?\n]|$)",
            ),
            said_by_company=(rf"(?:I (?:can )?(?:see|have)|it's about) the {_NAME} (?:here|in front of me|open)\b",),
        )
    },
    source="own; what service desks ask for",
)
