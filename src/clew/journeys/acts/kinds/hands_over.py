"""The company hands the customer over: to a colleague, another team, or from the bot to a person."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_WHO = (
    r"(?:colleagues?|agents?|advis[oe]rs?|specialists?|experts?|team|teams|department|person|human|human being|somebody|someone|representatives?|supervisor|manager|consultant|"
    r"technician|engineer|operator|member of (?:our|the|my) (?:team|staff)|desk|group|people|support|sales|billing|one of (?:our|my)|customer (?:service|care)|staff|assistant)"
)
_CANNOT = (
    r"\b(?:can't|cannot|can not|couldn't|unable to|not able to|no way to|not possible to|won't be able to|don't have a way to)\b[^.?!]{0,15}"
    r"\b(?:transfer|connect|put|pass|hand|forward|redirect|switch|escalate|bring|get)\b|\b(?:would you like|shall i|do you want|should i)\b"
)

ACT = SpeechAct(
    name="hands_over",
    title="hands the customer over",
    by="company",
    locales={
        "en": Locale(
            unless=_CANNOT
            + r"|\b(?:was|were|has been|have been|had been|got) (?:transferred|passed|handed)\b|\b(?:money|funds|amount|sum|points|balance|number|line|contract|ownership|tickets?|booking) (?:\w+ ){0,3}to (?:you|your)\b",
            ways=(
                Way(
                    "transfer pass put connect hand forward escalate bring redirect switch patch route refer move get link",
                    rf"\b(?:i'll|i will|i'm going to|let me|let's|we'll|we will|i have to|i need to|i must|i'd like to|i can|allow me to|going to|i shall|i'd better|i want to|to)\b[^.?!]{{0,15}}\b(?:transfer|pass|put|connect|hand|forward|escalate|redirect|switch|patch|route|move|link|get|bring)\b[^.?!]{{0,10}}\b(?:you|this|it|your (?:call|chat|case|request|conversation)|the (?:call|chat|conversation)|over|through|in)\b[^.?!]{{0,35}}\b(?:{_WHO}|over|through|right (?:person|place))\b",
                    unless=r"\b(?:back office|review team|get back|look into|reviewers?|details|number|link to|bring (?:up|in your)|get (?:it|this|that) (?:sorted|done|fixed|solved)|through (?:it|this|that|the steps|your)|forward (?:it|this) to your)\b",
                ),
                Way(
                    "transferring passing putting connecting handing forwarding redirecting switching bringing routing escalating patching moving",
                    rf"\b(?:transferring|passing|putting|connecting|handing|redirecting|switching|bringing|routing|patching|moving)\b[^.?!]{{0,10}}\b(?:you|this|it|your (?:call|chat|conversation)|over|in|through)\b[^.?!]{{0,40}}(?:\b(?:{_WHO}|over|through|now)\b|[.!]*$)",
                    unless=r"\b(?:back office|passing on|bringing up|putting (?:it|this|you) (?:down|on hold)|on hold)\b",
                ),
                Way(
                    "colleague agent advisor adviser specialist expert teammate representative person human somebody someone supervisor technician operator consultant member",
                    rf"\b(?:{_WHO}|teammate)\b[^.?!]{{0,30}}\b(?:is joining|will join|joins|will (?:be )?(?:right )?with you|will be with you|will take over|takes over|take over|is taking over|will assist you|will help you|to (?:help|assist) you|will continue|continues|will pick (?:it|this) up|picks up|will be (?:joining|here|along)|is on (?:the|their|his|her) way|will answer you|coming to the chat|will speak (?:to|with) you|will jump in|will look after you)\b",
                    unless=r"\b(?:will (?:contact|call|write|email|get back|be in touch)|when|if)\b",
                ),
                Way(
                    "pass leave",
                    r"\b(?:i'll|i will|let me|i)\b[^.?!]{0,8}\b(?:pass|leave|hand) you\b[^.?!]{0,10}\b(?:to|with|on to|over|into)\b[^.?!]{0,40}",
                ),
                Way(
                    "hold stay remain wait",
                    rf"\b(?:stay|remain|hold|wait)\b[^.?!]{{0,30}}\b(?:while|until|and)\b[^.?!]{{0,20}}\b(?:connect|transfer|put|{_WHO}|fetch|find)\b",
                ),
                Way(
                    "put transferred connected escalated passed handed",
                    r"\byou(?:'re| are|'ll be| will be|'re being| are being| will now be)\b[^.?!]{0,14}\b(?:transferred|connected(?! to (?:the|our|your) (?:internet|wi|net|server))|put through|passed|handed|redirected|forwarded|routed)\b[^.?!]{0,30}",
                ),
                Way(
                    "talk speak talking speaking chatting",
                    rf"\byou(?:'ll| will)\b[^.?!]{{0,8}}\b(?:now |then |soon |next |shortly |be )+(?:talk(?:ing)?|speak(?:ing)?|chat(?:ting)?) (?:to|with)\b[^.?!]{{0,12}}\b{_WHO}\b",
                ),
            ),
        )
    },
    source="own; warm transfers as contact-centre practice calls them",
)
