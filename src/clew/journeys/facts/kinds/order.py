"""The number of an order, booking, transaction or whatever else the issue is about."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="order",
    title="order number",
    locales={
        "en": Locale(
            words="order orders booking bookings reservation reservations transaction transactions transfer transfers reference references referral confirmation ticket shipment parcel package tracking itinerary appointment appointments payment payments purchase purchases delivery visit trip claim case return pnr locator code",
            nouns=r"\b(?:order|booking|reservation|transaction|transfer|reference|referral|confirmation|ticket|shipment|parcel|package|tracking|itinerary|appointment|payment|purchase|delivery|visit|trip|claim|case|return)"
            r"(?:['’]s)?[ -]?(?:(?:number|no|id|code|reference|ref|locator|identifier)\b|#)|\breference\b(?= (?:number|code|for (?:that|it|this)|on it|you)|\W*(?:please|\?|$))|\bpnr\b|\brecord locator\b|\b(?:number|reference|code|id) (?:that'?s |printed |shown )?(?:on|of|from|in|for) (?:the|your|that|this) (?:order|booking|reservation|transaction|transfer|confirmation|ticket|shipment|parcel|itinerary|appointment|referral)\b|\b(?:order|booking|reservation|transaction|transfer|appointment|referral) (?:in question|concerned|you mean)\b",
            things=r"(?:order|booking|reservation|transaction|transfer|referral|appointment|shipment|parcel|delivery|trip|payment|purchase|reference)s?\b(?! (?:date|amount|total|method|status|type|day|time))",
            asks=r"\b(?:for|on|about|under|by) (?:which|what) (?:order|booking|reservation|transaction|transfer|referral|appointment|reference|shipment|parcel)\b|\b(?:what|which) (?:number|code|reference) (?:is|was|do you (?:see|have))[^?]{0,20}\b(?:confirmation|ticket|order|booking|itinerary|receipt|parcel)\b|\b(?:what|which) code (?:is|was|stands|do you see|does it)\b|\b(?:code|reference|number) (?:on|in) (?:your|the|it)\b[^?]{0,30}\bwhat (?:is|was) it\b|^\W*(?:(?:and|so|your|the)\W+)*(?:order|booking|reservation|transaction|transfer|appointment)\W*\?|\bconfirmation\b[^.?]{0,30}\b(?:code|reference|number) (?:in|on) it\b",
        ),
        "de": Locale(
            words="bestellnummer auftragsnummer buchungsnummer vorgangsnummer buchungscode sendungsnummer",
            nouns=r"\b(?:bestell|auftrags|buchungs|vorgangs|sendungs)-?(?:nummer|nr|code)\b",
        ),
        "fr": Locale(
            words="commande réservation dossier suivi",
            nouns=r"\bnuméro (?:de |d')?(?:commande|réservation|dossier|suivi)\b|\bréférence (?:de |d')?(?:la |votre )?(?:commande|réservation)\b",
        ),
        "es": Locale(
            words="pedido reserva seguimiento",
            nouns=r"\bnúmero de (?:pedido|reserva|seguimiento)\b|\blocalizador\b",
        ),
    },
    source="own; what shops, carriers and banks ask for",
    shapes=("code", "digits"),
    default_for=("code",),
    prefixes=("ord", "order", "po", "so", "bk", "bkg", "res", "tx", "txn", "tr", "ref", "shp"),
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
