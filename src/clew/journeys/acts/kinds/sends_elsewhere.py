"""The company tells the customer to turn to another desk by themselves, instead of helping or handing them over."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_TURN = r"(?:call|ring|phone|dial|telephone|contact|write|e-?mail|get in touch|turn|reach out|reach|speak|talk|visit|go|approach|message|try|use|ask (?:at|in)|come|drop|chat|send|fill (?:in|out)|submit|give)"
_DESK = (
    r"(?:us|our|hotline|phone|help ?line|number|customer (?:service|care|support)|support|service (?:desk|team|cent(?:er|re)|line)|call cent(?:er|re)|ticket (?:counter|desk|office)|counter|(?:the |another |other |different |responsible |right )?(?:team|department|office)|branch|store|"
    r"shop|specialists?|colleagues|contact (?:page|form|details)|agents?|helpdesk|website|web ?form|online form|form|them|in person|in writing|chat|app|desk|staff|advis[oe]rs?|billing|sales|a call|ring)"
)
_MUST = (
    r"(?:please|kindly|you(?:'d|'ll| would| will)? (?:need|have) to|you(?:'ll| will| would|'d)? (?:need|have)\b|you must|you should|you'd better|you can only|you(?:'d| would) be best|i(?:'d| would)? (?:ask|advise|suggest|recommend|have to ask)|could you|can you|would you|i(?:'ll| will)? (?:have|need) to ask you|"
    r"best (?:to|is to)|it'?s best|next|the next step is|your next step is|only|you are asked|i have to refer you|try|simply|just|go ahead and|you're better off|the way to do (?:it|this|that) is|you may want to|ask you to|need you to)"
)
#: Offers and closings that name a desk and send nobody there.
_OFFER = (
    r"\b(?:if (?:you|there|anything|it|this|that|nothing|the problem)\b[^.?!]{0,40}\b(?:any|need|question|questions|else|problem|happen|happens|further|more|not|help|doesn't|isn't|hasn't|come|comes|arrive|again|still|wish|change|like)|"
    r"feel free|any ?time|whenever|should (?:you|anything|it|there|this)|in case|alternatively|you can also|you could also|you may also|happy to|don't hesitate|further questions|any questions|for more information|to learn more|we'll call|i'll call|we will call|call you|contact you|calling you|"
    r"thank you for|thanks for|before you call|when you call|after you call|you (?:called|contacted|wrote|rang))\b"
)

ACT = SpeechAct(
    name="sends_elsewhere",
    title="tells the customer to turn elsewhere",
    by="company",
    locales={
        "en": Locale(
            unless=_OFFER
            + r"|\byour (?:contact|account|order|phone|mobile|customer) (?:number|details)\b|\b(?:what|which|when|how)\b[^.]{0,40}\?",
            ways=(
                Way(
                    "call ring phone dial telephone contact write email e-mail touch turn reach speak talk visit approach message go come drop chat form give use submit send",
                    rf"\b{_MUST}\b[^.?!]{{0,20}}\b{_TURN}\b[^.?!]{{0,15}}\b{_DESK}\b",
                    unless=r"\b(?:send (?:us|me|it|your|the|that|them)\b(?!.{0,30}(?:form|post|mail|in writing))|give (?:us|me|him|her)(?! a (?:call|ring))|tell us|let us|ask us|use (?:it|your|our app to see)|try (?:it|again|our|that|to|the (?:app|website) again)|allow us|bear with us|send me|wait|hold|report|follow your|reply|log ?in|sign in|allow our|give our|click)\b",
                ),
                Way(
                    "phone telephone hotline branch store writing post person counter form shop letter",
                    r"\b(?:only|has to|have to|must|needs to|need to|can)\b[^.?!]{0,20}\b(?:be )?(?:done|do (?:that|this|it)|handled|changed|settled|arranged|dealt with|processed|sorted|made|cancel+ed|possible|solved|resolved|taken care of|help)\b[^.?!]{0,20}\b(?:on|by|over|via|through|in|at|with|using)\b[^.?!]{0,8}\b(?:the |our |a |your )?(?:phone|telephone|hotline|branch|store|shop|writing|post|person|counter|e-?mail|letter|web ?form|online form|form|phone call|call)\b",
                    unless=r"\b(?:can i|i can|we can|i've|will be)\b(?!.{0,10}only)|\?$",
                ),
                Way(
                    "phone phones telephone hotline email post letter writing branch branches store stores",
                    r"\b(?:we|they|you|our team|it|that|this|these|changes|requests|\w+s) (?:can |are |is |may )?only\b[^.?!]{0,30}\b(?:by|on|over|via|through|in) (?:the |our |a )?(?:phone|telephone|hotline|e-?mail|post|letter|writing|branch(?:es)?|stores?)\b|\b(?:in writing|by (?:post|phone|letter)) only\b|\bpossible only (?:by|in|over|on)\b|\b(?:only (?:by|on|over|via|through) (?:the |our )?(?:phone|telephone|hotline|e-?mail|post|letter|branch))\b",
                ),
                Way(
                    "handled responsible belongs charge dealt looked",
                    r"\b(?:is|are|gets?|be) (?:handled|dealt with|looked after|managed|done|taken care of) by (?:an?other|a different|our|the)\b[^.?!]{0,40}\b(?:please|contact|write|call|reach|ask|turn to|get in touch)\b|\b(?:for (?:this|that|these|such)|there)\b[^.?!]{0,20}\b(?:is|are) (?:an?other|a different|a separate|a dedicated) (?:team|department|desk|line|hotline|number|office)\b",
                ),
                Way(
                    "need customer service",
                    r"\b(?:for (?:this|that)|here|you)\b[^.?!]{0,12}\b(?:you )?(?:'ll |will |would )?need (?:to (?:speak|talk|go|turn) (?:to|with) )?(?:our|the) (?:customer (?:service|care|support)|phone team|service (?:team|desk)|support(?: team)?|hotline|branch|store|team|staff|specialists?)\b",
                ),
                Way(
                    "number hotline line page",
                    r"\b(?:please|you'll find|you can find|find|here is|here's|use|try|dial)\b[^.?!]{0,20}\b(?:our|the|their|its) (?:phone |service |hotline |contact )?(?:number|hotline|contact (?:page|details|form)|phone line)\b[^.?!]{0,30}\b(?:website|page|online|below|here|instead|for (?:that|this)|about (?:this|that))\b",
                ),
                Way(
                    "apply turn address direct",
                    r"\b(?:please|you'd have to|you'll have to|you need to|kindly)\b[^.?!]{0,10}\b(?:apply|address|direct|take)\b[^.?!]{0,15}\b(?:this|that|it|your (?:request|question|complaint|query))\b[^.?!]{0,12}\b(?:to|with|up with)\b[^.?!]{0,8}\b(?:our|the|another|a different)\b",
                ),
                Way(
                    "call",
                    r"\b(?:you'?ll|you would|you'd|you) (?:need|have|will have) to (?:call|phone|ring|write) (?:in|up)\b",
                ),
                Way(
                    "contact call write phone",
                    r"(?:^|[;:,] )(?:contact|call|phone|write to|ring|visit) (?:our|the|your nearest|customer) [^.?!]{0,40}",
                    unless=r"\b(?:back|if)\b",
                ),
            ),
        )
    },
    places=(
        (r"\b(?:call|ring|phone|dial|telephone|hotline|help ?line|phone line|number|a call)\b", "phone"),
        (r"\b(?:e-?mail|in writing|write|mail)\b", "email"),
        (r"\b(?:branch|store|shop|counter|in person)\b", "in_person"),
        (r"\bchat\b", "chat"),
        (r"\b(?:post|letter)\b", "post"),
        (r"\b(?:form|website|online|app|contact page)\b", "web"),
    ),
    source="own; channel pushed on the customer, 'cold' referral",
)
