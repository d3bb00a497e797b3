"""The customer gives up: lets the matter be, or says that they leave the company."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="gives_up",
    title="gives up",
    by="customer",
    locales={
        "en": Locale(
            unless=r"\b(?:won't|will not|not going to|never going to|don't want to|refuse to) (?:give up|leave|let|drop|forget)\b|\bforget (?:my|the|your|about me|to)\b|\bdon't forget\b|\bi forgot\b",
            ways=(
                Way(
                    "forget",
                    r"\b(?:just |oh |then |ok,? |well,? )*forget (?:it|this|that|about it|the whole thing|about (?:this|the whole thing))\b",
                ),
                Way("nevermind mind", r"\bnever ?mind\b"),
                Way(
                    "give giving gave",
                    r"\b(?:i'?m? ?|i'll |we |i'd rather |just )(?:will |am |have )?(?:give|giving|gave|given) (?:it |this )?up(?: (?:on (?:this|it|you)|now|here|then|completely|trying|waiting)|[.!,]|$)",
                ),
                Way(
                    "leave let leaving",
                    r"\b(?:i'll|i will|just|let's|i'm going to|then) (?:leave|let) (?:it|this|that)(?: (?:be|go|there|at that|like that|for now|alone|as it is|then))?(?:[,.!?]|$)|^\W*leave it(?:[,.! ]|$)|\blet(?:ting)? (?:it|this) (?:go|be)(?: now| then)?[.!,]*$",
                ),
                Way(
                    "pointless hopeless useless waste point sense use",
                    r"\b(?:this is|it's|it is|what a|that's|such a|is) (?:just |completely |totally |so |all )*(?:pointless|hopeless|a waste of (?:my )?time|waste of time)\b|\b(?:useless|pointless|no use|hopeless)\b[^.?!]{0,5},? (?:bye|goodbye)\b|\b(?:there's|there is|i see|makes|make) no (?:point|sense|use)\b[^.?!]{0,15}\b(?:any ?more|any longer|in (?:this|trying|asking|waiting|going on)|trying)\b",
                ),
                Way(
                    "time patience energy nerve",
                    r"\b(?:i have|i've got|i've|i haven't|there's|i don't have)(?: got)? (?:no|not|any)? ?(?:more |the )?(?:time|patience|energy|nerve)s?\b[^.?!]{0,8}\b(?:for (?:this|that|it)|left|any ?more|to waste)\b|\bno (?:more )?(?:time|patience|energy) (?:for|left)\b",
                ),
                Way(
                    "trying try bother quit through ask wait call asking waiting calling surrender",
                    r"\b(?:i'm|i am|i've) (?:done|through|finished) (?:trying|with (?:this|it|trying|asking|waiting|you(?: people| guys| all| lot)?))\b|\b(?:i won't|i'm not going to|i can't be|not|don't) (?:bother(?:ed)?|try)(?: (?:again|any more|anymore|any longer|with this|asking))\b|\bi(?:'m| am) not (?:going to )?(?:try|ask|wait|call)(?:ing)? (?:again|any ?more|any longer)\b|\bi (?:quit|surrender)\b|\bstop(?:ped)? trying\b",
                ),
                Way(
                    "done finished out",
                    r"\b(?:i'm|i am) (?:done|finished|out)(?: (?:here|now|with this|with you))?[.!]*$",
                ),
                Way(
                    "leaving switching switch cancelling canceling cancel elsewhere competitor move moving leave",
                    r"\b(?:i'm|i am|we're|i'll be|i'll|i will|i'm going to|going to|we will) (?:now |just |be )?(?:leav(?:e|ing)|switch(?:ing)?|cancel+(?:ing)?|mov(?:e|ing)|tak(?:e|ing) my (?:business|money))\b[^.?!]{0,30}(?:\b(?:you|company|provider|bank|everything|elsewhere|competitor|another|different|account|contract|subscription|service|for good|to)\b|[.!]*$)",
                    unless=r"\b(?:house|home|address|flat|apartment|moving (?:house|in|out|on)|move (?:house)|leaving (?:for (?:work|\w+day|the)|on|at|the house)|leave (?:on|at|for)|switch(?:ing)? (?:it|off|on|the)|message|feedback|review)\b",
                ),
                Way(
                    "elsewhere somewhere",
                    r"\b(?:go|going|look|take|buy|shop|try|somewhere)\b[^.?!]{0,15}\b(?:elsewhere|somewhere else)\b",
                ),
                Way(
                    "longer anymore more",
                    r"\bno longer (?:need|want) (?:it|this|that|your)\b|\b(?:don't|do not|doesn't|no longer) (?:need|want|care|matter)s?\b[^.?!]{0,25}\b(?:any ?more|any longer|your help|help|then|after all|about (?:it|this))\b|\bit (?:doesn't|does not) matter(?: any ?more| now)?[.!]*$|\bno longer (?:care|bother|need (?:help|this))\b",
                ),
                Way(
                    "myself own without",
                    r"\b(?:i'll|i will|i'd rather|i'm going to) (?:just |then )?(?:do|sort|fix|figure|find|solve|handle)\b[^.?!]{0,15}\b(?:myself|on my own|without you)\b",
                ),
                Way(
                    "drop skip scrap",
                    r"\b(?:drop|skip|scrap) (?:it|this|that|the (?:whole )?(?:thing|matter|request))\b[^.?!]{0,10}[.!]*$",
                ),
            ),
        )
    },
    source="own; how conversations end that were given up",
)
