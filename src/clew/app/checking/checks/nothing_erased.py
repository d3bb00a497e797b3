"""Nobody who was erased is in any table: no identifier, no customer, no row of theirs that named nobody."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from clew.app.checking.check import Checked, Difference, StoreCheck
from clew.app.workspace import Tell, Workspace
from clew.model import CONTRACTS, TableContract
from clew.store import Kind, Tombstones, identity_decisions, tombstones

#: What each column holds that a tombstone may stand for; ``because`` of a link is a shared identifier or a limit.
_HOLDS: dict[str, Kind] = {
    "identifiers": "identifier",
    "identifier": "identifier",
    "identifier_a": "identifier",
    "identifier_b": "identifier",
    "because": "identifier",
    "interaction_id": "interaction",
    "record_id": "record",
    "customer_id": "customer",
}
_REMEDY = "Erase the customer again with 'clew customers erase'; while it is so, don't hand the workspace on."


def _look(workspace: Workspace, tell: Tell) -> Checked:
    stones = tombstones(workspace.journal)
    if stones is None:
        return Checked("nobody was ever erased")
    found: list[Difference] = []
    with workspace.session() as session:
        for table in CONTRACTS.values():
            tell(table.name)
            for column in table.columns:
                if column in _HOLDS:
                    values = session.execute(_distinct(table, column)).fetchall()
                    found += _erased(stones, _HOLDS[column], (value for (value,) in values), f"{table.name}.{column}")
    with workspace.journal.transaction() as connection:
        for column in (identity_decisions.c.identifier_a, identity_decisions.c.identifier_b):
            values = connection.execute(sa.select(column).distinct()).scalars().all()
            found += _erased(stones, "identifier", values, f"decisions, {column.name}")
    return Checked(f"{len(stones.digests):,} tombstones against every table", tuple(found))


def _distinct(table: TableContract, column: str) -> str:
    value = f"unnest({column})" if table.columns[column] == "array<string>" else column
    return f"SELECT DISTINCT value FROM (SELECT {value} AS value FROM {table.name}) WHERE value IS NOT NULL"


def _erased(stones: Tombstones, kind: Kind, values: Iterable[str], place: str) -> list[Difference]:
    count = len(stones.among(kind, values))
    return [Difference(place, f"no erased {kind}", f"{count:,}", _REMEDY)] if count else []


CHECK = StoreCheck(
    name="nothing_erased",
    question="Is nothing left of anybody who was erased?",
    look=_look,
    needs="files",
)
