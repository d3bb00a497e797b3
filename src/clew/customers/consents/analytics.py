"""Being counted and followed on pages and in apps."""

from __future__ import annotations

from clew.customers.purpose import ConsentPurpose

PURPOSE = ConsentPurpose(
    name="analytics",
    title="Analytics",
    grants=(
        "analyticsconsent",
        "consentanalytics",
        "analyticsstorage",
        "trackingconsent",
        "consenttracking",
        "cookieconsentanalytics",
        "allowanalytics",
    ),
    denies=(
        "donottrack",
        "analyticsoptout",
        "trackingoptout",
    ),
    paths=(
        "context.consent.categoryPreferences.Analytics",
        "context.consent.categoryPreferences.analytics",
        "consent.analytics",
        "consents.analytics",
        "consent.analytics_storage",
    ),
    source="Segment context.consent.categoryPreferences; Google consent mode analytics_storage",
)
