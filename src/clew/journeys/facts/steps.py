"""Tells the steps that a customer tried already from what merely happened to them."""

from __future__ import annotations

import re

from clew.journeys.facts.prose import Sentence

_LATELY = r"(?: (?:already|just|also|even|now|both|twice|myself|then|first|have|again|once|finally|of course|carefully|repeatedly|manually|personally|since))*"
_IRREGULAR = (
    r"tried|read|reset|sent|put|ran|run|went|gone|left|stood|took|taken|held|wrote|written|spoke|spoken|made|did|done|found|kept|rang|rung|sat|shut|swapped|"
    r"cut|set|let|drove|driven|rebuilt|withdrawn|dug|got in touch with|had|gave (?:the|them|him|her|my|it)|given it|been (?:to|through|on|at)|was (?:in line|on hold|at|in)|redid|redone|froze|frozen|undid|undone"
)
#: What somebody did that isn't trying to mend it: it brought the matter about, or was said to the company before, or was
#: only looking for an answer in the company's pages (which is self-service).
_NOT_TRYING = (
    r"receiv|order|need|want|expect|notic|discover|realiz|realis|booked|paid (?!with)|purchas|promis|charg(?!er)|lost|hop|lik|decid|explain|mention|us(?:ed)? to|lov|sign(?:ed)? up|"
    r"subscrib|rent|moe?v?p?ed? (?:on|to|house|home|here|in|out|into|from|and|last|this|yesterday)|(?:contacted|asked|called|written|wrote|told|emailed|messaged|phoned|rang)(?: to)? you|was in touch|cancel+ed|(?:return|sen[dt]|transferr|post|paid)\w* [^?!]{0,60}\b(?:ago|no refund|never|hasn'?t|has not|isn'?t|not arrived|didn'?t arrive|gone)\b|return(?!ed to the)|agre|wish|refus|fail|"
    r"thought|knew|bought|got (?!in touch)|had (?:to|a (?!new|colleague|look)|an|the|no|enough)|found (?:nothing|no|a|an|out|that|it|something|someone|somebody)|said|told|gave (?:up|you|that|this)|given (?:that|this|you|up)|went up|made (?:a (?:mistake|payment)|an? (?:order|booking|purchase))|let |did(?:n'?t| not)|done with|"
    r"left (?:me|us|my)|been (?:charged|waiting|told|promised|with|a|over|here|on hold for|billed)|activat|transferr|spent|earn|live|stay|missed|dropped|arriv|upgrad|downgrad|visited|wor[en]|"
    r"(?:spoke|spoken|talked|chatted) (?:to|with) (?:your|one of your|an? (?:agent|colleague|lady|man|woman|representative|guy)|someone|somebody)|changed my (?:address|name|plan)|waited (?:for )?(?:an?|two|three|over|more|forever|so|long|at)\b|"
    r"(?:read|searched|looked (?:on|in|at|through)|gone through|went through|browsed|been through|checked|used|visited)\b.{0,15}\b(?:y[our]{2,3} (?:\w+ )?(?:help|faq|website|site|web ?page|articles?|pages?)|the (?:help|faq|website|support))|used (?:it|them|the \w+|my \w+) as (?:al|us|be)|filed|suffer|assum|believ|ask(?:ed)? for|request(?:ed)? (?:a|my) refund|complain|attached|listed"
)
_TRIED = re.compile(
    rf"\W*(?:(?:and|but|so|also|yes|well|then|plus|ok(?:ay)?|so far|as you (?:said|suggested|advised)|yesterday|today|before (?:calling|writing|that)|first|of course|meanwhile)\W+)*(?:i|we)(?:'ve| have|'d| had)?{_LATELY} (?!(?:{_NOT_TRYING}))(?:did (?!not|activate|choose|pay|order|book|send|tell|say|cancel|sign|agree|receive|have|want|need|get|use|mention)|[a-z]{{2,}}ed\b|(?:{_IRREGULAR})\b)",
    re.IGNORECASE,
)
#: The same without "I": what was tried stands first. Fewer verbs, as "Charged twice!" and "Arrived broken." look like it.
_DOING = (
    r"tried|trying|restarted|rebooted|reset|re-?installed|un-?installed|updated|upgraded the (?:app|software|firmware)|checked|double.?checked|re-?checked|cleared|cleaned|replaced|swapped|changed (?!my (?:address|name|plan|mind)|(?:on|in|for|without)\b)|froze|switched (?:it|the|to|off|on)|turned|plugged|"
    r"unplugged|pulled|pushed|pressed|held|logged (?:in|out|on|off)|signed (?:in|out)|asked|called|rang|phoned|contacted|emailed|looked|searched|measured|compared|tested|ran|scanned|uploaded|re-?sent|resubmitted|submitted|filled (?:in|out)|"
    r"followed|went|been|gone|did|done|opened|closed|deleted|removed|refreshed|reloaded|reconnected|disconnected the|used|verified|waited|spoke|taken|took|put|moved the|redone|reordered|repeated|attempted|rebooked|disabled|enabled|entered"
)
_BARE = re.compile(
    rf"\W*(?:(?:so far|already|also|even|just|then|have|have already|had|yes|and|but|first|twice|now|of course|we|both|what i'?ve done so far)\W+)*(?!(?:{_NOT_TRYING}))(?:(?:already|even|also|just) )*(?:{_DOING})\b(?! (?:is|was|has|by|me\b|you|your (?:help|faq|website|site)))",
    re.IGNORECASE,
)
_FAILED = (
    r"(?:didn'?t|did not|doesn'?t|does not|hasn'?t|has not|won'?t|wouldn'?t|couldn'?t|can'?t|made no|makes no|brought no|changed nothing|did nothing|does nothing|no (?:use|help|luck|effect|difference|change|success|joy|good)|without|in vain|"
    r"nothing|failed|to no avail|(?:the )?same\b|still|both (?:refused|failed|declined)|gives? (?:me )?the same|not? (?:work|help))"
)
_VAIN = re.compile(
    rf"\W*(?:(?:and|but|even|also|then|just|only|simply|after|even after|having|despite|with) )*(?:[a-z-]+ing\b(?<!waiting)(?<!missing)(?<!nothing)(?<!something)(?<!everything)(?<!anything)[^.?!]{{2,80}}\b{_FAILED}|having [a-z]+ed\b)|"
    rf"\W*(?:even )?(?:a|the|my|another|one more|a (?:full|factory|hard|complete|second))? ?(?:\w+ )?(?:restart|reboot|reset|re-?install(?:ation)?|update|refresh|power cycle|new cable|new battery|new batteries|different \w+|other \w+|another \w+|second (?:try|attempt))\b[^.?!]{{0,50}}\b{_FAILED}(?! (?:\w+ )?(?:when|if|as long)\b)|"
    r"\W*[^.?!]{3,80}\bto no avail\b|\W*no luck (?:with|in|from)\b|\W*(?:two|three|both|several|different|all) (?:different |other )?\w+[^.?!]{0,30}\b(?:refused|failed|tried|same|no luck)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[^.?!]{3,100}(?:,| and| but)\s+(?:i|we)(?:'ve| have)? (?:already |even |also |just )?(?:tried(?! (?:to reach|calling) you)|asked(?! (?:you|for))|checked|tested|rang them|called them|looked everywhere|look every (?:day|hour))\b[^.?!]{0,25}[.!]*$|"
    r"\W*(?:the )?(?:first|only|next|other|last) thing (?:i|we) (?:did|tried|have done)\b|\W*what (?:i|we)(?:'ve| have)? (?:did|done|tried)\b|\W*(?:so far|until now|up to now),? (?:i|we)(?:'ve| have)? |\W*i keep (?:on )?(?!getting|being|having|receiving|waiting|seeing|asking you)[a-z]+ing\b|"
    r"\W*(?:i|we)(?:'ve| have)? been (?:through (?!this|all this|it)|to the|on to the)|\W*(?:i|we) (?:managed|attempted) to\b|\W*i(?:'ve| have) double.?checked",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(r"\byour (?:\w+ )?(?:help|faq|website|site|articles?|support page)\b", re.IGNORECASE)
#: So far a sentence is read.
_LONGEST = 400


def tried_in(text: str, sentence: Sentence) -> bool:
    """Say whether a customer's sentence tells a step that was tried."""
    start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST)
    if text[end - 1] == "?":
        return False
    if _TRIED.match(text, start, end) is not None or _BEHIND.match(text, start, end) is not None:
        return True
    found = _BARE.match(text, start, end) or _VAIN.match(text, start, end)
    return found is not None and _LOOKED_UP.search(text, start, end) is None
