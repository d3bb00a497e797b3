"""The company speaks against what was said before: something else is so, whoever told it otherwise was wrong."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="contradicts",
    title="speaks against what was said before",
    by="company",
    locales={
        "en": Locale(
            ways=(
                Way(
                    "not",
                    r"\b(?:is|are|was|were|has|have|will|comes?|goes|knows?|takes|costs|belongs|starts|ends|counts|lies|says|applies|it's|that's|you're|they're)\b[^.?!]{0,50}, (?:and |but )?not (?:one|two|three|four|five|six|seven|eight|nine|ten|next|this|last|the|to|of|in|on|by|at|we|us|our|ours|me|a|an|with|for|from|before|after|until|\$?\d|what|as|because|because of|yours?|their|theirs|tomorrow|today|yesterday|\w+day)\b",
                    unless=r"\b(?:if not|why not|whether or not|not yet|not only)\b|\?\W*$",
                ),
                Way(
                    "said told promised heard",
                    r"\b(?:it was|you were|they|he|she|somebody|someone|my colleague|we|that was|this was|you heard)\b[^.?!]{0,15}\b(?:said|told|promised|heard)\b[^.?!]{0,50}(?:\?|,? but\b|[.;:] )[^.!]{0,20}\b(?:i see|i have|here|my (?:list|screen|system|view)|that's|it|no|not)\b",
                    unless=r"\b(?:sorry|apolog)",
                ),
                Way(
                    "said told promised",
                    r"\b(?:it was|you were|they(?:'ve| have)?|he|she|somebody|someone|my colleague|that was|this was)\b[^.?!]{0,15}\b(?:said|told|promised)\b[^.?!]{5,60}\?",
                ),
                Way(
                    "promised agreed offered told said",
                    r"\b(?:can't|cannot|don't|no|nothing|never|nobody|no one|couldn't)\b[^.?!]{0,40}\b(?:was|were|has been|been|had)\b ?(?:ever )?(?:promised|agreed|offered|told|said|granted|confirmed)\b",
                    unless=r"\b(?:wait|yet)\b",
                ),
                Way(
                    "nobody shouldn't should whoever somebody someone must wrong wrongly mistaken misunderstood misunderstanding",
                    r"\b(?:nobody should|should not|should never) have (?:been )?(?:told|said|promised)\b|\bshouldn't have (?:been )?(?:told|said|promised)\b|\b(?:whoever|somebody|someone|the person|my colleague|the (?:agent|bot|advisor))\b[^.?!]{0,25}\b(?:told|said|promised)\b[^.?!]{0,25}\b(?:wrong|wrongly|mistaken|shouldn't|should not|error|incorrect)|\bthat must (?:be|have been) a (?:misunderstanding|mistake)\b",
                ),
                Way(
                    "contrary actually not how fact different differently else otherwise opposite",
                    r"\b(?:on the contrary|contrary to what|as a matter of fact|in actual fact|quite the opposite|i see (?:something (?:else|different)|it differently|this differently)|(?:it|this|my screen|the system|our records?) (?:says?|tells?(?: me)?|shows?) (?:something (?:else|different)|otherwise|the opposite)|that's not (?:what|how) (?:i|we|it))\b",
                ),
                Way(
                    "don't doesn't never",
                    r"\bwe (?:don't|never|do not) (?:do|offer|have|give|make|charge|send|pay|accept|take|provide|promise|sell|handle) (?:that|this|such|it|those|any)\b",
                    unless=r"\b(?:information|status|news|update|details)\b",
                ),
                Way(
                    "see tell view find records",
                    r"\b(?:from what i (?:can )?see|as i see it|as far as i can (?:see|tell)|the way i see it|in my view|on my screen|looking at this|in our records?)\b,?[^.?!]{0,20}\b(?:it|this|that|there|you|your|the|they|we|nothing|no)\b[^.?!]{0,25}\b(?:is|are|was|were|has|have|had|did|does)(?:n't)?\b",
                    unless=r"\b(?:status|working|solved|fixed|dealing|speaking|update|still in)\b|\?",
                ),
                Way(
                    "already long",
                    r"\b(?:was|were|has|have|had|is|are)\b[^.?!]{0,8}\b(?:already|long)(?: ago)?(?: been)? (?:sent|paid(?: out)?|delivered|credited|cancel+ed|refunded|closed|approved|booked|shipped|done|used|handed|collected|picked up|returned)\b",
                    unless=r"\b(?:i've|i have|we've|we have)\b|\?",
                ),
                Way("first", r"\byou(?:'d| would|'ll| will)? (?:have|need) to\b[^.?!]{0,30}\bfirst\b[.!]?"),
                Way(
                    "late passed over expired deadline",
                    r"\b(?:too late (?:for|to)|(?:deadline|period|time limit|window) (?:for\b[^.?!]{0,20})?(?:has|is|was)\b[^.?!]{0,8}(?:passed|over|expired|ended|up))\b",
                ),
                Way(
                    "fault mistake responsibility yourself side",
                    r"\b(?:is|was|lies|be|been)\b[^.?!]{0,10}\b(?:your (?:own )?(?:fault|mistake|responsibility|doing)|on your side|you yourself|with your (?:bank|doctor|insurer|provider))\b",
                ),
                Way(
                    "only",
                    r"\b(?:that|this|the|your|an?)\b[^.?!]{0,30}\b(?:only|just) (?:applies|apply|counts?|holds?|covers?|starts?|includes?|works?|for)\b",
                    unless=r"\?|\bi can only\b",
                ),
            ),
        )
    },
    source="own; how contradictions sound to the customer",
)
