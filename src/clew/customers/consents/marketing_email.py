"""Advertising by e-mail."""

from __future__ import annotations

from clew.customers.purpose import ConsentPurpose

PURPOSE = ConsentPurpose(
    name="marketing_email",
    title="Marketing by e-mail",
    grants=(
        "acceptsmarketing",
        "buyeracceptsmarketing",
        "customeracceptsmarketing",
        "emailmarketingconsentstate",
        "emailmarketingconsent",
        "emailoptin",
        "emailoptinexplicit",
        "emailconsent",
        "newsletter",
        "newsletteroptin",
        "marketingemail",
        "subscribedtoemails",
    ),
    denies=(
        "hasoptedoutofemail",
        "emailoptout",
        "salesemailoptout",
        "hsemailoptout",
        "unsubscribedfromemails",
        "unsubscribed",
        "directoryunsubscribed",
        "unsubscribedfromemail",
        "emailunsubscribed",
        "newsletteroptout",
    ),
    paths=(
        "email_marketing_consent.state",
        "emailMarketingConsent.marketingState",
        "subscriptions.email.marketing.consent",
        "consent.email",
        "consents.email",
        "consent.marketing_email",
        "consents.marketing_email",
        "preferences.email",
    ),
    part_of="marketing",
    source="Shopify Customer: accepts_marketing (by e-mail), email_marketing_consent; HubSpot hs_email_optout; Salesforce HasOptedOutOfEmail; Intercom unsubscribed_from_emails; Klaviyo subscriptions; Qualtrics unsubscribed",
)
