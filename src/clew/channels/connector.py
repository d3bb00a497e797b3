"""What a connector is: it knows one system's export and says, in SQL, which interactions its rows are.

A connector never opens files and never parses times, numbers, phones or channels. It names the tables of an export and
gives one query per table that turns raw text rows into *draft* rows; intake does the rest, the same for every source.
"""

from __future__ import annotations

from dataclasses import dataclass, field

#: Columns a draft query may give. All are text unless said; what it leaves out is NULL. ``_row`` (and ``_file``) must pass through.
DRAFT_COLUMNS: dict[str, str] = {
    "source_id": "the source's own id of this interaction, unique within the source; NULL = derived from the content",
    "occurred_at": "when it happened, as the source writes it",
    "ended_at": "when it ended (calls, visits)",
    "answered_at": "when somebody took it (calls), where the source says so",
    "channel": "a channel's name or any spelling of it",
    "touchpoint": "what happens there, in a few words ('ticket comment'); NULL = kind",
    "kind": "one of clew.model.tables.KINDS",
    "direction": "inbound (from the customer), outbound (to the customer) or internal",
    "party": "who acts: customer, bot, agent or system",
    "party_id": "the acting agent's or bot's id in the source; never a customer's",
    "team": "the team or queue that answers",
    "conversation_id": "the source's thread, chat or call chain",
    "case_ref": "the source's ticket, incident or case number",
    "issue": "contact reason or category as the source names it",
    "text": "what was said",
    "outcome": "one of clew.model.tables.OUTCOMES",
    "outcome_at": "when the source says the outcome was reached, where it says so in a column of its own",
    "rating": "a number on the source's own scale",
    "value": "money, in the source's currency",
    "sla_met": "true or false",
    "email": "customer's e-mail, raw",
    "phone": "customer's phone, raw",
    "account": "customer's account number with the company, raw",
    "device": "customer's device or anonymous browser id, raw",
    "handle": "customer's social handle or id, raw, with its network in front: 'twitter/115712'",
    "customer_ref": "customer's id inside this source (becomes an identifier in the source's own namespace)",
    "attributes": "a JSON object; NULL = the row's columns that the table does not list as carried",
}

IDENTIFIER_COLUMNS = ("email", "phone", "account", "device", "handle", "customer_ref")
TIME_COLUMNS = ("occurred_at", "ended_at", "answered_at", "outcome_at")


@dataclass(frozen=True)
class Table:
    """One table of an export.

    ``sql`` selects drafts FROM the connector's tables by name (each has its text columns, plus ``_file`` and ``_row``).
    One raw row may give none, one or several drafts; a row that gives none is kept whole as a record. ``sql=None`` keeps
    every row as a record. ``profile_sql`` gives ``_file, _row`` and identifier columns for rows that are about a customer:
    identifiers in one such row are one person. ``columns`` lists every column that any query of the connector reads here:
    those that a file lacks are added as NULL, and a table that is absent is empty.
    """

    name: str
    stems: tuple[str, ...]
    needs: tuple[str, ...]
    columns: tuple[str, ...] = ()
    sql: str | None = None
    profile_sql: str | None = None
    carried: tuple[str, ...] = ()


@dataclass(frozen=True)
class Connector:
    """One system's export: how to recognise it and how its rows become interactions.

    ``source`` is the default source name (None = the file's stem). ``rowwise`` promises that every query reads its own
    table only and looks at one row at a time, so that files of any size stream through in batches.
    """

    name: str
    title: str
    question: str
    tables: tuple[Table, ...]
    documentation: str
    source: str | None = None
    aliases: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("csv", "tsv", "json", "jsonl", "parquet", "excel")
    rowwise: bool = False
    together: bool = False
    missing_marks: tuple[str, ...] = ("",)
    examples: tuple[str, ...] = field(default=())
