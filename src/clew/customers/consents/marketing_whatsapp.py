"""Advertising by WhatsApp."""

from __future__ import annotations

from clew.customers.purpose import ConsentPurpose

PURPOSE = ConsentPurpose(
    name="marketing_whatsapp",
    title="Marketing by WhatsApp",
    grants=(
        "whatsappoptin",
        "whatsappconsent",
        "marketingwhatsapp",
        "whatsappmarketingconsent",
        "hswhatsappoptin",
    ),
    denies=(
        "whatsappoptout",
        "hswhatsappoptout",
        "unsubscribedfromwhatsapp",
    ),
    paths=(
        "subscriptions.whatsapp.marketing.consent",
        "consent.whatsapp",
        "consents.whatsapp",
        "consent.marketing_whatsapp",
        "consents.marketing_whatsapp",
        "preferences.whatsapp",
    ),
    part_of="marketing",
    source="WhatsApp Business: opt-in before a business writes first",
)
