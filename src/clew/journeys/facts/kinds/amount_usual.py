"""The sum that the customer pays as a rule, or is to pay once the matter is mended."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="amount_usual",
    title="usual amount",
    locales={
        "en": Locale(
            before=r"(?:instead of|(?:never|not|hardly ever|rarely|seldom) (?:\w+ )?(?:pay|paid|paying|cost|costs|owe|exceeds?|exceeded|been|spend|spent|above|over)(?: \w+)? (?:than|above|over|beyond)|no more than|at most|against|compared (?:to|with)|vs\.?|versus|"
            r"(?:as (?:it|that) (?:was|were|used to be)|(?:the )?norm(?: is| of| being)?|average(?: is| of)?|standard|typical(?:ly)?|on average|as a rule|generally|customary|(?:my|the|our) (?:regular|standard|monthly|agreed|contract\w*|old|former|original|base) (?:bill|price|rate|fee|sum|amount|charge|figure|total)|agreed(?: on)?|signed up for|contracted|budget(?:ed)?|quoted|advertised)|"
            r"(?:\b(?:now|currently|down|revised|adjusted|amended|recalculated)\b(?: \w+)? (?:stands? at|comes? to|amounts? to|totals?|to|at|reads?|is|shows?))|stands at(?: only| just)?|left to pay|remaining|still (?:owe|due)|"
            r"rather than|not|usual(?:ly)?|normal(?:ly)?|always|ordinarily|until now|so far|used to|"
            r"regular(?:ly)?|(?:earlier|previous|other|last) months?|should (?:be|have been)|only pay|you pay|new amount|now (?:pay|owe)|and owe|and you pay|"
            r"copay|will be back to|back to|(?:corrected|lowered|changed|reduced|put)\b[^.$]{0,40}\bto)"
            r"(?:\W+(?:i|we|you|it|is|was|are|always|pay|paid|came|costs?|about|around|to|of|the|at|roughly|close|be|been|some|only|for|inv[\w-]*|bill|invoice)){0,6}\W*",
            after=r"\W*(?:(?:on|in|for|during) (?:an? |the |my |our )?(?:normal|usual|ordinary|average|typical|regular|other|previous|earlier|past) (?:months?|bills?|invoices?|quarters?)|(?:is |was |has been )?(?:what|the (?:sum|amount|figure|price)) (?:i|we) (?:usually|normally|always|generally|agreed|signed up|used to)|(?:is |was )?(?:the |my |our )?(?:usual|norm|normal|standard|average)\b(?! (?:is|of|was))|(?:every|each|any|most|all the|in any) other (?:months?|times?|bills?)|(?:as a rule|on average|most (?:months|of the time)|normally|usually|ordinarily|typically|generally)(?!\s+$|\W*(?:i|we|it|only|about|around|[$€£\d]))|a month as agreed|until now|up to now|till now|so far|for (?:years|ages|months)|as (?:always|usual)|like always|before that|in (?:earlier|other|previous) months|every month)",
        )
    },
    source="own; a bill is disputed against what was paid before",
    shapes=("amount",),
)
