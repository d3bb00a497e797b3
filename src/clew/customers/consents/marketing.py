"""Being advertised to at all, on whatever channel."""

from __future__ import annotations

from clew.customers.purpose import ConsentPurpose

PURPOSE = ConsentPurpose(
    name="marketing",
    title="Marketing",
    grants=(
        "marketingconsent",
        "marketingoptin",
        "consentmarketing",
        "allowmarketing",
        "marketingallowed",
        "marketingpermission",
        "gdprmarketingconsent",
    ),
    denies=(
        "marketingoptout",
        "optoutmarketing",
        "donotmarket",
        "donotcontact",
        "unsubscribedfromall",
        "dnc",
    ),
    paths=(
        "consent.marketing",
        "consents.marketing",
        "preferences.marketing",
    ),
)
