"""The problem in the customer's own words."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="problem",
    title="problem",
    locales={
        "en": Locale(
            words="what problem issue concern trouble summary summarise summarize explain explaining describe describing outline outlining recount fill bring get catch walk talk run take go going words sentence start beginning top tell understand hear reason nature description details matter how regarding",
            nouns=r"(?<=your )(?:problem|issue|concern|trouble)\b|(?<=tell me the )(?:problem|issue)\b|\b(?:reason for (?:your|the) (?:call|contact|message|visit|enquiry|inquiry|request)|reason for contact|nature of (?:your|the) \w+|summary of \w+(?: \w+)?|description of (?:the|your) (?:problem|issue|matter|concern|error|trouble)|details of (?:the|your) (?:problem|issue))\b",
            asks=r"\bwhat(?:['’]?s| is| was| are| has| had)? (?:exactly |actually |just )?(?:it(?= (?:about|regarding|all about|this time|concern|again\W*$|in relation|to do with|in connection))|your (?:request|question|concern|issue|problem|call|enquiry|inquiry|message|visit|query|trouble)|(?:this|that)(?= (?:about|regarding|all|in relation|concern|to do|in connection|for\b))|the (?:problem|issue|matter|trouble|reason|question|nature|story|concern|difficulty)|wrong|up|the matter|happened|happening|going (?:on|wrong)|gone wrong|went wrong|troubling you|bothering you|on your mind|not working)\b(?: is| was)?(?! (?:called|the|like|cost\w*|come|comes|came|number|amount|date|that|your|again (?:the|your)|status|say|says|you|exactly (?:you|that)|under|charge\w*|next|in (?:euros|dollars))\b)|"
            r"\bwhat(?:'s| is)? (?:it|this|the (?:call|message|matter)) (?:all )?(?:about|for|regarding|concern\w*)|\bwhat (?:it|this|that|the matter|the problem|the issue)(?:['’]s| is| was| concerns?| regards?)(?: all)?(?: about| regarding|\b)(?! (?:you|called|that you|worth|like))|^\W*(?:(?:so|and|ok)\W+)?what is it\W*$|\bwhat (?:happened|went wrong|goes wrong|seems to be|seems|brings? you|made you (?:call|write|contact)|exactly (?:happened|is|isn|went)|(?:would|do|did|can) (?:you|we) (?:need|like|want)\b[^?.]{0,20}(?:help|talk)|(?:would|do) you (?:need|like) help)\b|\bwhat (?:can you tell|has happened|did happen|your (?:problem|issue|concern) is|the (?:problem|issue|matter|trouble|reason) is|you'?re (?:experiencing|calling|seeing)|you (?:are )?(?:experiencing|discussed|need help)|is it regarding)\b|"
            r"\bwhat (?:are you|you'?re|are we|were you) (?:contacting|calling|writing|talking|dealing|reaching|after|experiencing)\b|\bwhat (?:exactly )?(?:isn'?t|doesn'?t|does not|has gone|went|goes|won'?t|is not|stopped)\b[^.?]{0,20}(?:work|wrong)|\bwhat (?:help )?do you need\b(?! (?:to (?:change|book)|changed|from))|\bregarding what\b|\bin (?:a (?:few|sentence or two|couple of)|your own|short|your)(?: own)? words\b|\bin a sentence or two\b|"
            r"\b(?:fill|bring|get|catch) me (?:in|up)\b|\b(?:bring me|get me) up to (?:speed|date)\b|\b(?:go|walk|run|take|talk) (?:me |us )?(?:over|through) (?:it|what|the (?:problem|issue|matter)|everything|this)\b|\bgoing over (?:it|the (?:problem|issue))\b|\b(?:summar(?:ise|ize)|outline|describe|explain|recount)\b(?= (?:the|your|what|it|this|briefly|to me)\b(?! (?:\w+ )?(?:symptoms|change)))|\b(?:explaining|describing|outlining) (?:the|your|what|it)\b|\b(?:quick |short |brief )?summary of\b|"
            r"\b(?:from|at|with) the (?:very )?(?:start|beginning|top)\b|\btell (?:me|us) (?:a (?:bit|little) |more |all |everything )?(?:about (?:the|your) (?:problem|issue|trouble|matter|concern|situation)|what(?:['’]s| is| has| went)?\b[^.?]{0,20}(?:wrong|up|happen\w*|about|going on|the matter)|everything)|\bhelp (?:me|us) understand\b|\bhow (?:does the (?:problem|issue|error) (?:show|look|appear)|would you describe)\b|\b(?:let me|let'?s|like to|love to|want to) hear (?:it|what|about)\b|^\W*(?:(?:and|so|your|the)\W+)*problem\W*\?",
            said_by_company=(
                r"(?P<value>(?:I|We)(?:'ve| have|'m| am)? (?:(?:can|already|just|also) )*(?:read|see|seen|know|have|has|got|looked|looking|went|gone|caught)\b[^.!?\n]{0,40}"
                r"(?:\bwhat (?:you|this|it)\b|\byour (?:earlier |previous |whole |last )?(?:conversation|chat|history|message|notes|case)|\bthe (?:notes|history|transcript|conversation))[^.!?\n]*[.!?]?)",
            ),
        )
    },
    source="own; what every desk asks first",
    by="anybody",
)
