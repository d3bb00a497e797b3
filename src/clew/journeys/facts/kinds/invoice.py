"""The number of a bill."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="invoice",
    title="invoice number",
    locales={
        "en": Locale(
            nouns=r"(?:invoice|bill(?:ing)?|statement|receipt)(?: (?:number|no|id|code|reference)\b| ?#)|\b(?:invoice|bill|statement|receipt)\b"
        )
    },
    source="own; what billing teams ask for",
    shapes=("code", "digits"),
    prefixes=("inv", "invoice", "bill", "bil", "stm", "st", "stmt", "rcp", "rc", "rec", "re", "fac"),
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
