"""The customer refers to what was said before: to a colleague, in another channel, in an earlier request."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_TOLD = r"(?:said|told|mentioned|explained|gave|given|wrote|written|sent|answered|described|stated|provided|confirmed|typed|entered|went (?:over|through)|gone (?:over|through)|been through|repeated|reported|discussed|spoke|spoken|talked|asked|contacted|called|phoned|rang|emailed|messaged|complained)"
_ONE = r"(?:you|one of you|your|the|a|somebody|someone|another|two|three|other|him|her|them|people|colleagues?)"

ACT = SpeechAct(
    name="refers_back",
    title="refers to what was said before",
    by="customer",
    locales={
        "en": Locale(
            ways=(
                Way(
                    "as like",
                    r"\b(?:as|like) (?:i|we)(?:'ve| have| had)?(?: already| just| also)? (?:said|told|mentioned|explained|wrote|written|stated|described|discussed|reported|indicated)\b",
                ),
                Way(
                    "already just before previously earlier again twice times yesterday last",
                    rf"\b(?:i|we)(?:'ve|'d| have| had)?\b[^.?!]{{0,12}}\b(?:already|just|previously|twice|before)?\b ?{_TOLD}\b[^.?!]{{0,25}}\b{_ONE}\b[^.?!]{{0,45}}",
                    unless=r"\b(?:i(?:'ve| have)? (?:already |just |previously )?(?:(?:called|asked|told|spoke (?:to|with)|contacted|wrote to) (?:the|my) (?:carrier|bank|shop|seller|neighbou?rs?|post office|landlord|doctor|store|courier|driver|airline|hotel|manufacturer|merchant|family|wife|husband)))\b",
                ),
                Way(
                    "already",
                    rf"\b(?:i|we)(?:'ve| have)? already (?:been (?:through|asked|over)|{_TOLD})\b[^.?!]{{0,20}}",
                ),
                Way(
                    "already have",
                    r"\byou(?:'ve| have| should)?\b[^.?!]{0,12}\b(?:already|should)\b[^.?!]{0,6}\b(?:have|got|know|has)\b[^.?!]{0,12}\b(?:that|this|it|them|my|all|the)\b",
                ),
                Way(
                    "repeat explain myself",
                    r"\b(?:how (?:often|many times)|again|keep|have to|tired of|sick of|third time|second time|every time|everyone)\b[^.?!]{0,30}\b(?:repeat(?:ing)?|explain(?:ing)?|tell(?:ing)? (?:you|everyone|this)|say(?:ing)?)\b",
                ),
                Way(
                    "earlier previous last prior first yesterday's recent former",
                    r"\b(?:my|our|the|your) (?:earlier|previous|last|prior|first|recent|former|yesterday's) (?:request|conversation|chat|call|e-?mail|mail|message|contact|ticket|case|letter|enquiry|inquiry|complaint|question|reply|response|phone call|discussion|answer|report)\b",
                    unless=r"\b(?:month|bill|invoice)\b",
                ),
                Way(
                    "colleague colleagues agent agents person someone somebody rep representative advisor team",
                    r"\b(?:spoke|spoken|talked|chatted|told|explained|discussed|said|gave|given|been speaking|was speaking|sent)\b[^.?!]{0,25}\b(?:one of )?(?:your|a|the|an|another|some|two|three|other|of|different)\b[^.?!]{0,12}\b(?:colleagues?|agents?|persons?|people|someone|somebody|reps?|representatives?|advisors?|team|operators?|lady|man|guy|woman|bot|chatbot|assistant|staff)\b",
                ),
                Way(
                    "your",
                    r"\byour (?:colleague|agent|chatbot|bot|assistant|rep|representative|advisor|team|phone team|chat team|hotline|email|letter|message|reply)\b[^.?!]{0,20}\b(?:told|said|promised|asked|wrote|sent|says|already|confirmed|advised|assured|has (?:that|it|this|all))\b",
                ),
                Way(
                    "touch contacted asked wrote called spoke rang phoned emailed messaged chatted reached",
                    r"\b(?:i|we)(?:'ve|'d| have| had| was| were)?\b[^.?!]{0,12}\b(?:in touch|contacted|asked|wrote|written|called|spoke|spoken|rang|phoned|emailed|messaged|chatted|reached out|complained)\b[^.?!]{0,30}\b(?:before|already|earlier|yesterday|last (?:week|time|month|monday|tuesday|wednesday|thursday|friday|night)|this morning|(?:days|weeks|hours) ago|twice|several times|(?:three|two|many) times|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b",
                    unless=r"\b(?:the|my) (?:carrier|bank|shop|seller|neighbou?rs?|post office|landlord|doctor|courier|driver|hotel|manufacturer|merchant|plumber|electrician)\b",
                ),
                Way(
                    "last when",
                    r"\b(?:the last time|last time|when) (?:i|we) (?:contacted|called|wrote|spoke|rang|chatted|phoned|was in touch|were in touch|emailed|asked|talked)\b",
                ),
                Way(
                    "again",
                    r"\b(?:(?:getting|being) in touch|contacting|writing|calling|here|asking|back|it's me|me)\b[^.?!]{0,15}\bagain\b[^.?!]{0,12}(?:\b(?:about|because|regarding|with|for|on|since|as)\b|$)",
                ),
                Way(
                    "case ticket reference conversation",
                    r"\b(?:under|see|regarding|about|it's|concerning|re)\b[^.?!]{0,12}\b(?:my )?(?:case|ticket|reference|conversation) (?:number |no\.? ?|id ?|#)?[a-z]{0,4}[-#]?\d{3,}",
                ),
                Way(
                    "as like",
                    r"\bas (?:already |previously |just )?(?:explained|mentioned|said|stated|described|discussed|agreed|written)\b",
                ),
                Way(
                    "you your",
                    r"\b(?:you|they|your \w+)(?:'ve| have)? (?:already |just )?(?:asked|told|said|promised|wrote|written|answered|replied)\b[^.?!]{0,12}\b(?:me|that|this|already|before|it)\b[^.?!]{0,20}",
                    unless=r"\b(?:was|were) (?:promised|told)\b|\bpromised\b|\bby now\b",
                ),
                Way(
                    "already before yesterday ago last earlier twice",
                    r"\b(?:i|we)(?:'ve|'d| have| had)?(?: already| just)? (?:reported|typed|entered|sent|submitted|described|filled|discussed|provided|told|explained|said|raised|flagged|complained|mentioned|written|wrote|uploaded|given|gave)\b[^.?!]{0,50}\b(?:already|before|yesterday|ago|last (?:week|month|time|monday|tuesday|wednesday|thursday|friday|night)|earlier|twice)\b",
                    unless=r"\b(?:parcel|package|shoes|item|to the (?:bank|carrier|courier|post))\b",
                ),
                Way(
                    "through discussed talked went over",
                    r"\b(?:i|we)(?:'ve|'d| have| had)? (?:already |just )?(?:been through|gone over|went over|went through|discussed|talked about|agreed on|settled on)\b[^.?!]{0,12}\b(?:this|it|that|all|everything|these)\b",
                    unless=r"\b(?:article|pages?|steps?|manual|guide|list)\b",
                ),
                Way(
                    "often times again say tell telling saying repeat repeating explaining",
                    r"\b(?:how often|how many times|(?:do|must|should) i (?:really )?(?:have to)?|why (?:do|must|should) i)\b[^.?!]{0,25}\b(?:say|tell|repeat|explain|give|go through|spell)\b[^.?!]{0,20}\b(?:this|that|it|again|everything|you|myself|the same)?",
                    unless=r"\b(?:how do i|what)\b|\bgive (?:back|notice)",
                ),
                Way(
                    "given gave told said explained",
                    r"\b(?:i|we)(?:'ve| have)? (?:already |just )?(?:given|gave|told|said|explained)\b[^.?!]{0,15}\b(?:this|that|it|you|them|those|everything|all)\b[^.?!]{0,20}\b(?:to|already|before|of you)\b[^.?!]{0,12}\b(?:you|your|one|somebody|someone|colleague|bot|already|before|the last)\b",
                ),
                Way("again", r"^again,"),
                Way(
                    "everything all",
                    r"\b(?:everything|it|that|all of (?:it|that|this)|this) (?:is|was|stands|stood)\b[^.?!]{0,10}\b(?:already )?(?:in|on) (?:the|my) (?:form|chat|e?-?mail|letter|message|ticket|notes|request)\b",
                ),
                Way(
                    "second third fourth fifth tenth umpteenth",
                    r"\b(?:second|third|fourth|fifth|tenth|umpteenth) (?:time|call|e-?mail|message|letter|attempt|person|agent)\b[^.?!]{0,35}\b(?:i|i'm|i've|about|you|this|same)\b",
                    unless=r"\b(?:the (?:second|third) time this (?:year|month) (?:it|the))\b",
                ),
                Way(
                    "told explained",
                    r"\b(?:told|explained)\b[^.?!]{0,25}\bto (?:two|three|four|five|six|several|so many|everybody|everyone|\d+)\b[^.?!]{0,12}\b(?:people|persons?|agents?|colleagues)?\b",
                ),
            ),
        )
    },
    source="own; what customers say who have to repeat themselves",
)
