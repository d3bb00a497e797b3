"""The e-mail address as a source writes it."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="email",
    title="E-mail",
    words=(
        "email",
        "emailaddress",
        "mail",
        "contactemail",
    ),
    sure_words=(
        "customeremail",
        "contactemail",
        "billingemail",
    ),
    alike="CASE WHEN contains(value, '@') THEN lower(value) END",
    several=True,
)
