"""A bare word: a short message that says neither what was wrong, what was done, nor what comes next."""

from __future__ import annotations

from clew.journeys.acts.act import Locale, SpeechAct, Way

ACT = SpeechAct(
    name="tells_little",
    title="says that it is done in a bare word",
    by="company",
    span="text",
    most_words=18,
    locales={
        "en": Locale(
            unless=(
                r"\d|\?|\b(?:because|due to|reason|cause[ds]?|as a result|since|was found|we found|it was|it turned out|had been|came from|owing|thanks to (?:a|the)|error in|mistake|hadn't|next|please|you can|you'll|you will|"
                r"we'll|we will|we're|working on|being|within|from now on|tomorrow|today|until|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august|september|october|november|december|arrives?|leaves|in review|checking|how did|rate|soon|"
                r"can't|cannot|don't|sorry|patient|touch|let us know|(?<!not )(?<!n't )reply|see|use|should|need|starts?|because|instead|refund of|so that|which)\b|[$€£]"
            ),
            ways=(
                Way(
                    "closed closing solved resolved corrected completed complete processed updated handled done changed fixed finished settled confirmed concluded amended adjusted approved finalized finalised processed rectified over ready sorted actioned ended dealt checked reviewed credited refunded registered noted recorded carried made taken granted accepted cleared",
                    r"\b(?:closed|solved|resolved|corrected|completed?|processed|updated|handled|done|changed|fixed|finished|settled|confirmed|concluded|amended|adjusted|approved|finali[sz]ed|rectified|over|ready|sorted|actioned|ended|dealt with|checked|reviewed|credited|refunded|registered|noted|recorded|carried out|taken care|granted|accepted|cleared)\b",
                    about="done",
                ),
                Way("", r"\w+\W+\w+"),
            ),
        )
    },
    source="own; the message without context",
)
