"""Every file that the manifest names is there, can be read to its end, and holds the rows it has to."""

from __future__ import annotations

import duckdb
import sqlalchemy as sa

from clew.app.checking.check import Checked, Difference, StoreCheck
from clew.app.workspace import Tell, Workspace
from clew.model import CONTRACTS
from clew.store import column_types, latest_build, parts, scratch_session

_OF_PART = "Restore the workspace's folder from a backup, or import the file again with --replace."
_OF_BUILD = "Run 'clew build --anew'."
#: Rows of a build that other tables of it count, too: (table, what its rows have to be).
_COUNTED = {"steps": "sum(steps)", "handoffs": "sum(handoffs)"}


def _look(workspace: Workspace, tell: Tell) -> Checked:
    with workspace.journal.transaction() as connection:
        wanted = connection.execute(
            sa.select(parts.c.table_name, parts.c.file, parts.c.rows).order_by(parts.c.id)
        ).all()
    build, root = latest_build(workspace.journal), workspace.warehouse.root
    derived = build.files if build else {}
    found: list[Difference] = []
    rows_read = 0
    with scratch_session(root / "scratch") as session:
        for table, file, rows in wanted:
            tell(file)
            read = _rows(session, str(root / file), table)
            if read != rows:
                found.append(Difference(file, f"{rows:,} readable rows", _said(read), _OF_PART))
            rows_read += read if isinstance(read, int) else 0
        for table, file in derived.items():
            tell(file)
            read = _rows(session, str(root / file), table)
            told: int | str = read
            if table in _COUNTED and isinstance(_rows(session, str(root / derived["journeys"]), "journeys"), int):
                query = f"SELECT coalesce({_COUNTED[table]}, 0)::BIGINT FROM read_parquet($1)"
                ((told,),) = session.execute(query, [str(root / derived["journeys"])]).fetchall()
            if isinstance(read, str) or read != told:
                expected = f"{told:,} rows, as its journeys count" if isinstance(told, int) else "a readable table"
                found.append(Difference(file, expected, _said(read), _OF_BUILD))
            rows_read += read if isinstance(read, int) else 0
    return Checked(f"{len(wanted) + len(derived):,} files, {rows_read:,} rows", tuple(found))


def _rows(session: duckdb.DuckDBPyConnection, path: str, table: str) -> int | str:
    """Return how many rows a file holds, having read every column; a few words where it can't be read."""
    # What a build keeps for the next one (signatures, what was learnt) has no contract: every column that is there.
    columns = ", ".join(f'"{name}"' for name in column_types(CONTRACTS[table])) if table in CONTRACTS else "*COLUMNS(*)"
    query = f"SELECT count(*), bit_xor(hash({columns})) FROM read_parquet($1)"
    try:
        ((rows, _),) = session.execute(query, [path]).fetchall()
    except duckdb.Error:
        return "it is gone or can't be read"
    return int(rows)


def _said(read: int | str) -> str:
    return read if isinstance(read, str) else f"{read:,}"


CHECK = StoreCheck(
    name="files_are_whole",
    question="Is every stored file there, readable to its end, with the rows that the manifest says?",
    look=_look,
)
