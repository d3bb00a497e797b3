"""Writes the stored files anew without one customer's rows; nothing counts until the journal says so."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import sqlalchemy as sa

from clew.app.workspace import Workspace
from clew.store import Kind, imports, parts

_REMOVED = {
    # A row of a file is one whole: what else came from it goes with it, as the whole row is refused when it comes again.
    "interactions": """SELECT interaction_id, identifiers, source_row AS file_row FROM part
        WHERE source_row IN (SELECT source_row FROM part SEMI JOIN theirs USING (interaction_id))""",
    "records": "SELECT record_id, identifiers, hash(record_id) AS file_row FROM part SEMI JOIN their_records USING (record_id)",
}
_ID = {"interactions": "interaction_id", "records": "record_id"}


@dataclass(frozen=True)
class Rewritten:
    """One stored file without them: the file in its place (None where nothing is left), and what went from it."""

    part_id: int
    import_id: int
    table: str
    file: str | None
    left: int
    removed: int
    file_rows: int


def write_without(
    workspace: Workspace, connection: duckdb.DuckDBPyConnection
) -> tuple[list[Rewritten], list[tuple[Kind, str]]]:
    """Write each stored file that holds rows of ``theirs`` or ``their_records`` anew without them.

    Returns the files, and what was removed that names none of ``own``, by its id: nothing else tells it again.
    """
    with workspace.journal.transaction() as journal:
        listed = journal.execute(sa.select(parts).order_by(parts.c.id)).all()
    rewritten: list[Rewritten] = []
    nameless: list[tuple[Kind, str]] = []
    for part in listed:
        path = str(workspace.warehouse.root / part.file).replace("'", "''")
        connection.execute(f"CREATE OR REPLACE TEMP VIEW part AS FROM read_parquet('{path}')")
        connection.execute(f"CREATE OR REPLACE TEMP TABLE removed AS {_REMOVED[part.table_name]}")
        counts = connection.execute("SELECT count(*), count(DISTINCT file_row) FROM removed").fetchall()
        removed, file_rows = counts[0]
        if not removed:
            continue
        left, key, file = part.rows - removed, _ID[part.table_name], None
        if left:
            query = f"SELECT * FROM part ANTI JOIN removed USING ({key})"
            file = workspace.warehouse.write(connection, query, part.table_name)
        rewritten.append(Rewritten(part.id, part.import_id, part.table_name, file, left, removed, file_rows))
        named = f"SELECT {key} FROM (SELECT {key}, unnest(identifiers) AS named FROM removed) WHERE named IN (FROM own)"
        found = connection.execute(f"SELECT {key} FROM removed WHERE {key} NOT IN ({named})").fetchall()
        kind: Kind = "record" if part.table_name == "records" else "interaction"
        nameless.extend((kind, str(each)) for (each,) in found)
    return rewritten, nameless


def switch(journal: sa.Connection, rewritten: list[Rewritten]) -> None:
    """Put the new files in the place of the old and settle the ledger: stored rows become refused ones, counted as erased."""
    for each in rewritten:
        if each.file is None:
            journal.execute(parts.delete().where(parts.c.id == each.part_id))
        else:
            journal.execute(parts.update().where(parts.c.id == each.part_id).values(file=each.file, rows=each.left))
        settle(journal, each.import_id, "stored", each.file_rows)
        kept = imports.c[each.table]
        journal.execute(imports.update().where(imports.c.id == each.import_id).values({kept: kept - each.removed}))


def settle(journal: sa.Connection, import_id: int, column: str, rows: int) -> None:
    """Move rows of an import from one count of its ledger line to the refused, and count them as erased."""
    count, c = imports.c[column], imports.c
    changes = {count: count - rows, c.refused: c.refused + rows, c.erased: c.erased + rows}
    journal.execute(imports.update().where(c.id == import_id).values(changes))
