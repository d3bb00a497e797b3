"""Runs an import from paths to ledger: discover, plan, show, read, commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from clew.app.lock import only_writer
from clew.app.scratch import scratch_folder
from clew.app.workspace import Workspace
from clew.channels import (
    FileOutcome,
    Intake,
    Limits,
    Progress,
    Proposal,
    Reading,
    Refused,
    discover,
    ledger_lines,
    note_refusal,
    plan_files,
    wishes_from,
)
from clew.store import explained, part_files


@dataclass(frozen=True)
class ImportReport:
    """What an import did: the proposals that ran, what became of each file, what was refused, the mappings written.

    ``left_as_they_are`` are mapping files of these sources that say something else than Clew guessed, and were not touched.
    """

    proposals: tuple[Proposal, ...]
    outcomes: tuple[FileOutcome, ...]
    refused: tuple[Refused, ...]
    mappings: tuple[Path, ...]
    left_as_they_are: tuple[Path, ...] = ()

    def told(self) -> dict[str, Any]:
        """Return what became of the files as plain values, for JSON."""
        return {
            "files": [
                {
                    "file": outcome.file,
                    "source": outcome.source,
                    "table": outcome.table,
                    "state": outcome.state,
                    **asdict(outcome.tally),
                    "times": list(outcome.times),
                    "notes": list(outcome.notes),
                }
                for outcome in self.outcomes
            ],
            "refused": [asdict(refused) for refused in self.refused],
        }


@dataclass(frozen=True)
class ImportOrder:
    """What to import and how; None = Clew finds out."""

    paths: Sequence[str | Path]
    connector: str | None = None
    mapping: Path | None = None
    source: str | None = None
    replace: bool = False


def run_import(
    workspace: Workspace,
    order: ImportOrder,
    progress: Progress = lambda _file, _done, _total: None,
    show: Callable[[Proposal], None] = lambda _proposal: None,
    limits: Limits | None = None,
    looking: Progress = lambda _file, _done, _total: None,
) -> ImportReport:
    """Import files into a workspace; ``show`` hears each plan before it runs.

    ``progress`` hears (file, rows done, rows estimated), ``looking`` before that (file, bytes done, bytes in all).

    Raises InputError, MappingError, UsageError or StorageError with nothing of the file at fault stored.
    """
    limits = limits or Limits()
    known = {line.source for line in ledger_lines(workspace.journal)}
    wishes = wishes_from(order.connector, order.mapping, order.source, workspace.folder / "mappings", known)
    reading = wishes.mapping.reading if wishes.mapping else Reading()
    place = workspace.warehouse.root / "scratch"
    with only_writer(workspace.store), explained(workspace.store), scratch_folder(place) as folder:
        workspace.sweep()
        if not order.replace:
            workspace.check_files(part_files(workspace.journal))
        found = discover(order.paths, folder, limits, reading, looking)
        planned = plan_files(found.files, wishes, workspace.settings, limits)
        intake = Intake(workspace.journal, workspace.warehouse, workspace.settings, progress)
        outcomes: list[FileOutcome] = []
        written: dict[Path, bool] = {}
        for proposal in planned.proposals:
            show(proposal)
            if proposal.guessed:
                path = _mapping_path(workspace, proposal)
                written[path] = _save_mapping(path, proposal.plan.mapping_text)
            outcomes += intake.run(proposal.plan, replace=order.replace)
        refused = (*found.refused, *planned.refused)
        for each in refused:
            note_refusal(workspace.journal, each.name, f"{each.reason}: {each.remedy}")
    mappings, others = (tuple(path for path in sorted(written) if written[path] is said) for said in (True, False))
    return ImportReport(planned.proposals, tuple(outcomes), refused, mappings, others)


def _mapping_path(workspace: Workspace, proposal: Proposal) -> Path:
    return workspace.folder / "mappings" / f"{proposal.plan.source}.toml"


def _save_mapping(path: Path, text: str) -> bool:
    """Write the guessed mapping beside the settings; False when another one stands there, which is a person's to change."""
    with explained(path.parent):
        path.parent.mkdir(exist_ok=True)
        if path.exists():
            return path.read_text(encoding="utf-8", errors="replace") == text
        path.write_text(text, encoding="utf-8")
    return True
