"""The number under which the company knows the customer."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="account",
    title="account number",
    locales={
        "en": Locale(
            nouns=r"(?:account|acct|customer|client|member(?:ship)?|patient|policy|contract|subscriber|loyalty|user)"
            r"(?:'s)?(?: (?:number|no|id|code|reference)\b| ?#)|\b(?:account|acct)\b|\byour (?:number|id) (?:with|at) us\b|\b(?:number|digits) (?:on|of|from) your (?:card|contract|account|letter|profile)\b|\bcustomer reference\b",
        )
    },
    source="own; what service desks ask for first",
    shapes=("digits", "code", "phone"),
    default_for=("digits",),
    identifies=True,
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
