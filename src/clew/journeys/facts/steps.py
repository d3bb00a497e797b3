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
    r"subscrib|rent|moe?v?p?ed? (?:on|to|house|home|here|in|out|into|from|and|last|this|yesterday)|(?:contacted|asked|called|written|wrote|told|emailed|messaged|phoned|rang)(?: to)? you|was in touch|cancel+ed|(?:return|sen[dt] (?!the |in |you |off |over )|transferr|post|paid)\w* [^?!]{0,60}\b(?:ago|no refund|never|hasn'?t|has not|isn'?t|not arrived|didn'?t arrive|gone)\b|return(?!ed to the)|agre|wish|refus|fail|"
    r"went for (?!a )|(?:took|taken|chose|chosen|picked|pick) (?:out )?(?:the|your|a|an) (?:(?-i:[A-Z])|plan|contract|policy|loan|insurance|subscription|tariff|offer)|(?:had|got) it (?:with|from)|(?:went|gone|been) (?:through|over) (?:it|this|that|all (?:of )?(?:it|this|that)|everything|these) (?:all )?(?:with|last|before|once|already|yesterday|earlier|on the|in the|twice|again|a \w+ ago)|handed|passed|supplied|provided|repeated|answered|shared|"
    r"had (?:it\b|some|enough|this|several|two|three|many|lots)|heard|googl|did google |did (?:search|look|read) (?:it|around|on|up)|read (?:all |everything )?about|placed (?:it|the|my|an|this)\b|look(?:ed)? around|(?:tried|attempted|managed|wanted) to (?:work|sort|figure|solve|find|fix|help|deal|look|search|understand)\b[^.?!]{0,40}\b(?:online|on your|on the (?:web|site|internet|app)|in (?:the|your) (?:help|faq|app)|site|website|by myself first|web)|"
    r"(?:changed|swapped|switched|moved|left) (?:(?:my|our|the) )?(?:address|addresses|apartments?|flats?|houses?|homes?|streets?|towns?|cities|names?|jobs?|banks?|plans?|tariffs?|providers?|suppliers?|contracts?|rooms?|buildings?)\b|"
    r"(?:searched|read|scoured|combed|trawled|looked through|browsed|went through|been through) (?:all )?(?:the|your) (?:\w+ )?(?:site|web|website|internet|forums?|faqs?|topics?)\b|(?:just )?check(?:ed|ing) (?:in|back)\b|"
    r"thought|knew|bought (?!(?:a|an|another|one of those|two|new|the) (?:new |second |better |longer |stronger |other )?(?:wi-?fi |signal |network |powerline )?(?:booster|repeater|extender|adapt[eo]r|cable|router|modem|battery|batteries|charger|splitter|mesh|dongle|antenna|aerial|filter|hub|switch|fuse|bulb|socket|lead|replacement)s?)|got (?!in touch)|had (?:to|a (?!new|colleague|look)|an|the|no|enough)|found (?:nothing|no|a|an|out|that|it|something|someone|somebody)|said|told|gave (?:up|you|that|this)|given (?:that|this|you|up)|went up|made (?:a (?:mistake|payment)|an? (?:order|booking|purchase))|let |did(?:n'?t| not)|done with|"
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
    r"followed|gave it a (?:go|try|shot|whirl|spin)|pasted|copied|retried|blocked|kicked|toggled|keyed|hooked|wiped|typed|re-?typed|flipped|swiped|tightened|loosened|dusted|rewired|relocated the|shifted|charged the|drained|recharged|topped|dialled|dialed|switched|forced|force.?quit|killed|ended|muted|unmuted|paired|unpaired|re-?paired|forgot the network|synced|re-?synced|calibrated|formatted|downloaded|printed|photographed|filmed|screenshotted|laid|bypassed|whitelisted|allowed|granted|linked|unlinked|unlocked|renewed|extended|stripped|drilled|rinsed|descaled|defrosted|bled the|lubricated|oiled|glued|sewed|counted|weighed|traced|tracked|queried|consulted|rummaged|went|been|gone|did|done|opened(?! (?:(?-i:[A-Z]{2,}[-#]?\d)|(?:the|my|your) (?:\w+ )?(?:box|parcel|package|bill|invoice|letter|account)))|closed|deleted|removed|refreshed|reloaded|reconnected|disconnected the|used|verified|waited|bought|sent|connected|took it|brought|carried|borrowed|ordered a new cable|spoke|taken|took|put|moved the|redone|reordered|repeated|attempted|rebooked|disabled|enabled|entered"
)
_BARE = re.compile(
    rf"\W*(?:(?:so far|already|also|even|just|then|have|have already|had|yes|and|but|first|twice|now|of course|we|both|what i'?ve done so far)\W+)*(?!(?:{_NOT_TRYING}))(?:(?:already|even|also|just) )*(?:{_DOING})\b(?! (?:is|was|has|by (?!hand|wire|cable|cord)|me\b|you|in by|your (?:help|faq|website|site)|[^.?!]{0, 25}\bit'?s (?:no|just|still|even)\b))",
    re.IGNORECASE,
)
_FAILED = (
    r"(?:didn'?t|did not|doesn'?t|does not|hasn'?t|has not|won'?t|wouldn'?t|couldn'?t|can'?t|made no|makes no|brought no|changed nothing|did nothing|does nothing|no (?:use|help|luck|effect|difference|change|success|joy|good)|without|in vain|"
    r"nothing|failed|to no avail|(?:the )?same\b|still|both (?:refused|failed|declined)|gives? (?:me )?the same|not? (?:work|help))"
)
#: The same, of what is over: "Unplugging it won't help" only argues with somebody's advice.
_OVER = (
    r"(?:didn'?t|did not|hasn'?t|has not|couldn'?t|made no|brought no|changed nothing|did nothing|no (?:use|help|luck|effect|change|success|joy|good)\W*$|in vain|failed|to no avail|(?:the )?same\b|still\b|"
    r"stays\b|stayed|doesn'?t (?:help|work|change|do (?:it|anything|the trick))\W*(?:either)?\W*$)"
)
_VAIN = re.compile(
    rf"\W*(?:(?:and|but|even|also|then|just|only|simply|after|even after|having|despite|with) )*(?:[a-z-]+ing\b(?<!waiting)(?<!telling)(?<!looking)(?<!asking)(?<!standing)(?<!missing)(?<!nothing)(?<!something)(?<!everything)(?<!anything)[^.?!]{{1,80}}\b{_OVER}|having [a-z]+ed\b)|"
    rf"\W*(?:even )?(?:a|the|my|another|one more|a (?:full|factory|hard|complete|second))? ?(?:\w+ )?(?:restart|reboot|reset|re-?install(?:ation)?|update|refresh|power cycle|new cable|new battery|new batteries|different \w+|other \w+|another \w+|second (?:try|attempt))\b[^.?!]{{0,50}}\b{_FAILED}(?! (?:\w+ )?(?:when|if|as long)\b)|"
    r"\W*[^.?!]{3,80}\bto no avail\b|\W*no luck (?:with|in|from)\b|\W*(?:two|three|both|several|different|all) (?:different |other )?\w+[^.?!]{0,30}\b(?:refused|failed|tried|same|no luck)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\W*(?:(?:and|but|though|even though|according to) )?(?:your|the|my)(?: \w+){0,2} (?:status (?:page|site|map|screen)|outage (?:map|page|checker)|network map|dashboard|monitor|tracker|tracking(?: page)?|portal|speed ?test|self.?test|line test|diagnostics?|troubleshooter|service (?:page|map)|bank|carrier|courier|landlord|neighbou?rs?|electrician)(?: (?:on|in) the \w+)? (?:says?|said|claims?|claimed|shows?|showed|tells? me|told me|reports?|reported|insists?|reckons?|confirms?|confirmed|swears?|maintains?) (?:that )?(?:all|everything|every \w+|it|its|it's|that|nothing|no \w+|there|they|the (?:line|network|connection|service|signal|account|payment|parcel)) ?(?:is|was|are|'s|works?|looks?|seems?|wrong|fine|green|ok|okay|in order|nothing|no|sent|left|faults?|issues?|outages?)?\b|"
    r"\W*(?:and |but |even )?(?:my|the|our) (?:bank|card (?:company|issuer)|neighbou?rs?(?: across the \w+| opposite| upstairs| downstairs)?|(?:people|folks|family|lady|guy|couple) (?:next door|upstairs|downstairs|across the \w+|opposite)|courier|carrier|post office|depot|concierge|doorman|porter|reception|landlord|housemates?|flatmates?|roommates?|husband|wife|partner|kids|family|slip(?: in the \w+)?|packing (?:slip|list)|label|receipt|confirmation)(?: \w+)? (?:sees?|saw|says?|said|swears?|claims?|knows?|finds?|found|does(?:n'?t)?|do(?:n'?t)?|did(?:n'?t)?|has(?:n'?t)?|have(?:n'?t)?) (?:it|nothing|no|seen|got|have|know|find|found|list|say|show|received|anything|everything|they|all|not|never|that)\b|"
    r"\W*(?:i|we)(?:'ve| have) (?:already |even |just |also )?been (?:refreshing|checking|looking|restarting|reloading|tracking|monitoring|watching|trying|searching|testing|measuring|switching|turning|unplugging|resetting)\b(?! (?:to (?:reach|call|contact|get)|forward))|\W*(?:i|we)(?:'ve| have)(?: got)? (?:the |a |my )?(?:proof|evidence|screenshots?|photos?|pictures?|tracking (?:number|receipt)) (?:of|that|and|for|from)\b|"
    r"[^.?!]{3,100}(?:,| and| but)\s+(?:i|we)(?:'ve| have)? (?:already |even |also |just )?(?:tried(?! (?:to reach|calling) you)|asked(?! (?:you|for))|checked|tested|rang them|called them|looked everywhere|look every (?:day|hour))\b[^.?!]{0,25}[.!]*$|"
    r"\W*(?:the )?(?:first|only|next|other|last) thing (?:i|we) (?:did|tried|have done)\b|\W*what (?:i|we)(?:'ve| have)? (?:did|done|tried)\b|\W*(?:so far|until now|up to now),? (?:i|we)(?:'ve| have)? |\W*i keep (?:on )?(?![^.?!]{0,40}\b(?:nobody|no one|no-one|nothing|never|no (?:answer|reply))\b)(?!getting|being|having|receiving|waiting|seeing|asking you)[a-z]+ing\b|"
    r"\W*(?:i|we)(?:'ve| have)? been (?:through (?!this|all this|it)|to the|on to the)|\W*(?:i|we) (?:managed|attempted) to\b|\W*i(?:'ve| have) double.?checked",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(
    r"\byour (?:\w+ )?(?:help|faq|website|site|articles?|support page)\b|\b(?:by|for) (?:myself|ourselves)\b[^.?!]{0,15}\bonline\b|\b(?:sort|work|figure|find|fix|solve)[^.?!]{0,30}\bonline\b",
    re.IGNORECASE,
)
#: What somebody did that brought the matter about: "… and it's dead ever since", "… and you still bill the old one".
_BROUGHT_ABOUT = re.compile(
    r"\b(?:and|but)\b[^.?!]{3,80}\b(?:ever since|since then)\b|\band (?:you|they|now you) (?:still|never|keep|kept|now)\b",
    re.IGNORECASE,
)
#: So far a sentence is read.
_LONGEST = 400


def tried_in(text: str, sentence: Sentence) -> bool:
    """Say whether a customer's sentence tells a step that was tried."""
    start, end = sentence.start, min(sentence.end, sentence.start + _LONGEST)
    if text[end - 1] == "?" or _BROUGHT_ABOUT.search(text, start, end) is not None:
        return False
    if _TRIED.match(text, start, end) is not None or _BEHIND.match(text, start, end) is not None:
        return True
    found = _BARE.match(text, start, end) or _VAIN.match(text, start, end)
    return found is not None and _LOOKED_UP.search(text, start, end) is None
