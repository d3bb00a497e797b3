"""The family name."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="last_name",
    title="Last name",
    words=(
        "lastname",
        "familyname",
        "surname",
        "nachname",
        "lname",
    ),
    sure_words=(
        "lastname",
        "customerlastname",
        "billinglastname",
        "nachname",
    ),
)
