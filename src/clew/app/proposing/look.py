"""Looks into files before anything is imported: what each is taken for, why, and what is left to be asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clew.app.workspace import Workspace
from clew.channels import (
    InputFile,
    Limits,
    Planned,
    PlannedFile,
    Progress,
    Proposal,
    Refused,
    discover,
    ledger_lines,
    masked,
    plan_files,
    wishes_from,
)
from clew.model import ClewError, InputError

#: Examples of a column, from so many rows.
_EXAMPLES, _LOOKED_AT = 3, 200
_TIME = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T,]+[\d:.]+ ?([AaPp]\.?[Mm]\.?|Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True)
class Looked:
    """What was found in the files: what can be read, as what; and what can't, why, and what to do."""

    proposals: tuple[Proposal, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class ColumnSeen:
    """A column with a few of its values, masked where they are somebody's."""

    name: str
    examples: tuple[str, ...]


def look_into(
    workspace: Workspace, paths: Sequence[str | Path], scratch: Path, looking: Progress, limits: Limits | None = None
) -> Looked:
    """Find the tables in ``paths`` and propose how to read each; what can't be read is refused, never an error.

    Unpacked copies lie in ``scratch``, which must live as long as the proposals are used.
    """
    limits = limits or Limits()
    files: list[InputFile] = []
    refused: list[Refused] = []
    for path in paths:
        try:
            found = discover([path], scratch, limits, on_progress=looking)
        except InputError as error:
            refused.append(refusal(Path(path).name, error))
        else:
            files += found.files
            refused += found.refused
    planned = plan(workspace, files, limits)
    return Looked(planned.proposals, (*refused, *planned.refused))


def plan(workspace: Workspace, files: Sequence[InputFile], limits: Limits) -> Planned:
    """Propose how to read the files; a single one that can't be is refused, as it would be among others."""
    known = {line.source for line in ledger_lines(workspace.journal)}
    wishes = wishes_from(None, None, None, workspace.folder / "mappings", known)
    try:
        return plan_files(files, wishes, workspace.settings, limits)
    except ClewError as error:
        if len(files) == 1:
            return Planned((), (refusal(files[0].name, error),))
    proposals: list[Proposal] = []
    refused: list[Refused] = []
    # One mapping among several that can't be used: each file on its own, so that it stops no other.
    for file in files:
        alone = plan(workspace, [file], limits)
        proposals += alone.proposals
        refused += alone.refused
    return Planned(tuple(proposals), tuple(refused))


def refusal(name: str, error: ClewError) -> Refused:
    """Part an error's sentences: what happened is the reason, the rest the remedy."""
    reason, _, remedy = str(error).removeprefix(f"{name}: ").partition(". ")
    return Refused(name, reason, remedy or "Import it on its own with a mapping.")


def columns_seen(planned: PlannedFile, personal: frozenset[str]) -> tuple[ColumnSeen, ...]:
    """Return a file's columns with examples; those of ``personal`` columns keep their first letter only."""
    sample = planned.raw.sample(_LOOKED_AT)
    seen = []
    for name in planned.raw.columns:
        values = sample.column(name).to_pylist() if name in sample.column_names else []
        distinct = dict.fromkeys(value for value in values if value not in (None, ""))
        shown = tuple(_shown(value, name in personal) for value in list(distinct)[:_EXAMPLES])
        seen.append(ColumnSeen(name, shown))
    return tuple(seen)


def _shown(value: str, personal: bool) -> str:
    """Return a value fit to be kept; a time tells nothing of anybody and is worth seeing whole."""
    return value if _TIME.fullmatch(value) else masked(value, personal=personal)


def unused_columns(proposal: Proposal) -> tuple[str, ...]:
    """Return the columns of a table that its mapping doesn't name; they stay with each interaction as attributes."""
    proposed = proposal.plan
    if proposed.connector.name != "table":
        return ()
    used = set(proposed.mapping.named_columns)
    return tuple(column for column in proposed.files[0].raw.columns if column not in used)


def imported_before(workspace: Workspace, proposal: Proposal) -> str | None:
    """Return the source as which all of a proposal's files were imported before, or None."""
    lines = [line for line in ledger_lines(workspace.journal) if line.state == "complete"]
    sources = [
        next((line.source for line in reversed(lines) if line.file_digest == planned.file.digest), None)
        for planned in proposal.plan.files
    ]
    return sources[0] if sources and all(sources) else None
