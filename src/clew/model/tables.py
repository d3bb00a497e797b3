"""The tables that rooms hand each other: names, columns, types and what one row is.

Times are whole microseconds since 1970 UTC, in columns that end in ``_us``; every other duration says its unit too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "int64", "float64", "boolean", "array<string>"]


@dataclass(frozen=True)
class TableContract:
    """A table's name, its grain in words, and its columns in order."""

    name: str
    grain: str
    columns: dict[str, ColumnType]


INTERACTIONS = TableContract(
    "interactions",
    "one interaction",
    {
        "interaction_id": "string",
        "source": "string",
        "source_id": "string",
        "source_row": "int64",
        "channel": "string",
        "touchpoint": "string",
        "kind": "string",
        "direction": "string",
        "occurred_us": "int64",
        "ended_us": "int64",
        "received_us": "int64",
        "identifiers": "array<string>",
        "party": "string",
        "party_id": "string",
        "team": "string",
        "conversation_id": "string",
        "case_ref": "string",
        "issue": "string",
        "text": "string",
        "outcome": "string",
        "outcome_us": "int64",
        "rating": "float64",
        "value": "float64",
        "sla_met": "boolean",
        "attributes": "string",
    },
)

RECORDS = TableContract(
    "records",
    "one row of a source that is no interaction (a contact, a tag, a team), kept whole",
    {
        "record_id": "string",
        "source": "string",
        "entity": "string",
        "received_us": "int64",
        "identifiers": "array<string>",
        "raw": "string",
    },
)

READINGS = TableContract(
    "readings",
    "one place in a text that says, asks or tells something; the words themselves stay in the text",
    {
        "interaction_id": "string",
        "what": "string",
        "fact": "string",
        "start_char": "int64",
        "end_char": "int64",
        "speaker": "string",
        "shape": "string",
        "flag": "boolean",
        "number": "string",
    },
)

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

JOURNEYS = TableContract(
    "journeys",
    "one customer's pursuit of one issue, first interaction to outcome",
    {
        "journey_id": "string",
        "customer_id": "string",
        "identified": "boolean",
        "issue": "string",
        "case_ref": "string",
        "source": "string",
        "bounded_by": "string",
        "confidence": "string",
        "started_us": "int64",
        "ended_us": "int64",
        "first_contact_us": "int64",
        "second_contact_us": "int64",
        "first_answer_us": "int64",
        "first_response_us": "int64",
        "first_channel": "string",
        "last_channel": "string",
        "steps": "int64",
        "contacts": "int64",
        "channels": "int64",
        "switches": "int64",
        "handoffs": "int64",
        "outcome": "string",
        "first_resolved_us": "int64",
        "resolved_us": "int64",
        "reopens": "int64",
        "sla_met": "boolean",
        "next_contact_us": "int64",
        "next_same_issue_us": "int64",
        "source_until_us": "int64",
        "censored": "boolean",
    },
)

STEPS = TableContract(
    "steps",
    "one interaction in its journey",
    {
        "journey_id": "string",
        "customer_id": "string",
        "position": "int64",
        "interaction_id": "string",
        "occurred_us": "int64",
        "channel": "string",
        "touchpoint": "string",
        "kind": "string",
        "direction": "string",
        "party": "string",
        "team": "string",
        "stage": "string",
        "outcome": "string",
        "starts_contact": "boolean",
        "wait_before_us": "int64",
    },
)

HANDOFFS = TableContract(
    "handoffs",
    "two consecutive steps of a journey between which the channel, the party answering, or both change",
    {
        "journey_id": "string",
        "customer_id": "string",
        "position": "int64",
        "change": "string",
        "from_channel": "string",
        "to_channel": "string",
        "from_party": "string",
        "to_party": "string",
        "from_team": "string",
        "to_team": "string",
        "from_stage": "string",
        "to_stage": "string",
        "wait_us": "int64",
        "outcome": "string",
        "facts_known": "array<string>",
        "facts_carried": "array<string>",
        "facts_asked_again": "array<string>",
        "facts_verified": "array<string>",
    },
)

FACTS = TableContract(
    "facts",
    "one thing done with one fact at some characters of a text: given, used, asked for, asked again or verified",
    {
        "journey_id": "string",
        "customer_id": "string",
        "position": "int64",
        "interaction_id": "string",
        "fact": "string",
        "act": "string",
        "value": "string",
        "start_char": "int64",
        "end_char": "int64",
        "speaker": "string",
    },
)

#: What a build makes out of interactions, records and people's decisions.
DERIVED: tuple[TableContract, ...] = (
    IDENTITY_LINKS,
    SHARED_IDENTIFIERS,
    LINK_FATES,
    CUSTOMERS,
    TRAITS,
    CONSENTS,
    JOURNEYS,
    STEPS,
    HANDOFFS,
    FACTS,
)
CONTRACTS: dict[str, TableContract] = {table.name: table for table in (INTERACTIONS, RECORDS, READINGS, *DERIVED)}
