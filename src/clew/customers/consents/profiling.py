"""Being sorted into groups and shown what was chosen for them."""

from __future__ import annotations

from clew.customers.purpose import ConsentPurpose

PURPOSE = ConsentPurpose(
    name="profiling",
    title="Profiling",
    grants=(
        "profilingconsent",
        "consentprofiling",
        "personalizationconsent",
        "personalisationconsent",
        "personalizationstorage",
        "adpersonalization",
        "allowprofiling",
        "allowpersonalization",
    ),
    denies=(
        "profilingoptout",
        "optoutprofiling",
        "restrictprocessing",
    ),
    paths=(
        "context.consent.categoryPreferences.Personalization",
        "consent.profiling",
        "consents.profiling",
        "consent.personalization",
        "consents.personalization",
        "consent.ad_personalization",
    ),
    source="Google consent mode ad_personalization; GDPR articles 21 and 22",
)
