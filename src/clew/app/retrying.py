"""Gives quarantined rows another try, by the mapping that a person mended."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from clew.app.lock import only_writer
from clew.app.scratch import scratch_folder
from clew.app.workspace import Workspace
from clew.channels import (
    InputFile,
    Intake,
    KeptRows,
    LedgerLine,
    Limits,
    QuarantinedRow,
    Retried,
    connector_named,
    discover,
    ledger_lines,
    parse_mapping,
    plan_files,
    plan_kept_rows,
    quarantined_rows,
    read_mapping,
    retry_rows,
    wishes_from,
)
from clew.store import explained


def retry_quarantine(
    workspace: Workspace, source: str | None = None, mapping: Path | None = None, files: Sequence[Path] = ()
) -> list[Retried]:
    """Try the quarantined rows (of one source) again; return what became of them, by import.

    The mapping is the one given, else ``mappings/SOURCE.toml``, else the one they were imported by. Rows of systems
    whose tables are joined need the imported files again.
    """
    place = workspace.warehouse.root / "scratch"
    with only_writer(workspace.store), explained(workspace.store), scratch_folder(place) as scratch:
        workspace.sweep()
        lines = {line.import_id: line for line in ledger_lines(workspace.journal)}
        waiting = quarantined_rows(workspace.journal, source)
        groups = [(lines[key], list(rows)) for key, rows in groupby(waiting, key=lambda row: row.import_id)]
        return [_retry(workspace, line, rows, mapping, files, scratch) for line, rows in groups]


def _retry(
    workspace: Workspace,
    line: LedgerLine,
    rows: list[QuarantinedRow],
    mapping_path: Path | None,
    files: Sequence[Path],
    scratch: Path,
) -> Retried:
    path = mapping_path or workspace.folder / "mappings" / f"{line.source}.toml"
    mapping = read_mapping(path) if path.exists() or mapping_path else parse_mapping(line.mapping_text, line.source)
    intake = Intake(workspace.journal, workspace.warehouse, workspace.settings)
    if files:
        wishes = wishes_from(line.connector, mapping_path or (path if path.exists() else None), line.source)
        found = discover(list(files), scratch)
        for proposal in plan_files(found.files, wishes, workspace.settings, Limits()).proposals:
            for number, planned in enumerate(proposal.plan.files):
                if planned.file.digest == line.file_digest and planned.table.name == line.table:
                    return retry_rows(intake, line, proposal.plan, number, rows)
        return Retried(line.file, 0, 0, len(rows), "its file was not among those given with --file")
    if not connector_named(line.connector).rowwise:
        note = "its rows are read together with others: give the imported files again with --file"
        return Retried(line.file, 0, 0, len(rows), note)
    file = InputFile(path, line.file, line.source, "jsonl", line.file_digest, 0, path)
    kept = KeptRows(file, rows)
    if not kept.rows:
        return Retried(line.file, 0, 0, len(rows), "its rows can't be split into columns: mend the file and import it")
    return retry_rows(intake, line, plan_kept_rows(file, kept, line.connector, mapping, line.source), 0, rows)
