"""What the person works as."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="occupation",
    title="Occupation",
    words=(
        "jobtitle",
        "occupation",
        "profession",
        "beruf",
    ),
)
