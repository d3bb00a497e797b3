"""The company that the person works for or orders for."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="company",
    title="Company",
    words=(
        "company",
        "companyname",
        "organization",
        "organisation",
        "organizationname",
        "employer",
        "firma",
    ),
    sure_words=(
        "companyname",
        "billingcompany",
        "customercompany",
    ),
    address_words=("company",),
)
