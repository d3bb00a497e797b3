"""Runs an import from paths to ledger: discover, plan, show, read, commit."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clew.app.lock import only_writer
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
    note_refusal,
    plan_files,
    wishes_from,
)
from clew.store import explained


@dataclass(frozen=True)
class ImportReport:
    """What an import did: the proposals that ran, what became of each file, what was refused, the mappings written."""

    proposals: tuple[Proposal, ...]
    outcomes: tuple[FileOutcome, ...]
    refused: tuple[Refused, ...]
    mappings: tuple[Path, ...]


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
) -> ImportReport:
    """Import files into a workspace; ``show`` hears each plan before it runs.

    Raises InputError, MappingError, UsageError or StorageError with nothing of the file at fault stored.
    """
    limits = limits or Limits()
    wishes = wishes_from(order.connector, order.mapping, order.source)
    with only_writer(workspace.store):
        workspace.sweep()
        scratch = workspace.warehouse.root / "scratch"
        with explained(scratch):
            folder = Path(tempfile.mkdtemp(dir=scratch))
        try:
            reading = wishes.mapping.reading if wishes.mapping else Reading()
            found = discover(order.paths, folder, limits, reading, progress)
            planned = plan_files(found.files, wishes, workspace.settings, limits)
            intake = Intake(workspace.journal, workspace.warehouse, workspace.settings, progress)
            outcomes: list[FileOutcome] = []
            mappings: list[Path] = []
            for proposal in planned.proposals:
                show(proposal)
                if proposal.guessed:
                    mappings.append(_save_mapping(workspace, proposal))
                outcomes += intake.run(proposal.plan, replace=order.replace)
            refused = (*found.refused, *planned.refused)
            for each in refused:
                note_refusal(workspace.journal, each.name, f"{each.reason}: {each.remedy}")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return ImportReport(planned.proposals, tuple(outcomes), refused, tuple(mappings))


def _save_mapping(workspace: Workspace, proposal: Proposal) -> Path:
    """Write the guessed mapping beside the settings, unless a person's file stands there already."""
    path = workspace.folder / "mappings" / f"{proposal.plan.source}.toml"
    with explained(path.parent):
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            path.write_text(proposal.plan.mapping_text, encoding="utf-8")
    return path
