"""The number of an order, booking, transaction or whatever else the issue is about."""

from __future__ import annotations

from clew.journeys.facts.kind import FactKind, Locale

KIND = FactKind(
    name="order",
    title="order number",
    locales={
        "en": Locale(
            nouns=r"(?:order|booking|reservation|transaction|transfer|reference|referral|confirmation|ticket|shipment|parcel|tracking|itinerary|appointment)"
            r"(?: (?:number|no|id|code|reference|locator)\b| ?#)|\b(?:order|booking|reservation|transfer|referral)\b",
        )
    },
    source="own; what shops, carriers and banks ask for",
    shapes=("code", "digits"),
    default_for=("code",),
    prefixes=("ord", "order", "po", "so", "bk", "bkg", "res", "tx", "txn", "tr", "ref", "shp"),
    normal=lambda value: "".join(sign for sign in value.lower() if sign.isalnum()),
)
