"""The town."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="city",
    title="City",
    words=(
        "city",
        "town",
        "ort",
        "stadt",
        "mailingcity",
        "billingcity",
        "locationcity",
    ),
    sure_words=("billingcity",),
    address_words=(
        "city",
        "town",
    ),
)
