"""The customer asks what became of the matter: any news, where does it stand, when will it be done."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

#: What somebody has going on with a company.
_MATTER = (
    r"(?:case|request|complaint|claim|application|ticket|issue|matter|problem|enquiry|inquiry|query|refund|order|parcel|package|delivery|return|repair|dispute|"
    r"booking|appointment|email|e-mail|mail|message|question|letter|report|file|bag|luggage|this|that|it|things|everything|replacement|transfer|payment)"
)
_ANSWER = r"(?:answer|reply|response|solution|result|decision|call(?:back)?|news|resolution|outcome|update|feedback|word|confirmation|e-?mail|anything)"

ACT = SpeechAct(
    name="asks_for_news",
    title="asks for news",
    by="customer",
    locales={
        "en": Locale(
            ways=(
                Way(
                    "news update updates progress word developments movement feedback",
                    r"\b(?:any|some|an|there|no|heard|have|got|more)\b[^.?!]{0,20}\b(?:news|updates?|progress|word|developments?|movement|feedback)\b",
                    unless=r"\b(?:word of mouth|password|in other words|updated? (?:the app|my (?:app|address|details|card|phone|router|software|browser)|it)|software update|app update|read the news|good news|software|firmware)\b|\bi(?:'ve| have)? (?:installed|tried|did|done)\b",
                ),
                Way(
                    "status progress state",
                    rf"\b(?:status|progress|state) (?:of|on|for|with|regarding|about)\b[^.?!]{{0,20}}\b{_MATTER}\b|\b(?:my|the) (?:case|ticket|order|refund|claim|request|complaint) status\b|\bwhat(?:'s| is) (?:the|my) (?:current )?status\b|\bstatus\?|\bstatus update\b",
                    unless=r"\b(?:says|shows?|showed|said|changed|page)\b",
                ),
                Way(
                    "happening happened become became doing going",
                    rf"\bwhat(?:'s| is| has| ever)?\b[^.?!]{{0,12}}\b(?:happening|going on|become|became|happened|doing)\b[^.?!]{{0,8}}\b(?:with|to|of|about|on)\b[^.?!]{{0,20}}\b{_MATTER}\b",
                    unless=r"\b(?:with|to) (?:this|that|my|the) (?:bill|charge|charges|money|line|internet|price|plan|account|payment|amount)\b",
                ),
                Way("happening", r"\bwhat(?:'s| is) happening\?"),
                Way(
                    "stand stands standing",
                    r"\b(?:where|how)\b[^.?!]{0,25}\b(?:stands?|standing)\b",
                    unless=r"\bunderstand\b|\bstand in line\b",
                ),
                Way(
                    "far along",
                    rf"\bhow far\b[^.?!]{{0,20}}\b(?:along|{_MATTER}|got|have you|are you)\b",
                    unless=r"\b(?:away|from)\b",
                ),
                Way(
                    "waiting",
                    rf"\bwaiting\b[^.?!]{{0,15}}\b(?:for|on|to hear)\b[^.?!]{{0,25}}\b(?:{_ANSWER}|you|hear|somebody|someone|anybody|anyone)\b|\bstill waiting[.!?]*$|\bhow much longer\b|\bwaiting (?:for )?(?:days|weeks|ages|forever|so long|\w+ (?:days|weeks))\b[^.?!]{{0,20}}[.!?]*$",
                    unless=r"\b(?:on hold|in (?:the )?(?:queue|line)|waiting (?:at|room)|(?:my|the) (?:refund|money|parcel|package|order|delivery|bag|luggage|call back from (?:him|her)))\b",
                ),
                Way(
                    "when long longer",
                    rf"\b(?:when|how (?:much )?long(?:er)?)\b[^.?!]{{0,20}}\b(?:will|can|do|does|is|are|until|till|before|should)\b[^.?!]{{0,30}}\b(?:solved|sorted|done|resolved|fixed|finished|settled|ready|answered?|hear|(?:an? )?{_ANSWER}|repl(?:y|ied)|decided|through|completed?|processed|come|dealt with|looked at|handled)\b",
                    unless=r"\bwhen (?:i|you|we|it|they|he|she)\b",
                ),
                Way(
                    "heard hear",
                    r"\b(?:haven't|have not|hasn't|not|never|still|yet to|didn't|nothing|nobody|no one|without)\b[^.?!]{0,15}\bhear(?:d|ing)?\b[^.?!]{0,20}(?:\b(?:back|from you|from anyone|from anybody|from your|anything|nothing|a (?:thing|word)|since|yet|again)\b|[.!?]*$)|\bheard (?:nothing|no more)\b",
                ),
                Way(
                    "promised told said supposed should meant",
                    rf"\b(?:promised|told|said|supposed|should|meant|assured|guaranteed)\b[^.?!]{{0,45}}\b(?:{_ANSWER}|hear|be in touch|contact me|get back|write|call me|by now|already|yesterday|last week)\b",
                    unless=r"\b(?:already (?:told|said|gave|explained)|i (?:already |just )?(?:told|said)|told (?:you|that to|the last|your)|should i|what should|this should have|should have been here|solved|settled|done|over|fixed)\b",
                ),
                Way(
                    "over passed up expired gone",
                    r"\b(?:time|days?|date|week|deadline|hours)\b[^.?!]{0,30}\b(?:is|are|has|have|was) (?:long |now |already )?(?:over|passed|up|expired|gone|past)\b[^.?!]{0,12}\b(?:and|but|still|no)\b[^.?!]{0,20}\b(?:answer|reply|nothing|word|news|response|call|solution)\b|\bthe (?:time|days|date|deadline)\b[^.?!]{0,20}\byou (?:gave|named|told|set|quoted|promised)\b[^.?!]{0,40}",
                ),
                Way(
                    "asking ask chasing chase following follow nudge checking",
                    rf"\b(?:i'm|i am|just|me) (?:asking|chasing|checking|following up)\b[^.?!]{{0,25}}\b(?:again|once more|up|whether|on|about|back|in)\b[^.?!]{{0,30}}\b{_MATTER}\b|\bfollow(?:ing)?[- ]up on (?:my|this|the|our)\b[^.?!]{{0,30}}",
                    unless=r"\b(?:charge|price|bill)\b",
                ),
                Way(
                    "still yet anyone anybody someone somebody",
                    rf"\b(?:has|did|is|have|could)\b (?:anyone|anybody|someone|somebody|you)\b[^.?!]{{0,25}}\b(?:looked?|looking|look|read|seen?|received?|got|get|reached|working|work|dealt|deal|processed|process|checked|check|decided?|found|find|forwarded|taking care)\b[^.?!]{{0,30}}\b(?:{_MATTER}|anything|out)\b[^.?!]{{0,20}}\?",
                ),
                Way(
                    "know",
                    r"\b(?:still )?(?:don't|do not|no one|nobody|like to|want to|need to)\b[^.?!]{0,12}\b(?:knows?|tells?)\b[^.?!]{0,15}\b(?:what is happening|what's happening|where (?:this|it|things)|how far|what became|whether (?:anybody|anyone|someone)|what(?:'s| is) going on)\b",
                ),
                Way(
                    "answer answers reply replies response responses answered answering replied replying responded responding decision call callback",
                    r"\b(?:still|no|not|never|without|nobody|no one|yet|any|single|only silence|expecting|expect|get|await|awaiting|getting)\b[^.?!]{0,25}\b(?:answer(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|respon(?:se|ses|ded|ding)|decision|callback|called (?:me )?back)\b",
                    unless=r"\b(?:answers? (?:the )?(?:phone|door|my question)|correct answer|right answer|(?:the|that) answer (?:is|was)|phone|hotline|call is)\b|\b(?:don't|do not|can't|cannot) (?:find|see|get) (?:an|any|the) answer\b|\bi (?:did|do|have|can)(?:n't| not)? (?:answer|reply)\b|\bno,",
                ),
                Way(
                    "done ready finished processed received receive got get looked look come decided approved chance time read arrived sent open solved fixed through forgotten forgot made working answered completed settled closed",
                    rf"^(?:[\w']+[,!.]? ){{0,3}}?(?:is|has|have|did|was|were|are|am|do|could|would|can)\b[^.?!]{{0,12}}\b(?:it|this|that|{_MATTER}|you|anything|anybody|anyone|somebody|someone|a decision|i|there|they)\b[^.?!]{{0,25}}\b(?:done|ready|finished|processed|received?|got|looked|look|come|decided|approved|had (?:a chance|time)|read|open|solved|fixed|through|forgotten|forgot|made|working on|answered|completed|settled|closed|answer|reply|response)\b[^.?!]{{0,40}}\?",
                    unless=r"\b(?:how do|can you (?:get|look|make|read)|could you (?:get|look|make|read|send)|do you (?:get|read|have)|do i|should i|store|shop|can i|may i|could i|can it|is it (?:possible|open))\b",
                ),
                Way(
                    "going coming progressing proceeding",
                    r"\bhow\b[^.?!]{0,25}\b(?:is|are|'s)?\b[^.?!]{0,20}\b(?:going|coming along|coming on|progressing|proceeding|doing)\b",
                    unless=r"\b(?:how are you|going to|doing today)\b",
                ),
                Way(
                    "longer",
                    r"\bhow much longer\b|\bhow many more (?:days|weeks)\b|\bhow long (?:is|are|will|do|does|must|should|am) (?:this|it|that|i|you|we)\b[^.?!]{0,20}\b(?:take|taking|wait|going)\b",
                ),
                Way(
                    "days weeks week ages month months hours",
                    r"\b(?:days|weeks?|ages|months?|hours)\b[^.?!]{0,40}\b(?:nothing|no (?:word|news|answer|reply|response|sign|call|result)|silence|and counting|not a (?:word|thing|single))\b|\b(?:nothing|no (?:word|news|answer|reply|response|sign|call|result)|silence)\b[^.?!]{0,25}\b(?:for|since|in|after) [^.?!]{0,15}\b(?:days|weeks?|ages|months?)\b",
                    unless=r"\b(?:nothing (?:works|helps|changed))\b",
                ),
                Way(
                    "wondering wonder",
                    rf"\bwonder(?:ing)?\b[^.?!]{{0,20}}\b(?:if|whether|how|what|when|where)\b[^.?!]{{0,30}}\b(?:{_MATTER}|you|anyone|anybody|somebody|someone)\b",
                    unless=r"\b(?:you (?:could|can|have|sell|offer)|price|cost)\b",
                ),
                Way(
                    "got get come back",
                    r"\b(?:nobody|no one|no-one|none of you|you|they|somebody|someone|haven't|hasn't|never|not)\b[^.?!]{0,20}\b(?:got|gotten|getting|get|come|came) back to me\b",
                    unless=r"\b(?:please|could you|can you|will you)\b",
                ),
                Way(
                    "where anything new when update",
                    r"\bwhere are (?:we|you|things)\b[^.?!]{0,15}\b(?:with|on|at)\b|\banything new\b|\bwhen (?:will|is|are) (?:somebody|someone|anybody|anyone|you)\b[^.?!]{0,25}\b(?:look|deal|answer|reply|respond|call|write|contact|get (?:to|round))\b|^\W*(?:an? )?(?:status )?update\b[^.?!]{0,12}[.?!]*$",
                ),
            ),
        )
    },
    source='own; the status-chasing contact of contact-centre practice ("where is my order", "any update")',
)
