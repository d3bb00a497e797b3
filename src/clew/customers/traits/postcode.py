"""The postcode, without leading noughts, blanks and the American four more digits, which systems lose."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="postcode",
    title="Postcode",
    words=(
        "zip",
        "zipcode",
        "postcode",
        "postalcode",
        "plz",
        "mailingpostalcode",
        "billingpostalcode",
        "billingzip",
    ),
    sure_words=(
        "billingzip",
        "billingzipcode",
        "billingpostalcode",
        "billingpostcode",
    ),
    address_words=(
        "zip",
        "zipcode",
        "postcode",
        "postalcode",
    ),
    alike=r"ltrim(regexp_replace(lower(split_part(value, '-', 1)), '\s', '', 'g'), '0')",
    tells_apart=True,
)
