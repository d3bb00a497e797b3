"""Imports files as a person confirmed it: by the mappings that were shown and corrected, without those that were left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from clew.app.importing import ImportReport
from clew.app.lock import only_writer
from clew.app.proposing.look import look_into
from clew.app.scratch import scratch_folder
from clew.app.whole_file import write_whole
from clew.app.workspace import Workspace
from clew.channels import (
    FileOutcome,
    Intake,
    Limits,
    Progress,
    Proposal,
    note_refusal,
    parse_mapping,
    plan_files,
    wishes_for,
)
from clew.model import InputError
from clew.store import explained, part_files

#: The files of one proposal and the tables they are: what tells it from the others when it is made again.
Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Confirmed:
    """What a person said to one proposal: the mapping's text, and whether an earlier import of the same files gives way."""

    text: str
    replace: bool = False


@dataclass(frozen=True)
class Hearers:
    """Who hears how an import goes on: while files are looked into, what is about to be read, and row by row."""

    looking: Progress
    begin: Callable[[Sequence[Proposal]], None]
    reading: Progress


def key_of(proposal: Proposal) -> Key:
    """Return what tells a proposal from the others of the same files."""
    return tuple((planned.file.name, planned.table.name) for planned in proposal.plan.files)


def import_confirmed(
    workspace: Workspace,
    paths: Sequence[str | Path],
    confirmed: Mapping[Key, Confirmed],
    hearers: Hearers,
    before: Callable[[], None] = lambda: None,
) -> ImportReport:
    """Import the files of those proposals that were confirmed; an import that was interrupted goes on where it stood.

    ``before`` is called once nobody else can write any more, and raises where they may not be stored here.
    Raises InputError, MappingError or StorageError with nothing of the file at fault stored.
    """
    place = workspace.warehouse.root / "scratch"
    with only_writer(workspace.store), explained(workspace.store), scratch_folder(place) as scratch:
        before()
        workspace.sweep()
        if not any(each.replace for each in confirmed.values()):
            workspace.check_files(part_files(workspace.journal))
        looked = look_into(workspace, paths, scratch, hearers.looking)
        chosen = [proposal for proposal in looked.proposals if key_of(proposal) in confirmed]
        if len(chosen) < len(confirmed):
            raise InputError("The files are not those that were shown: they changed meanwhile. Look into them again.")
        planned = [_as_confirmed(workspace, proposal, confirmed[key_of(proposal)]) for proposal in chosen]
        hearers.begin(planned)
        intake = Intake(workspace.journal, workspace.warehouse, workspace.settings, hearers.reading)
        outcomes: list[FileOutcome] = []
        written: set[Path] = set()
        for proposal in planned:
            written.add(_save_mapping(workspace, proposal))
            outcomes += intake.run(proposal.plan, replace=confirmed[key_of(proposal)].replace)
        for each in looked.refused:
            note_refusal(workspace.journal, each.name, f"{each.reason}: {each.remedy}")
    return ImportReport(tuple(planned), tuple(outcomes), looked.refused, tuple(sorted(written)))


def _as_confirmed(workspace: Workspace, proposal: Proposal, confirmed: Confirmed) -> Proposal:
    """Return the proposal by the mapping that was confirmed: itself where it is the one that was proposed."""
    mapping = parse_mapping(confirmed.text, f"of {proposal.plan.files[0].file.name}")
    mapping = replace(mapping, source=mapping.source or proposal.plan.source)
    if mapping == proposal.plan.mapping:
        return proposal
    files = [planned.file for planned in proposal.plan.files]
    made = plan_files(files, wishes_for(mapping, "the confirmed mapping"), workspace.settings, Limits())
    fitting = [each for each in made.proposals if key_of(each) == key_of(proposal)]
    if not fitting:
        reasons = "; ".join(f"{each.name}: {each.reason}. {each.remedy}" for each in made.refused)
        raise InputError(f"{files[0].name} can't be read by the confirmed mapping. {reasons}")
    # The text that was shown is kept, with the reasons of what was guessed.
    return replace(fitting[0], plan=replace(fitting[0].plan, mapping_text=confirmed.text))


def _save_mapping(workspace: Workspace, proposal: Proposal) -> Path:
    """Write the confirmed mapping where the next import of this source finds it."""
    path = workspace.folder / "mappings" / f"{proposal.plan.source}.toml"
    with explained(path.parent):
        path.parent.mkdir(exist_ok=True)
        write_whole(path, proposal.plan.mapping_text.encode())
    return path
