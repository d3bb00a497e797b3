"""Hands out everything that is kept of one customer, as one zip file with an explanation in plain words."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from clew.app.building import build
from clew.app.identity.naming import customer_named
from clew.app.identity.person import Person, gather, quarantined_of
from clew.app.identity.profile import consents_with
from clew.app.reporting import Row, rows_of, silent
from clew.app.shown_columns import text_columns
from clew.app.whole_file import drafts
from clew.app.workspace import Tell, Workspace
from clew.channels import QuarantinedRow
from clew.customers import decisions, proposals, written_statements
from clew.model import CONTRACTS, UsageError
from clew.store import explained

#: Stands for an identifier of somebody else.
SOMEBODY_ELSE = "(another customer)"
_QUERIES = {
    "interactions": "SELECT {columns}, names_others FROM interactions JOIN theirs USING (interaction_id) "
    "ORDER BY occurred_us, interaction_id",
    "records": "SELECT {columns}, names_others FROM records JOIN their_records USING (record_id) ORDER BY record_id",
    "traits": "SELECT {columns} FROM traits WHERE customer_id = $1 ORDER BY trait, at_us, source, evidence, value",
    "consents": "SELECT {columns} FROM consents WHERE customer_id = $1 ORDER BY purpose, at_us, source, evidence, identifier",
    "journeys": "SELECT {columns} FROM journeys WHERE customer_id = $1 ORDER BY started_us, journey_id",
    "steps": "SELECT {columns} FROM steps WHERE customer_id = $1 ORDER BY journey_id, position",
    "handoffs": "SELECT {columns} FROM handoffs WHERE customer_id = $1 ORDER BY journey_id, position",
    "facts": "SELECT {columns} FROM facts WHERE customer_id = $1 ORDER BY journey_id, position, start_char, fact, act",
    "pain_points": "SELECT {columns} FROM pain_points WHERE customer_id = $1 ORDER BY journey_id, position, detector",
}
_LINKS = """SELECT {columns} FROM identity_links
WHERE identifier_a IN (FROM own) AND identifier_b IN (FROM own) ORDER BY ALL"""
_README = """Everything that {workspace} keeps of one customer in Clew
=========================================================

customer.json       who the customer is to us: every identifier and since when it is known, why they are taken for one
                    person (which rule or person said so, on what evidence, when), what people decided about it, and
                    what the customer agreed to.
                    Identifiers that several people use (a shop's tablet, a family's phone) belong to nobody: they are
                    listed apart, with why.
interactions.jsonl  everything that happened, one a line, in the order of time: messages with their texts, calls, visits.
                    "names_others": true marks lines that name somebody else, too: look at them before you hand them out.
                    Some name nobody; they belong to the same case or conversation.
records.jsonl       contact records and the like, as they were imported.
traits.jsonl        what sources tell of the customer (name, address and the like), which record says so, and when.
consents.jsonl      what was stated about consent, by sources and by people; "granted" is empty where a refusal was lifted or
                    a written statement was taken back.
journeys.jsonl      what was made of it: each journey from the first interaction to the outcome,
steps.jsonl         its steps,
handoffs.jsonl      and where the customer was handed on.
facts.jsonl         what was read in the texts: numbers, sums and dates that were given, and what was asked for.
pain_points.jsonl   what went wrong for the customer, as far as detectors found it, and at which step.
quarantine.jsonl    rows that could not be used and wait for somebody to mend them, where they name this customer. They are
                    as they came, and may name other people.

Times are UTC. Each .jsonl file holds one JSON object a line. Not in here: the files that were imported, wherever they
lie, and copies that were made of them outside of Clew.

Lines: {counts}
"""


@dataclass(frozen=True)
class PersonExport:
    """The file that was written, and how many lines of what it holds."""

    file: Path
    counts: dict[str, int]


def export_person(workspace: Workspace, named: str, target: Path, tell: Tell = silent) -> PersonExport:
    """Write everything of the customer with this id or identifier to one zip file, replacing one of that name.

    The file is whole or not there, and only its owner may read it. UsageError for a customer that nobody is or a target
    that is a folder, StorageError when the disk refuses.
    """
    if target.is_dir():
        raise UsageError(f"{target} is a folder: name a file, as in {target / 'customer.zip'}.")
    build(workspace, tell)
    with workspace.session() as connection, explained(target.parent):
        person = gather(connection, customer_named(connection, named, workspace.settings.default_region))
        waiting = quarantined_of(workspace, person.identifiers)
        target.parent.mkdir(parents=True, exist_ok=True)
        with drafts((target,)) as (draft,):
            draft.touch(mode=0o600)
            with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
                counts = _write(workspace, connection, archive, person, waiting)
    return PersonExport(target, counts)


def _write(
    workspace: Workspace,
    connection: duckdb.DuckDBPyConnection,
    archive: zipfile.ZipFile,
    person: Person,
    waiting: list[QuarantinedRow],
) -> dict[str, int]:
    told = _customer(workspace, connection, person)
    archive.writestr("customer.json", json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    counts: dict[str, int] = {}
    for table, query in _QUERIES.items():
        values = [person.customer_id] if "$1" in query else []
        found = connection.execute(query.format(columns=text_columns(table)), values)
        counts[table] = _write_lines(archive, table, (_plain(table, row) for row in rows_of(found)))
    counts["quarantine"] = _write_lines(archive, "quarantine", (_quarantined(row) for row in waiting))
    listed = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    archive.writestr("README.txt", _README.format(workspace=workspace.settings.name, counts=listed))
    return counts


def _write_lines(archive: zipfile.ZipFile, name: str, rows: Iterable[Row]) -> int:
    count = 0
    with archive.open(f"{name}.jsonl", "w", force_zip64=True) as lines:
        for row in rows:
            lines.write((json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n").encode())
            count += 1
    return count


def _customer(workspace: Workspace, connection: duckdb.DuckDBPyConnection, person: Person) -> dict[str, object]:
    query = f"SELECT {text_columns('customers')} FROM customers WHERE customer_id = $1 ORDER BY since_us, identifier"
    identifiers = list(rows_of(connection.execute(query, [person.customer_id])))
    own = set(person.identifiers)
    stated, written = consents_with(connection, person.customer_id), written_statements(workspace.journal)
    words = [
        {
            **asdict(said),
            "identifier_a": said.identifier_a if said.identifier_a in own else SOMEBODY_ELSE,
            "identifier_b": said.identifier_b if said.identifier_b in own else SOMEBODY_ELSE,
        }
        for said in decisions(workspace.journal)
        if own & {said.identifier_a, said.identifier_b}
    ]
    return {
        "customer_id": person.customer_id,
        "identifiers": identifiers,
        "links": list(rows_of(connection.execute(_LINKS.format(columns=text_columns("identity_links"))))),
        "words_of_people": words,
        "consents": [{"purpose": each.purpose, "standing": each.standing} for each in stated],
        "written_consents": [asdict(each) for each in written if each.identifier in own],
        "likeness": [
            {
                **asdict(each),
                "identifier_a": each.identifier_a if each.identifier_a in own else SOMEBODY_ELSE,
                "identifier_b": each.identifier_b if each.identifier_b in own else SOMEBODY_ELSE,
            }
            for each in proposals(workspace.journal)
            if own & {each.identifier_a, each.identifier_b}
        ],
        "shared_identifiers": [{"identifier": shared, "because": why} for shared, why in person.shared],
    }


def _plain(table: str, row: Row) -> Row:
    """Return a row with its lists as lists."""
    kinds = CONTRACTS[table].columns
    return {
        name: json.loads(str(value)) if kinds.get(name) == "array<string>" and value is not None else value
        for name, value in row.items()
    }


def _quarantined(row: QuarantinedRow) -> Row:
    return {
        "source": row.source,
        "file": row.file,
        "row": row.row,
        "column": row.column,
        "reason": row.reason,
        "raw": row.raw,
    }
