"""Advertising by phone."""

from __future__ import annotations

from clew.customers.purpose import ConsentPurpose

PURPOSE = ConsentPurpose(
    name="marketing_phone",
    title="Marketing by phone",
    grants=(
        "phoneoptin",
        "calloptin",
        "phoneconsent",
        "marketingphone",
        "callconsent",
    ),
    denies=(
        "donotcall",
        "phoneoptout",
        "calloptout",
    ),
    paths=(
        "consent.phone",
        "consents.phone",
        "consent.marketing_phone",
        "consents.marketing_phone",
        "preferences.phone",
    ),
    part_of="marketing",
    source="Salesforce DoNotCall",
)
