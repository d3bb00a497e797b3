"""Takes imports back: a source's, or all of them with what was made for a simulated company."""

from __future__ import annotations

from collections.abc import Sequence

from clew.app.identity.matching import remove_likeness
from clew.app.lock import only_writer
from clew.app.simulated import is_simulated, note_simulated
from clew.app.workspace import Workspace
from clew.channels import forget_import, ledger_lines
from clew.store import explained


def take_back(workspace: Workspace, source: str) -> int:
    """Take back all imports of a source, their quarantine, too; return how many."""
    with only_writer(workspace.store), explained(workspace.store):
        return _forget(workspace, [line.import_id for line in ledger_lines(workspace.journal) if line.source == source])


def start_over(workspace: Workspace) -> int:
    """Take back every import; of a simulated company the mappings, too. Settings and people's decisions stay."""
    with only_writer(workspace.store), explained(workspace.store):
        lines = ledger_lines(workspace.journal)
        if is_simulated(workspace):
            for source in {line.source for line in lines}:
                (workspace.folder / "mappings" / f"{source}.toml").unlink(missing_ok=True)
        forgotten = _forget(workspace, [line.import_id for line in lines])
        remove_likeness(workspace)
        note_simulated(workspace, simulated=False)
        return forgotten


def _forget(workspace: Workspace, import_ids: Sequence[int]) -> int:
    """Take imports out of the account; their files go at the next sweep, as somebody may be reading them just now."""
    for import_id in import_ids:
        forget_import(workspace.journal, import_id)
    return len(import_ids)
