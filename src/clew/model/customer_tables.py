"""The tables that say who was who: links between identifiers, customers, and what is told of them."""

from __future__ import annotations

from clew.model.table import TableContract

IDENTITY_LINKS = TableContract(
    "identity_links",
    "one assertion or retraction that two identifiers are one person",
    {
        "identifier_a": "string",
        "identifier_b": "string",
        "rule": "string",
        "rule_version": "int64",
        "verdict": "string",
        "asserted": "boolean",
        "evidence": "string",
        "confidence": "float64",
        "at_us": "int64",
        "last_us": "int64",
        "times": "int64",
        "author": "string",
        "basis": "string",
    },
)

#: From the journal; only there while links are written.
IDENTITY_PROPOSALS = TableContract(
    "identity_proposals",
    "one pair of identifiers that likeness takes for one person, or leaves to a person's eye",
    {
        "number": "int64",
        "identifier_a": "string",
        "identifier_b": "string",
        "weight": "float64",
        "probability": "float64",
        "band": "string",
        "at_us": "int64",
    },
)

LINK_FATES = TableContract(
    "link_fates",
    "one pair of identifiers that something links, and what became of the link",
    {
        "identifier_a": "string",
        "identifier_b": "string",
        "fate": "string",
        "because": "string",
        "times": "int64",
        "at_us": "int64",
    },
)

SHARED_IDENTIFIERS = TableContract(
    "shared_identifiers",
    "one identifier that stands for nobody in particular",
    {"identifier": "string", "because": "string", "kind": "string", "met": "int64"},
)

CUSTOMERS = TableContract(
    "customers", "one identifier", {"customer_id": "string", "identifier": "string", "since_us": "int64"}
)

TRAITS = TableContract(
    "traits",
    "one telling of one trait of one customer",
    {
        "customer_id": "string",
        "identifier": "string",
        "trait": "string",
        "value": "string",
        "source": "string",
        "evidence": "string",
        "at_us": "int64",
    },
)

CONSENTS = TableContract(
    "consents",
    "one statement about what one customer may be contacted or looked at for; granted is NULL where a denial was lifted only",
    {
        "customer_id": "string",
        "identifier": "string",
        "purpose": "string",
        "granted": "boolean",
        "source": "string",
        "evidence": "string",
        "at_us": "int64",
        "author": "string",
    },
)
