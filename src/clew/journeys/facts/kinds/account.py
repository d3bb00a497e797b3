"""The number under which the company knows the customer."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="account",
    title="account number",
    locales={
        "en": Locale(
            words="account accounts acct customer client member membership patient policy contract subscriber subscription loyalty user profile insurance flyer flier service id card registered under us identify digits letter number",
            nouns=r"\b(?:account|acct|customer|client|member(?:ship)?|patient|policy|contract|subscriber|subscription|loyalty|user|profile|insurance|frequent flye?r|service)"
            r"(?:['’]?s)?[ -]?(?:(?:number|no|nr|id|code|reference|ref|digits|identifier)\b|#)|\b(?:number|id) (?:with|at) us\b|"
            r"\b(?:number|digits) (?:printed |shown |that'?s )?(?:on|of|from) (?:the (?:front|back|top) of )?your (?:card|contract|account|letter|profile|membership)\b",
            things=r"(?<!from )(?<!from my )(?<!of my )(?<!into my )(?<!in my )(?<!on my )(?<!to my )(?<!from our )(?<!from the )(?:account|acct|policy|membership|profile)s?\b(?! (?:type|manager|holder|name))",
            before=r"\b(?<!another )(?<!other )(?:customer|client|cust|cx|clt|member|subscriber|acct|a/c|account|cust(?:omer)? ?(?:no|nr|id|num))(?:\.|:|#|,| no\.?:?| nr\.?:?| number:?| id:?| is)?\W{0,3}",
            asks=r"\baccounts?\b(?= (?:are|is|do|does|did|were|was) (?:it|this|that|you|we)\b)|\b(?:what|which|whose) (?:number|id|code|account|reference) (?:do|did|are|should|would|have|is) (?:we|you|i) (?:have|know|registered|look\w*|listed|use|go|find|signed|called)\b[^?]{0,20}\b(?:under|with us|as|by)\b|"
            r"\bhow (?:do|would) (?:you|we) identify\b|\bunder which account\b|\bnext to customer number\b|\bdigits? (?:number )?(?:on|of|from) your (?:customer |member\w* |client )?(?:card|account)\b|"
            r"\bwhat(?:'s| is) (?:the |that )?(?:long |whole |printed )?number (?:on|at|that)[^?]{0,30}\b(?:card|contract|account|letter|profile)\b|\b(?:your|the) (?:number|id) with us\b|^\W*(?:(?:and|so|your|the)\W+)*account\W*\?",
        ),
        "de": Locale(
            words="kundennummer kontonummer vertragsnummer mitgliedsnummer versichertennummer kunden",
            nouns=r"\b(?:kunden|konto|vertrags|mitglieds|versicherten)-?(?:nummer|nr)\b",
        ),
        "fr": Locale(
            words="compte client contrat adhérent abonné",
            nouns=r"\bnuméro (?:de |d')?(?:compte|client|contrat|adhérent|abonné)\b",
        ),
        "es": Locale(
            words="cuenta cliente contrato socio",
            nouns=r"\bnúmero de (?:cuenta|cliente|contrato|socio)\b",
        ),
    },
    source="own; what service desks ask for first",
    shapes=("digits", "code", "phone"),
    default_for=("digits",),
    identifies=True,
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
