"""A phone number as a source writes it; compared by its last nine digits, as country codes come and go."""

from __future__ import annotations

from clew.customers.trait import Trait

_DIGITS = r"""CASE WHEN length(regexp_replace(value, '\D', '', 'g')) >= 6
  THEN right(regexp_replace(value, '\D', '', 'g'), 9) END"""

TRAIT = Trait(
    name="phone",
    title="Phone",
    words=(
        "phone",
        "phonenumber",
        "mobile",
        "mobilephone",
        "mobilenumber",
        "telephone",
        "cellphone",
        "telefon",
        "handy",
    ),
    sure_words=(
        "customerphone",
        "contactphone",
        "billingphone",
    ),
    alike=_DIGITS,
    several=True,
)
