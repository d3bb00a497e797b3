"""The given name."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="first_name",
    title="First name",
    words=(
        "firstname",
        "givenname",
        "forename",
        "vorname",
        "prenom",
        "fname",
    ),
    sure_words=(
        "firstname",
        "customerfirstname",
        "billingfirstname",
        "vorname",
    ),
)
