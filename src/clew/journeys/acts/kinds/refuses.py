"""The company rules it out, or says that there is nothing to it: not covered, not refundable, correct as it stands."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="refuses",
    title="refuses, or says that there is nothing to it",
    by="company",
    locales={
        "en": Locale(
            unless=r"\b(?:from here|in this channel|here|i can't|i cannot|i'm not able|i'm unable|i'm not allowed|on the phone|by phone)\b|\?\W*$",
            ways=(
                Way(
                    "nothing no",
                    r"\b(?:there(?:'s| is)|i see|we see|i find|we find|we found|i found|it has|has|there was) (?:nothing|no)\b(?! else| need)[^.?!]{0,25}\b(?:to (?:correct|refund|change|fix|do|mend|claim|pay back|complain|cancel|dispute)|wrong|error|mistake|fault|problem|issue|outage|entitlement|right to|reason (?:to|for)|grounds?|claim|disturbance|charge|damage|record|trace|wrong with)\b",
                ),
                Way("nothing", r"\bha(?:s|ve|d) nothing to do with\b"),
                Way(
                    "correct right fine valid accurate order normal agreed justified legitimate ok okay",
                    r"\b(?:amount|charge|bill|invoice|price|fee|sum|figure|payment|booking|statement|line|connection|account|total|everything|rate|calculation|deduction|reading|meter|balance|profile|setting|settings|device|contract|card|invoice|decision|deadline|cost|costs)\b[^.?!]{0,30}\b(?:is|are|was|were|looks|seems|'s)\b[^.?!]{0,14}\b(?:correct|right|fine|valid|accurate|in order|as agreed|justified|legitimate|perfectly (?:fine|normal|correct)|ok(?:ay)?|normal)\b",
                    unless=r"\b(?:if|to make sure|check (?:if|that|whether)|all right|right (?:now|away|team|back)|again|working|now)\b",
                ),
                Way(
                    "not isn't aren't doesn't don't never won't wasn't weren't",
                    r"(?:\b(?:is|are|was|were|does|do|will|can)(?:n't| not| never)|'(?:re|s) not|\bnot)\b[^.?!]{0,12}\b(?:refundable|covered|cover|entitled|eligible|possible (?:at all|under|with)|included|include|allowed (?:by|under)|valid|owed|due|applicable|apply|part of|transferable|exchangeable|available (?:for|on|in) your|qualify|insured|accept|compensate|reimburse|liable|responsible|our (?:fault|responsibility|mistake)|changeable|guaranteed|warranted)\b",
                ),
                Way(
                    "non valid longer nonrefundable excluded final declined rejected denied expired ineligible refundable",
                    r"\b(?:non-?refundable|excluded|ineligible|declined|rejected|denied|refused|(?:is|are) final|no longer valid|not entitled|(?:has|have|is|are) (?:already |now )?expired|void)\b",
                    unless=r"\b(?:card|payment|transaction) (?:was|has been|is) (?:declined|rejected|denied)\b|\b(?:card|password|link|session|code|offer)\b[^.?!]{0,12}\bexpired\b",
                ),
                Way(
                    "never paid delivered finished closed complete completed settled over sent never left",
                    r"\bnever\b[^.?!]{0,12}\b(?:paid|booked|ordered|received|registered|sent|packed|confirmed)\b[^.?!]{0,30}\b(?:according to|in our|for us|on our|system|records?)\b|\b(?:for us|on our (?:side|end)|according to|our (?:page|system|records?|list)|as far as we|in our system|officially)\b[^.?!]{0,50}\b(?:delivered|finished|closed|complete[d]?|settled|over|done|shipped|received|paid|hasn't left|never left|never|not)\b",
                    unless=r"\b(?:status|yet)\b",
                ),
                Way(
                    "contrary actually wrong incorrect mistaken misinformed untrue",
                    r"\b(?:what (?:you were|they|he|she|my colleague|somebody) (?:told|said)|(?:my|the) colleague|that information|you were told)\b[^.?!]{0,30}\b(?:wrong|incorrect|mistaken|not (?:right|true|correct)|isn't|untrue|misinformed|outdated)\b",
                ),
                Way(
                    "hasn't haven't never not",
                    r"\b(?:has|have|had)(?:n't| never| not)\b[^.?!]{0,8}\b(?:left|been (?:sent|packed|shipped|received|booked|charged|paid|registered|canceled|cancelled|approved)|arrived (?:here|with us)|reached us)\b",
                ),
                Way(
                    "never didn't don't haven't nothing no",
                    r"\b(?:we|i|they)(?:'ve| have)? (?:never|didn't|don't|haven't|have not|did not|have no|see no|got no) ?(?:got|gotten|get|receive|received|see|seen|have|had|find|found)? (?:an?|any|your|the|such|record|trace)\b[^.?!]{0,60}",
                    unless=r"\b(?:status|update|information|news|info|date|idea|answer|time ?frame|details|tool|access|way|means|rights?|permission|choice|need|influence|more)\b|\b(?:don't|do not) (?:have|need) to\b",
                ),
                Way(
                    "there no",
                    r"\bthere(?:'s| is| was) no (?!free|time|slots?|seats?|space|appointments?|need|status|update|information|news|way|time ?frame|answer|one|problem with|more)[a-z]+(?: [a-z]+)? (?:open|here|booked|registered|on (?:file|record|[a-z]{0,4}[-#]?\d+)|for|under|in (?:our|the|my|your))\b",
                    unless=r"\b(?:status|update|information|news|yet|no one)\b",
                ),
                Way(
                    "stands stays remains unchanged applies",
                    r"\b(?:still|simply|therefore|just) (?:stands?|stays?|remains?|applies|unchanged)\b|\bas (?:it (?:was|stood)|agreed|you (?:made|ordered|booked) it)\b[^.?!]{0,25}\b(?:stands?|stays?|remains?)\b",
                ),
                Way(
                    "normal usual expected typical",
                    r"\b(?:speed|delay|noise|behaviou?r|time|use|usage|this|that|it|wait|level|result|reading|rate)\b[^.?!]{0,20}\b(?:is|are) (?:perfectly |quite |completely |entirely )?(?:normal|usual|typical|to be expected|as expected|within (?:the )?(?:range|limits?))\b",
                ),
            ),
        )
    },
    source="own; the 'no' of an answer",
)
