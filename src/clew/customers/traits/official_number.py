"""A number that an authority gave: of a passport, a social insurance."""

from __future__ import annotations

from clew.customers.trait import Trait

TRAIT = Trait(
    name="official_number",
    title="Official number",
    words=(
        "ssn",
        "socialsecuritynumber",
        "nationalid",
        "nationalidnumber",
        "nationalinsurancenumber",
        "passportnumber",
        "identitynumber",
        "personalausweisnummer",
    ),
    alike=r"nullif(regexp_replace(lower(value), '[^a-z0-9]', '', 'g'), '')",
    policy="most often",
    sensitive=True,
    tells_apart=True,
)
