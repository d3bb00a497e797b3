"""State, province or the like."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="region",
    title="Region",
    words=(
        "region",
        "province",
        "stateprovince",
        "mailingstate",
        "billingstate",
        "bundesland",
        "locationregion",
    ),
    sure_words=(
        "billingstate",
        "billingprovince",
    ),
    address_words=(
        "state",
        "province",
        "region",
    ),
)
