"""The company says that the matter is settled: solved, refunded, corrected, booked, done."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

_DONE = (
    r"(?:solved|settled|fixed|resolved|corrected|refunded|credited|replaced|changed|updated|repaired|rebooked|booked|cancel+ed|removed|reset|unlocked|unblocked|activated|reactivated|restored|adjusted|"
    r"completed|processed|closed|sorted(?: out)?|issued|approved|confirmed|waived|reversed|returned|reimbursed|deleted|reconnected|switched(?: on| off)?|renewed|extended|taken (?:off|care of)|"
    r"put (?:right|back|in place)|set (?:up|right)|amended|moved|rescheduled|reordered|resent|dispatched|shipped|delivered|lifted|cleared|done|finished|rectified|granted|released|reinstated|upgraded|downgraded|reissued|found|located|cancel+ed|merged|paid(?: back| out)?|written off|sent (?:out|again|you a (?:new|replacement|refund))|made (?:the|that) change|arranged|registered|terminated|ended|signed off|put through as requested|repaid|swapped|rebuilt|reprinted|re-?enabled|enabled|disabled|unsubscribed)"
)

ACT = SpeechAct(
    name="settles",
    title="says that it is settled",
    by="company",
    locales={
        "en": Locale(
            unless=r"\b(?:for us|on our (?:side|end)|as far as we|in my (?:test|check)|(?:page|list|system|records?) (?:says?|shows?)|according to)\b|\bwhat (?:was|has been|is|you)\b|\b(?:are|is) \w+ed by\b|\b(?:can't|cannot|can not|couldn't|could not|not (?:yet|been|able)|hasn't|haven't|isn't|won't|unable|if|once|until|before|as soon as|when|will be|would be|has to be|have to be|must be|needs? to be|to be|can be|can only|may be|should be|only|might|unless|whether|nothing)\b",
            ways=(
                Way(
                    " ".join(
                        [
                            "solved",
                            "settled",
                            "fixed",
                            "resolved",
                            "corrected",
                            "refunded",
                            "credited",
                            "replaced",
                            "changed",
                            "updated",
                            "repaired",
                            "rebooked",
                            "booked",
                            "canceled",
                            "cancelled",
                            "removed",
                            "reset",
                            "unlocked",
                            "unblocked",
                            "activated",
                            "reactivated",
                            "restored",
                            "adjusted",
                            "completed",
                            "processed",
                            "closed",
                            "sorted",
                            "issued",
                            "approved",
                            "confirmed",
                            "waived",
                            "reversed",
                            "returned",
                            "reimbursed",
                            "deleted",
                            "reconnected",
                            "switched",
                            "renewed",
                            "extended",
                            "taken",
                            "put",
                            "set",
                            "amended",
                            "moved",
                            "rescheduled",
                            "reordered",
                            "resent",
                            "dispatched",
                            "shipped",
                            "lifted",
                            "cleared",
                            "done",
                            "finished",
                            "rectified",
                            "granted",
                            "released",
                            "reinstated",
                            "upgraded",
                            "downgraded",
                            "reissued",
                            "found",
                            "located",
                            "merged",
                            "paid",
                            "written",
                            "sent",
                            "made",
                            "arranged",
                            "registered",
                            "terminated",
                            "ended",
                            "repaid",
                            "swapped",
                            "enabled",
                            "disabled",
                            "unsubscribed",
                            "reenabled",
                        ]
                    ),
                    rf"\b(?:i've|i have|i just|i|we've|we have|we just|we|i've just|i had)(?: just| now| already| also| gone ahead and)* {_DONE}\b|\b(?:has|have) (?:now |just |already |all )*been (?:now |successfully |fully |manually )*{_DONE}\b|\b(?:is|are|'s|was|were) (?:now |all |already |fully )*{_DONE}\b|\b(?:technician|engineer|colleague|team|we|they|bank|warehouse|department|garage|doctor) (?:has |have |just |already )*(?:repaired|fixed|replaced|corrected|solved|resolved|restored|refunded|changed|sorted|updated|approved)\b|\byou(?:'re| are) (?:now |all |already )*(?:booked|rebooked|set|confirmed|registered|refunded|upgraded|sorted)\b",
                    unless=r"\b(?:i've|i have|we've|we have|i|we) (?:\w+ )?(?:found|sent|passed|put|moved|taken|set|made|changed) (?:you|your file|the notes|these|some|no|this|that|it|your case|your account|your details|out)\b[^.?!]{0,12}(?:$|\b(?:to|in|here|articles?)\b)|\b(?:handed|forwarded|is (?:handled|done|changed|made|found) by|usually|normally|always|orders? (?:are|is)|are (?:closed|sent|delivered)|(?:has been|was|were) (?:delivered|sent|shipped|dispatched)\b[^.?!]{0,15}\b(?:on|to|according)|\b(?:store|shop|branch|office|desk|hotline|team|line|counter)s? (?:is|are|was) closed|according to|i found|i see|i can see|found no|nothing)\b|\?\W*$",
                ),
                Way(
                    "working works work fine order good running",
                    r"\b(?:it|line|internet|service|connection|card|account|everything|that|app|login|router|access|phone|you)\b[^.?!]{0,15}\b(?:is|are|'s|should be|works?|has been)\b[^.?!]{0,10}\b(?:working|works|back (?:up|on|online|in service|to normal)|running|up and running|in order|as it should|good to go|fine) ?(?:again|now)?\b",
                    unless=r"\b(?:being|how|still|case is)\b|\?",
                ),
                Way(
                    "else",
                    r"\b(?:is there|anything|something|what|can i|may i|could i)\b[^.?!]{0,15}\b(?:anything|something|do|what)? ?else\b[^.?!]{0,40}\?",
                ),
                Way(
                    "glad happy pleased",
                    r"\b(?:glad|happy|pleased)\b[^.?!]{0,10}\b(?:i|we|to have|it's|that's|this is|could|to hear)\b[^.?!]{0,12}\b(?:could|help|helped|solved|sorted|resolved|worked|settled|done)\b",
                    unless=r"\b(?:happy to help|glad to help)\b",
                ),
                Way(
                    "done",
                    r"^\W*(?:all |ok,? |great,? |perfect,? |there you go,? |that's )*done\b|\b(?:that's|it's|we're|you're) (?:all )?(?:done|sorted|settled|set)\b",
                ),
                Way(
                    "receive get have arrives arrive leaves comes reach",
                    r"\byou(?:'ll| will| now| should)?\b[^.?!]{0,8}\b(?:receive|get|see|have)\b[^.?!]{0,10}\b(?:your|a|the|it|that)\b[^.?!]{0,15}\b(?:refund|credit|money|replacement|new|voucher|ticket|confirmation|seat|appointment|card|correct)\b",
                    unless=r"\b(?:answer|reply|news|result|decision|hear|did|do|have you|if)\b|\?",
                ),
                Way(
                    "reason cause caused because",
                    r"\b(?:the (?:reason|cause|problem|fault|error|mistake) (?:was|is)|it (?:was|had been|came from|hadn't|turned out)|this (?:was|came|happened)|caused by|due to|the reason being)\b[^.?!]{0,80}",
                    unless=r"\b(?:was (?:delivered|sent|promised)|it was (?:a pleasure|nice|good)|i don't know|can't see|see:)\b|\?|\bi apolog|\bsorry (?:that|if)\b|\bbecause of the weather\b",
                ),
            ),
        )
    },
    source="own; how desks say that they are done",
)
