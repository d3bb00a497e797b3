"""Street and house number."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="street",
    title="Street",
    words=(
        "street",
        "streetaddress",
        "address",
        "address1",
        "addressline1",
        "mailingstreet",
        "billingstreet",
        "strasse",
    ),
    sure_words=(
        "billingstreet",
        "billingaddress1",
    ),
    address_words=(
        "street",
        "street1",
        "address1",
        "line1",
        "addressline1",
        "streetaddress",
    ),
)
