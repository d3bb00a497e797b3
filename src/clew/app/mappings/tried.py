"""Tries a mapping on rows that are at hand: the first ones of a file, or those that wait in quarantine."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clew.app.jobs.queue import find_job
from clew.app.mappings.draft import Drafted, Flaw, checked_draft, checked_text
from clew.app.proposing.samples import Sample, read_again, read_sample, sampled_plan
from clew.app.workspace import Workspace
from clew.channels import (
    Guess,
    InputFile,
    Intake,
    KeptRows,
    LedgerLine,
    Mapping,
    Preview,
    SampledTable,
    connector_named,
    ledger_lines,
    preview,
    quarantined_rows,
)
from clew.model import ClewError, UsageError

#: So many of a source's quarantined rows are tried on a changed mapping.
_TRIED = 1_000


@dataclass(frozen=True)
class Tried:
    """A mapping that was looked at, and what rows become by it; ``preview`` is None where there are none at hand."""

    drafted: Drafted
    preview: Preview | None
    rows: str


def waiting_columns(workspace: Workspace, source: str) -> tuple[str, ...]:
    """Return the columns of the source's rows that wait in quarantine; none where none waits."""
    sample = _quarantined(workspace, source)
    return sample.columns if sample is not None else ()


@dataclass(frozen=True)
class _Reasons:
    guesses: tuple[Guess, ...] = ()
    questions: tuple[str, ...] = ()


def try_on_look(workspace: Workspace, look_id: str, table: int, said: str | Dictionary[str, object]) -> Tried:
    """Try a draft or a text on the rows kept of a look; UsageError where none are kept (any more)."""
    sample = read_sample(workspace, look_id, table)
    if sample is None:
        raise UsageError("The rows of these files are no longer kept: look into the files again.")
    drafted = _drafted(said, sample.columns, _reasons(workspace, look_id, table))
    if drafted.mapping is None:
        return Tried(drafted, None, "first")
    return _tried(workspace, drafted, drafted.mapping, sample, "first")


def try_on_source(workspace: Workspace, source: str, said: str | Dictionary[str, object]) -> Tried:
    """Try a draft or a text on the rows of a source that wait in quarantine."""
    sample = _quarantined(workspace, source)
    drafted = _drafted(said, sample.columns if sample else None, _Reasons())
    if drafted.mapping is None or sample is None:
        return Tried(drafted, None, "quarantined")
    return _tried(workspace, drafted, drafted.mapping, sample, "quarantined")


def _drafted(said: str | Dictionary[str, object], columns: Sequence[str] | None, reasons: _Reasons) -> Drafted:
    if isinstance(said, str):
        return checked_text(said, columns)
    return checked_draft(said, columns or (), reasons.guesses, reasons.questions)


def _tried(workspace: Workspace, drafted: Drafted, mapping: Mapping, sample: Sample, rows: str) -> Tried:
    intake = Intake(workspace.journal, workspace.warehouse, workspace.settings)
    try:
        sample = read_again(workspace, sample, mapping.reading)
        found = preview(intake, sampled_plan(sample, mapping))
    except ClewError as error:
        return Tried(Drafted(None, drafted.text, (Flaw("", str(error)),)), None, rows)
    return Tried(drafted, found, rows)


def _reasons(workspace: Workspace, look_id: str, number: int) -> _Reasons:
    """Return what the look said of a table, so that a changed mapping's text keeps it where it still holds."""
    look = find_job(workspace.journal, look_id)
    tables = look.result.get("tables") if look is not None else None
    if not isinstance(tables, list) or number >= len(tables):
        return _Reasons()
    said: list[dict[str, Any]] = tables[number]["guesses"]
    guesses = [Guess(**(guess | {"examples": tuple(guess["examples"])})) for guess in said]
    return _Reasons(tuple(guesses), tuple(tables[number]["questions"]) if guesses else ())


def _quarantined(workspace: Workspace, source: str) -> Sample | None:
    """Return the source's quarantined rows as a sample, where its connector looks at one row at a time."""
    waiting = quarantined_rows(workspace.journal, source, limit=_TRIED)
    lines = {line.import_id: line for line in ledger_lines(workspace.journal)}
    files: list[tuple[SampledTable, str]] = []
    line: LedgerLine | None = None
    for import_id in dict.fromkeys(row.import_id for row in waiting):
        line = lines[import_id]
        file = InputFile(Path(), line.file, line.source, "jsonl", line.file_digest, 0, Path())
        kept = KeptRows(file, [row for row in waiting if row.import_id == import_id])
        if kept.rows and connector_named(line.connector).rowwise:
            files.append((SampledTable(file, kept.columns, kept.sample(_TRIED)), line.table))
    return Sample(line.connector, tuple(files[:1])) if line is not None and files else None
