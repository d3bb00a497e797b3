"""The country; one told by a code is compared with codes only."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="country",
    title="Country",
    words=(
        "country",
        "countrycode",
        "land",
        "mailingcountry",
        "billingcountry",
        "locationcountry",
    ),
    sure_words=(
        "billingcountry",
        "billingcountrycode",
    ),
    address_words=(
        "country",
        "countrycode",
    ),
    alike_among="length(value) <= 3",
    tells_apart=True,
)
