"""The number of a bill."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="invoice",
    title="invoice number",
    locales={
        "en": Locale(
            words="invoice invoices bill bills billing statement statements receipt receipts",
            nouns=r"\b(?:invoice|bill(?:ing)?|statement|receipt)(?:['’]s)?(?: (?:number|no|id|code|reference|ref)\b| ?#)|\b(?:number|reference|ref|code|id|digits) (?:that'?s |printed |shown |given |which is )?(?:on|of|at the top of|from|in) (?:the|your|that|this) (?:top of (?:the|your) )?(?:invoice|bill|statement|receipt)\b|\b(?:invoice|bill|statement|receipt) (?:in question|concerned|you mean)\b",
            things=r"(?:invoice|bill|statement|receipt)s?\b(?! (?:date|amount|total|payer))",
            asks=r"\b(?:for|on|about|to|from) (?:which|what) (?:invoice|bill|statement|receipt)\b|\b(?:what|which) (?:does it say|number is|is printed|is written)\b[^?]{0,30}\b(?:bill|invoice|statement|receipt)\b|^\W*(?:(?:and|so|your|the)\W+)*(?:invoice|bill)\W*\?|"
            r"\b(?:bill|invoice|statement|receipt)\b[^.?]{0,40}?\b(?:what(?:'s| is) (?:it|its number|the number)|read (?:me|out) the number|its number)\b",
        ),
        "de": Locale(
            words="rechnungsnummer rechnungsnr rechnung",
            nouns=r"\brechnungs-?(?:nummer|nr)\b",
        ),
        "fr": Locale(
            words="facture",
            nouns=r"\bnuméro (?:de |d')?(?:la |votre )?facture\b",
        ),
        "es": Locale(
            words="factura",
            nouns=r"\bnúmero de (?:la |su )?factura\b",
        ),
    },
    source="own; what billing teams ask for",
    shapes=("code", "digits"),
    prefixes=("inv", "invoice", "bill", "bil", "stm", "st", "stmt", "rcp", "rc", "rec", "re", "fac"),
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
