"""The sum between what was charged and what was right, or what is given back."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="amount_difference",
    title="difference",
    locales={
        "en": Locale(
            before=r"(?:(?:waiv\w*|written off|wrote off|knocked? off|taken off|took off|credited|reimbursed|compensat\w*|remitted|disput\w*|contest\w*|quer(?:y|ies|ied|ying)|challeng\w*|object\w* to|(?:jump|shot|gone|go|went|climb|ris|rose|increas|grow|grew|pushed?|inflat)\w*(?: \w+){0,4} by|gap|surcharge|discrepancy|excess|overpaid|overbilled)"
            r"(?: of| for| about| you| the| by| a| an| claim\w*| them| cust\w*| client| cx){0,3}|up by|by|extra|additional|surplus|credit(?:ed)?(?: you)?|refunded|overcharge(?:d)?(?: claimed)?|taken|gave you|give you|difference(?: of)?|credit of)"
            r"(?:\W+(?:of|the|a|an|back|about|another|you|is))*\W*",
            after=r"\W*(?:too (?:much|many|little)|(?:over|above|beyond|past|up on|on top of|in excess of) (?:the |my |our |your |what)?(?:\w+ )?(?:norm\w*|usual|average|regular|standard|ordinary|agreed|sum|amount|rate|price|i|we)\b|(?:has|have|was|were|is|are) (?:been )?(?:waived|refunded|credited|written off|taken off|given back|reimbursed)|dearer|pricier|steeper|in excess|surplus|over and above|more\b|higher|extra|on top|too (?:high|much)|above|over (?:the|my|your) (?:usual|normal)|less\b|off\b|back\b|difference)",
        )
    },
    source="own; a bill is disputed against what was paid before",
    shapes=("amount",),
)
