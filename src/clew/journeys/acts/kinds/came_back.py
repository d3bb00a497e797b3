"""The customer says that a matter which was settled is there again."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_IT = r"(?:it|this|that|problem|issue|fault|error|charge|trouble|thing|same|mistake|fee|noise|outage)"

ACT = SpeechAct(
    name="came_back",
    title="says that it is back",
    by="customer",
    locales={
        "en": Locale(
            unless=r"\b(?:told|asked|have|need|had) (?:me |us )?to come back\b|\b(?:will|would|could|can|might|does) (?:it|this|that) (?:ever )?(?:happen|occur|break|fail)\b|\b(?:call(?:ed)?|get|write|hear|money|send|sent|ring|got) (?:me |you |it |them |my \w+ )?back\b|\bgo(?:ing)? back\b|\b(?:months?|years?|weeks?|days?) back\b|\bback (?:office|up)\b|\bi(?:'m| am) back\b",
            ways=(
                Way(
                    "back returned returning reappeared resurfaced",
                    rf"\b(?:{_IT})\b[^.?!]{{0,30}}(?:\b(?:is|was|are|has|came|come|comes|again)\b|'s\b)[^.?!]{{0,12}}\b(?:back|returned|reappeared|resurfaced)\b|\b(?:reappeared|resurfaced)\b",
                    unless=r"\b(?:item|parcel|package|product|shoes?|order|return(?:ed)? (?:the|my|it))\b",
                ),
                Way(
                    "again",
                    r"\b(?:it'?s?|this|that|problem|issue|fault|error|same (?:thing|problem|issue|story|fault|error)|trouble|internet|line|connection|charge|fee|card|app|router|phone)\b[^.?!]{0,25}\b(?:happen(?:ing|ed|s)?|there|start(?:ed|ing|s)?|occur(?:red|ring|s)?|appear(?:ed|s|ing)?|broke(?:n)?|stopped|fail(?:ed|ing|s)?|down|gone|wrong|doing|did|dead|charged|blocked|cut(?:ting)? out|went|up)\b[^.?!]{0,15}\bagain\b",
                ),
                Way(
                    "again once",
                    r"\b(?:once again|yet again|all over again)\b[^.?!]{0,40}\b(?:not working|doesn't work|down|wrong|charged|broken|stopped|the same|failed|overcharged|dead)\b|\b(?:not working|doesn't work|isn't working|down|wrong|charged me|broken|stopped working|overcharged|locked out|dead) (?:once )?again\b",
                ),
                Way(
                    "solved settled done fixed sorted resolved over finished closed repaired corrected",
                    r"\b(?:said|told|thought|supposed|supposedly|marked|were sure|assumed|claimed|believed|wrote|promised|hoped)\b[^.?!]{0,30}\b(?:was|is|had been|has been|it|were|as|be|been|got|be all)\b[^.?!]{0,12}\b(?:solved|settled|done|fixed|sorted|resolved|over|finished|closed|repaired|corrected)\b[^?]{0,60}(?:\b(?:but|yet|isn't|is not|hasn't|it's not|not|wasn't|again|still)\b)",
                    unless=r"\b(?:refund|parcel|package) was (?:sent|delivered)\b",
                ),
                Way(
                    "last lasted hold worked",
                    r"\b(?:only|didn't|did not|hasn't|fix|repair|solution|never)\b[^.?!]{0,20}\b(?:last(?:ed)?|held|hold|worked)\b[^.?!]{0,15}\b(?:for (?:a|one|two|an)|until|long|a (?:day|week|few)|\w+ (?:days?|hours?|weeks?))\b",
                    unless=r"\b(?:have|i've) (?:only )?worked\b",
                ),
                Way(
                    "reopen recurring recurred relapse recur", r"\b(?:re-?open|recurr(?:ing|ed)|recurs?)\b[^.?!]{0,30}"
                ),
                Way(
                    "same",
                    r"\b(?:now|today|since (?:yesterday|today|this morning)|and)\b[^.?!]{0,10}\b(?:the|it's the|exactly the) same (?:problem|issue|thing|fault|error|mistake)\b[^.?!]{0,15}\b(?:again|as (?:before|last (?:week|time|month)))\b|\bexactly (?:the same )?as before\b",
                ),
                Way(
                    "fixed solved",
                    r"\b(?:wasn't|isn't|hasn't been|not|never)\b[^.?!]{0,8}\b(?:really |actually |properly |at all )(?:fixed|solved|settled|resolved)\b[^.?!]{0,15}(?:after all)?",
                ),
                Way(
                    "again",
                    r"^(?:\W|hi|hello|sorry|and|so|now|but)*(?:the )?same (?:problem|issue|thing|fault|error|trouble|story)\b[^.?!]{0,20}\bagain\b|\b(?:connection|signal|call|picture|sound|they|you|it|system|bank|card|app|page|light|alarm|engine|heating|service|login|everything)(?:'ve|'s| has| have)? (?:just )?\w{2,15}ed (?:\w+ )?again\b",
                    unless=r"\b(?:asked|called|tried|checked|restarted|explained|contacted|ordered|i \w+ed) (?:\w+ )?again\b",
                ),
                Way(
                    "closed solved fixed done resolved sorted settled finished",
                    r"\b(?:closed|solved|fixed|done|resolved|sorted|settled|finished)\b[^.?!]{0,15}\b(?:but|yet|though|although|however)\b[^.?!]{0,25}\b(?:not|n't|never|still|again|back|nothing|wrong)\b",
                ),
            ),
        )
    },
    source="own; how reopened cases begin",
)
