"""Erases one customer: every row, decision and file goes, tombstones keep them from coming back, the ledger still balances."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import sqlalchemy as sa

from clew.app.building import build, is_current
from clew.app.identity.blotting import blot_out
from clew.app.identity.leftovers import places_left, remove_kept_files
from clew.app.identity.naming import customer_named, spellings
from clew.app.identity.person import Person, gather, quarantined_of
from clew.app.identity.taken_out import Rewritten, settle, switch, write_without
from clew.app.identity.telling import telling_pattern
from clew.app.lock import only_writer
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.channels import QuarantinedRow, ledger_lines
from clew.customers import forget_proposals
from clew.model import NAMESPACES, BusyError, UsageError
from clew.store import (
    Kind,
    consent_statements,
    explained,
    identity_decisions,
    note_erasure,
    quarantine,
    tombstones,
)


@dataclass(frozen=True)
class Erased:
    """What went, in counts, and what Clew can't reach; ``erased_before`` where there was nothing left to erase.

    ``naming_others`` are interactions and records that named somebody else, too; ``shared_left`` identifiers that belong to
    nobody and got no tombstone. ``remains`` names places, never values.
    """

    identifiers: int = 0
    interactions: int = 0
    records: int = 0
    quarantined: int = 0
    decisions: int = 0
    naming_others: int = 0
    shared_left: int = 0
    remains: tuple[str, ...] = ()
    erased_before: bool = False


def look_first(workspace: Workspace, named: str, tell: Tell = silent) -> Erased:
    """Tell what erasing would take away; nothing is changed. UsageError for one that nobody has."""
    customer_id = _find(workspace, named, tell)
    if customer_id is None:
        return Erased(erased_before=True)
    with workspace.session() as connection:
        return look_at(connection, customer_id)


def look_at(connection: duckdb.DuckDBPyConnection, customer_id: str) -> Erased:
    """Tell the same of a customer's id from a session on a build."""
    return _counts(connection, gather(connection, customer_id))


def names_them(connection: duckdb.DuckDBPyConnection, customer_id: str, text: str) -> bool:
    """Tell whether a text holds one of the customer's identifiers, in whatever spelling."""
    rows = connection.execute("SELECT identifier FROM customers WHERE customer_id = ?", [customer_id]).fetchall()
    identifiers = [str(identifier) for (identifier,) in rows]
    pattern = telling_pattern(identifiers)
    told = pattern is not None and pattern.search(text) is not None
    return told or any(identifier.lower() in text.lower() for identifier in identifiers)


def erase(workspace: Workspace, named: str, *, reason: str, author: str, tell: Tell = silent) -> Erased:
    """Erase the customer with this id or identifier; when this returns, no file of Clew's holds anything of them.

    Everything that counts changes in one transaction, with the tombstones: cut short before, nothing was done; after, the
    next build (or erasing again) finishes what is left. UsageError for one that nobody has, or a reason that names them;
    BusyError while another Clew writes.
    """
    customer_id = _find(workspace, named, tell)
    if customer_id is None:
        return Erased(erased_before=True)
    with only_writer(workspace.store), explained(workspace.store):
        if not is_current(workspace):
            raise BusyError("Something was imported or decided just now. Run the same command again.")
        with workspace.session() as connection:
            tell("their rows")
            person = gather(connection, customer_id)
            pattern = telling_pattern(person.identifiers)
            if pattern and pattern.search(reason):
                raise UsageError("The reason is kept: write it without the customer's identifiers.")
            said = _counts(connection, person)
            rewritten, nameless = write_without(workspace, connection)
        waiting = quarantined_of(workspace, person.identifiers)
        in_use = remove_kept_files(workspace)
        erased: list[tuple[Kind, str]] = [("identifier", each) for each in person.identifiers]
        erased.append(("customer", customer_id))
        erased.extend(nameless)
        decided = _commit(workspace, person, rewritten, waiting, (erased, author, reason))
    build(workspace, tell)
    mentioned = f"texts of others that mention one of the identifiers, in interactions: {person.mentions:,}"
    remains = (*in_use, *places_left(workspace, pattern), *([mentioned] if person.mentions else []))
    gone = {
        table: sum(each.removed for each in rewritten if each.table == table) for table in ("interactions", "records")
    }
    return Erased(
        said.identifiers,
        gone["interactions"],
        gone["records"],
        len(waiting),
        decided,
        said.naming_others,
        said.shared_left,
        remains,
    )


def _commit(
    workspace: Workspace,
    person: Person,
    rewritten: list[Rewritten],
    waiting: list[QuarantinedRow],
    note: tuple[list[tuple[Kind, str]], str, str],
) -> int:
    """Make all of it count at once; return how many decisions went."""
    rows = sum(each.file_rows for each in rewritten) + len(waiting)
    erased, author, reason = note
    with workspace.journal.transaction() as journal:
        note_erasure(journal, erased, author=author, reason=reason, rows=rows)
        switch(journal, rewritten)
        for row in waiting:
            journal.execute(quarantine.delete().where(quarantine.c.id == row.quarantine_id))
            settle(journal, row.import_id, "quarantined", 1)
        words, own = identity_decisions.c, person.identifiers
        named = sa.or_(words.identifier_a.in_(own), words.identifier_b.in_(own))
        decided = journal.execute(identity_decisions.delete().where(named)).rowcount
        decided += journal.execute(consent_statements.delete().where(consent_statements.c.identifier.in_(own))).rowcount
        forget_proposals(journal, own)
        pattern = telling_pattern(own)
        if pattern:
            blot_out(journal, pattern)
    return decided


def _counts(connection: duckdb.DuckDBPyConnection, person: Person) -> Erased:
    query = """SELECT (SELECT count(*) FROM theirs), (SELECT count(*) FROM their_records),
    (SELECT count(*) FROM theirs WHERE names_others) + (SELECT count(*) FROM their_records WHERE names_others)"""
    ((interactions, records, others),) = connection.execute(query).fetchall()
    return Erased(len(person.identifiers), interactions, records, naming_others=others, shared_left=len(person.shared))


def _find(workspace: Workspace, named: str, tell: Tell) -> str | None:
    """Return the customer's id, None for one who was erased; what an earlier erasing left undone is finished by the build."""
    build(workspace, tell)
    try:
        with workspace.session() as connection:
            return customer_named(connection, named, workspace.settings.default_region)
    except UsageError:
        if _was_erased(workspace, named.strip()):
            return None
        raise


def _was_erased(workspace: Workspace, plain: str) -> bool:
    stones = tombstones(workspace.journal)
    if stones is None:
        return False
    kinds = (*NAMESPACES, *{line.source for line in ledger_lines(workspace.journal)})
    written = spellings(plain, workspace.settings.default_region)
    found = stones.among("identifier", [*written, *(f"{kind}:{value}" for kind in kinds for value in written)])
    return bool(found) or stones.covers("customer", plain)
