"""How English asks for things."""

from __future__ import annotations

from clew.journeys.facts.language import Language

_SOFT = r"(?:(?:also|just|please|quickly|maybe|perhaps|kindly|simply|again|first|now|then|still|only|either|possibly|briefly|really|do|all)\s+)*"
_TELL = (
    r"(?:giv(?:e|ing)|tell(?:ing)?|send(?:ing)?(?: (?:over|through|in|across))?|shar(?:e|ing)|provid(?:e|ing)(?: (?:me|us) with)?|supply(?:ing)?|stat(?:e|ing)|typ(?:e|ing)(?: (?:in|out))?|"
    r"enter(?:ing)?|key(?:ing)?(?: in)?|spell(?:ing)?(?: out)?|repeat(?:ing)?|confirm(?:ing)?|verify(?:ing)?|nam(?:e|ing)|quot(?:e|ing)|mention(?:ing)?|includ(?:e|ing)|"
    r"add(?:ing)?|leav(?:e|ing)|drop(?:ping)?|pop(?:ping)?|put(?:ting)?(?: (?:in|down))?|shoot|read(?:ing)?(?: (?:out|off|back))?|say(?:ing)?|specify(?:ing)?|indicat(?:e|ing)|"
    r"list|insert|input|submit(?:ting)?|text(?:ing)?|remind(?:ing)?|fill(?:ing)?(?: in| out)?|e?-?mail (?:me|us)|write (?:me|us|down)|let(?:ting)? (?:me|us) (?:have|know)|pass(?:ing)? (?:me|on|along)|"
    r"(?:run(?:ning)?|walk(?:ing)?|talk(?:ing)?|tak(?:e|ing)) (?:me|us) through|look(?:ing)? up|pull(?:ing)? up|point(?:ing)? (?:me|us) to|help (?:me|us) (?:out )?with|reply(?:ing)? with|(?:get|write|come) back (?:to (?:me|us) )?with|type back|slide|hand|fetch|dig out|"
    r"use your keypad to enter|disclose|go ahead with|start(?:ing)? (?:off )?with|begin(?:ning)? with|introduce)"
)
_HAVE = r"(?:have|get|know|ask(?: you)?(?: for)?|take|grab|see|note|hear|request|learn|obtain|(?:trouble|bother) you for|take down|inquire|enquire|jot down)"

LANGUAGE = Language(
    name="en",
    leads=rf"(?:(?:^|[,;:(\u2013\u2014-]\s*|\b(?:please|kindly|simply|and|or|then|next|so|mind|care to|you to|able to)\s+){_SOFT}{_TELL}\b|"
    rf"\b(?:you|u)\b(?:'d|'ll)?(?:\s+(?!(?:me|us|i|we|find|will|were|see|know|hear|get|receive)\b)[\w'’-]+){{0,5}}?\s+{_TELL}\b|"
    rf"\b(?:can|could|may|might|shall|should)\s+(?:i|we)\b\s+{_SOFT}{_HAVE}\b(?:\s+down)?|"
    r"\blet(?:'s| me| us)\s+(?:also |just |first |quickly )*(?:have|take(?: down)?|note(?: down)?|get|hear|grab|start with|begin with)\b|"
    r"\b(?:i|we)(?:'ll|'d|'m| will| would| do| am| still| also| just| only| really| going to| gonna| first)*\s+(?:need|require|want|lack|miss)(?:ing)?\b(?:\s+(?:you|to|from you|also|just))*(?:\s+(?:know|have|get|ask(?: you)?(?: for)?|take(?: down)?|note|see|hear|confirm|verify|tell|give|send|share|provide|enter|spell|read))?|"
    rf"\b(?:i|we)(?:'d| would)\s+(?:also\s+|just\s+)?(?:like|love|want|appreciate)\b(?:\s+to\s+{_HAVE}\b)?(?:\s+you to {_TELL})?|"
    rf"\b(?:have|has|got|want|wanted|must|going|need|needs)\s+(?:to\s+)?(?:first\s+)?(?:ask(?:\s+you)?(?:\s+for)?|know|have(?!\s+been)|note|take down)\b|"
    r"\b(?:can|could|do|would)\s+you\s+(?:please\s+|perhaps\s+|by any chance\s+|happen to\s+)?(?:see|find|spot|locate|make out)\b(?=\s+(?:an?|the|your|any)\b)|\basking\s+(?:you\s+)?for\b|\bask\s+(?:you\s+)?for\b|\brequires?\b|\b(?:i|we) (?:was|were|am|are) wondering\b|\bin need of\b|"
    r"(?<!the )\b(?:missing|lacking|lacks)(?: is)?\b|\bno (?:mention|record|trace|sign) of\b|\bforgot(?:ten)?(?: to (?:include|mention|add|give|tell|send|state|say))?\b|\bleft (?:out|off)\b|\bwithout\b|\bbar\b|"
    r"\b(?:don'?t|do not|doesn'?t|didn'?t|did not|can'?t|cannot|couldn'?t|could not|haven'?t|have not|hasn'?t|never|unable to)\s+(?:seem to |quite |actually |yet |think |believe )*(?:i |we |you |you've )?(?:have|see|find|mention(?:ed)?|includ(?:e|ed)|get|got|catch|caught|tell|told|said?|say|given?|give|locate|provided?|stated?|written|hear|heard|know|make out)\b(?: (?:me|us))?|"
    r"\b(?:do|would|did|have|might|does)\s+you\s+(?:also |still |perhaps |happen to |maybe |by any chance )*(?:have|know|got|remember|recall)\b|\bgot\b(?! (?:our|it|a letter))|\bany chance (?:of|i|you|you've|we)\b(?: (?:can|could|got|have|get|had|may))*|"
    rf"\bif (?:i|we) (?:had|could have|may have|might have|could get)\b|\b(?:is|was) there\b|\bhappen to (?:have|know|remember)\b|\b(?:what|how) about\b|\bready (?:for|to take)\b|\bremind me(?: of)?\b|"
    r"\b(?:put|write|enter|note|type)(?: down| in)? (?:as|for)\b|\bwhat (?:did you say|was)\b|\bkeying in\b|^\W*(?:first|next)\b[^\w]+|\bstart(?:ing)? with\b|\ball (?:i|we) need is\b|\bneeded(?: now| here)?:|\brequired:|^\W*looking for\b)",
    wonders=r"\b(?:what|which|whose)(?:['’]?s\b| is| was| are| were| would be| might be| will be| exactly is| do you have as| do we have as|)(?: (?:kind|type|sort) of)?",
    between=r"to|in|on|at|by|via|with(?! (?:me|us)\b)|about|over|through|under|back|for(?! (?:me|us|that|this)\b)|if|when|whether|because|since|who|how|why|where|until|from(?! you\b)|into|will|can|has|have|check|looks?|"
    r"problems?|issues?|mistakes?|errors?|questions?|help|else|more|news|anything|nothing|something|moment|minutes?|seconds?|days?|time|hours?|our|my|i|we|it|wrong|means?|happened|friends|experience|shame|as|status|copy|change[ds]?|link|photos?|pictures?|receive|received|sent|this e-?mail|"
    r"doesn'?t|isn'?t|so|but|than|could|would|ready|call|wait|there|between|latest|time|opinion|feedback",
    telling=r"(?:\btell(?:ing)? (?:me|us)\b|\b(?:need|have|want|like|love|got|try|trying)\s+to\s+(?:know|ask|hear|find out|understand|learn)\b|\blet (?:me|us) (?:know|hear)\b|\b(?:don'?t|do not|can'?t|cannot|couldn'?t|not|didn'?t|haven'?t|never)\s+(?:quite |yet |actually |really |even )*(?:see|know|sure|tell|say|said|told|mention(?:ed)?|clear|find|understand|certain)\b(?: (?:me|us|yet))?|\bunclear\b|\bask(?:ing)?\b|\bwonder(?:ing)?\b|(?:^|[,;:]\s*|\b(?:you|please|just|mind|you to|kindly|and|or)\s+)(?:also |just |please |quickly |briefly )?(?:say|state|specify|explain(?:ing)?|describ(?:e|ing)|indicate|confirm|name|know|understand|write|check|share|sharing|recall|remember|reply with)\b(?: (?:to )?(?:me|us))?|\bremind me\b|\bplease\b|\bcurious\b)\W*(?:(?:exactly|of|just|me|us|about|on|again|briefly|then|please|first|for|under|in|at|by|to|from|on|since|as of|up until|roughly|around|with|and|:)\W+)*$",
    own=r"\b(?:i|we|they|he|she|it|that|this|here|you)(?:['’](?:ll|ve|re|m|s)| will| can(?!'| you)| could| have| has| had| know(?!n)| see(?!n)| found| find| understand| get)\b|\blet me (?!know|have|hear)|\bhere'?s\b|\bthat'?s\b",
    offers=r"\b(?:would|do|did) you (?:like|want|prefer|rather)\b(?! to (?:tell|give|share|talk))|\b(?:shall|should) (?:i|we)\b|^\W*(?:did|does|has|is|was|are|were|will|have)\s+(?:that|this|it|the|your|somebody|someone|he|she|they)\b|\b(?:can|could|may|might) (?:i|we) (?:help|do|offer|send|e-?mail|suggest|check|call|book|credit|move|just check|explain|tell you)\b",
    refusals=r"\b(?:don'?t|do not|never|no need to|without having to|needn'?t|not to|won'?t)\s+(?:\w+\s+){0,2}?(?:need|have to|post|share|send|give|enter|type|tell|reply|use|put|provide|ask)\b|\bnever (?:share|post|give|send|ask)\b|\bthank(?:s| you)[^.?!,]{0,12}\bfor\b",
    fillers=r"(?:and|registered|current|(?:quick |short |brief |routine )?(?:security|identity|id|data|safety) (?:check|question|step)|for (?:security|safety|data protection|verification|identification)(?: reasons| purposes)?|for your (?:own )?(?:protection|safety|security)|due to (?:data protection|security|privacy(?: rules| law)?)|as a (?:quick )?(?:security )?(?:check|precaution|formality)|then|next|now|also|first|firstly|secondly|so|ok|okay|thanks|thank you|great|perfect|good|sorry|right|alright|all right|lastly|finally|please|just|one more thing|one last thing|one more time|again|hi|hello|plus|your|the|a|an|exact|full|complete|first things first|first off|first of all|to start|for the record|or|well|quickly|yes|sure|question|last thing|new|current|valid|own)",
    naming=r"\b(?:name|quote|specify|state|mention|identify|indicate|point (?:me|us) to)",
    endings=r"(?:in full|as (?:it is |it's |shown |held |registered )?(?:on|in) (?:file|record|our (?:records?|files?|system)|the (?:account|contract|bill))|on file|please|again|then|too|as well|for me|if you don'?t mind|if you (?:would|could|can|may)|if possible|first|here|below|now|real quick|thanks|thank you|if you have it(?: handy)?|to start|is|you'?d like|in short|sir|madam|ma'?am|go ahead)",
    wanted=r"\W+(?:would|will|might|could|may) be\W*\?|(?:\W+(?:itself|too|also|as well|on it|you have|please))?\W+(?:would|will|might|could) (?:really |also |already )?(?:help|do|be (?:great|helpful|good|useful|enough|needed|nice|fine|perfect))|(?:\W+\w+){0,5}?\W+(?:is|are|seems?|was|were|appears?)\s+(?:still |to be |now |also )*(?:missing|needed|required|necessary|all (?:i|we) need|not (?:in|there|given)|blank|empty|lacking|left out|what (?:i|we) need|absent)|\s+(?:needed|required|missing)\b|,?\s+is it\b|,?\s+what(?:'s| is| does)\s+(?:it|that)\b|[^?]{0,60}\b(?:could|can|would|will) you\b[^?]{0,20}\b(?:read|tell|giv|send|typ|enter|spell|shar)\w* (?:it|that|them|me|us|out)\b|[^?]{0,40}\bwhat (?:is it|does it say)\?",
    urges=r"\?|:\W*$|\bplease\b|^\W*(?:and|then|next|now|first|finally|lastly|also|plus)\b",
    states=r"\W*(?:is|are|was|were|has|have|had|will|can|should|comes|came|would|did|does|arrived|changed|needs|suits)\b",
    words_of_question=r"\b(?:what|which|who|whom|whose|when|where|whereabouts|how|since when|as of|with who|to which|on which|under|for|about|in (?:which|what|whose)|regarding what|is|do|and you)\b|\W",
    checks=r"\bconfirm\b|\bverif(?:y|ying|ication)\b|\bsecurity\b|\bto be sure\b|\bto make sure\b|\bmaking sure\b|\bidentity\b|\bidentify\b|\b(?:who|that it'?s|if it'?s|it is|it'?s) (?:really\s+)?(?:you|"
    r"you are)\b|\bdouble.?check\b|\bcross.?check\b|\bvalidate\b|\bdata protection\b|\bauthenticat\w*|\bprivacy\b|\b(?:your|for) (?:own )?(?:protection|safety)\b|\bprotect(?:ion|ing)?\b.{0,20}\b(?:account|data|details)\b|\b(?:must|have to|has to|need to|required to|supposed to|obliged to|got to)\b.{0,20}\bmatch\b|\bmatch(?:es|ing)?\b.{0,30}\b(?:on file|records?|our files?)\b|\bvalidat\w+\b|\bright (?:customer|caller|file|account)\b|\b(?:before|until) (?:i|we)\b.{0,25}\b(?:open|go into|discuss|access|share|look into|pull up|change|see)\b.{0,20}\b(?:account|details|data|file|record|profile)\b|\bas (?:it is |it's |shown |held |registered )?(?:on|in) (?:file|record|our (?:records?|files?|system))\b|\bprivacy (?:rules?|law|reasons?)\b|\bfor safety\b|\bsafe side\b|\bproof\b|\bprove\b|\bcheck\b.{0,25}\b(?:right person|who|identity)\b|\bright person\b|\bsafeguard\w*|\bfraud\b|\bunauthori[sz]ed\b|\blegitimate\b",
    points=r"\W*(?:and |so |then )?(?:what(?:['’]s| is| are| was) (?:it|that|they|the number|its number)|what does (?:it|that) (?:say|read)|how does it read|(?:can|could|would) you (?:please )?(?:read|type|give|tell|send|spell)(?: me| us)? (?:it|that|them)(?: (?:out|to me|to us|for me|over))?|do you (?:have|know|see) (?:it|that|one)(?: (?:handy|to hand|at hand|there))?|(?:have|got) (?:it|one)(?: (?:handy|to hand))?)(?:,? please)?\?\W*$",
    words=frozenset(
        [
            *(
                "the",
                "and",
                "is",
                "you",
                "your",
                "my",
                "to",
                "of",
                "it",
                "for",
                "that",
                "have",
                "with",
                "please",
                "what",
                "was",
                "i",
            )
        ]
    ),
)
