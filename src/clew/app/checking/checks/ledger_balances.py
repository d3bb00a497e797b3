"""Every row that was received is stored, a duplicate, quarantined or refused, file by file, and what is stored is there."""

from __future__ import annotations

import sqlalchemy as sa

from clew.app.checking.check import Checked, Difference, StoreCheck
from clew.app.workspace import Tell, Workspace
from clew.channels import LedgerLine, ledger_lines
from clew.store import parts, quarantine

_REMEDY = "Import the file again with --replace. If it still differs, keep the workspace as it is and report it."


def _look(workspace: Workspace, _tell: Tell) -> Checked:
    with workspace.journal.transaction() as connection:
        counted = sa.select(parts.c.import_id, parts.c.table_name, sa.func.sum(parts.c.rows))
        rows = connection.execute(counted.group_by(parts.c.import_id, parts.c.table_name)).all()
        counts = sa.select(quarantine.c.import_id, sa.func.count()).group_by(quarantine.c.import_id)
        waiting = {int(number): int(count) for number, count in connection.execute(counts).all()}
    held = {(int(number), str(table)): int(total) for number, table, total in rows}
    lines = ledger_lines(workspace.journal)
    found = [difference for line in lines for difference in _of(line, held, waiting)]
    received = sum(line.tally.received for line in lines)
    return Checked(f"{len(lines):,} files, {received:,} rows received", tuple(found))


def _of(line: LedgerLine, held: dict[tuple[int, str], int], waiting: dict[int, int]) -> list[Difference]:
    """Return what doesn't balance in one file."""
    tally, place = line.tally, f"ledger, {line.file} ({line.source})"
    found: list[Difference] = []
    if not tally.balanced:
        whole = tally.stored + tally.duplicate + tally.quarantined + tally.refused
        found.append(Difference(place, f"{tally.received:,} rows accounted for", f"{whole:,}", _REMEDY))
    if tally.quarantined != waiting.get(line.import_id, 0):
        there = f"{waiting.get(line.import_id, 0):,}"
        found.append(Difference(place, f"{tally.quarantined:,} rows in quarantine", there, _REMEDY))
    for table, told in (("interactions", tally.interactions), ("records", tally.records)):
        there_are = held.get((line.import_id, table), 0)
        if told != there_are:
            found.append(Difference(place, f"{told:,} {table} in the manifest", f"{there_are:,}", _REMEDY))
    return found


CHECK = StoreCheck(
    name="ledger_balances",
    question="Is every row that was received stored, a duplicate, quarantined or refused, in each file?",
    look=_look,
)
