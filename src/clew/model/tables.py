"""The tables that rooms hand each other: names, columns, types and what one row is.

Times are whole microseconds since 1970 UTC, in columns that end in ``_us``; every other duration says its unit too.
"""

from __future__ import annotations

from clew.model.customer_tables import (
    CONSENTS,
    CUSTOMERS,
    IDENTITY_LINKS,
    LINK_FATES,
    SHARED_IDENTIFIERS,
    TRAITS,
)
from clew.model.table import TableContract

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
        "answered_us": "int64",
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
        "read_by": "string",
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
        "topic": "string",
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
        "joined_by": "string",
        "joined_probability": "float64",
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
        "handed_us": "int64",
        "wait_us": "int64",
        "outcome": "string",
        "facts_known": "array<string>",
        "facts_carried": "array<string>",
        "facts_asked_again": "array<string>",
        "facts_verified": "array<string>",
        "facts_asked_by_model": "array<string>",
        "told": "boolean",
        "promised": "boolean",
        "came_back_us": "int64",
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
        "read_by": "string",
    },
)

PAIN_POINTS = TableContract(
    "pain_points",
    "one thing that went wrong for one customer, found by one detector at the step where it shows",
    {
        "journey_id": "string",
        "customer_id": "string",
        "position": "int64",
        "interaction_id": "string",
        "detector": "string",
        "version": "int64",
        "severity": "float64",
        "since_position": "int64",
        "amount": "float64",
        "start_char": "int64",
        "end_char": "int64",
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
    PAIN_POINTS,
)
CONTRACTS: dict[str, TableContract] = {table.name: table for table in (INTERACTIONS, RECORDS, READINGS, *DERIVED)}
