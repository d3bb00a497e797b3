"""Advertising by text message."""

from __future__ import annotations

from clew.customers.purpose import ConsentPurpose

PURPOSE = ConsentPurpose(
    name="marketing_sms",
    title="Marketing by text message",
    grants=(
        "smsmarketingconsentstate",
        "smsmarketingconsent",
        "smsoptin",
        "smsconsent",
        "marketingsms",
    ),
    denies=(
        "smsoptout",
        "hasoptedoutofsms",
        "unsubscribedfromsms",
        "hasoptedoutofmobile",
    ),
    paths=(
        "sms_marketing_consent.state",
        "smsMarketingConsent.marketingState",
        "subscriptions.sms.marketing.consent",
        "consent.sms",
        "consents.sms",
        "consent.marketing_sms",
        "consents.marketing_sms",
        "preferences.sms",
    ),
    part_of="marketing",
    source="Shopify sms_marketing_consent; Klaviyo subscriptions; Intercom unsubscribed_from_sms",
)
