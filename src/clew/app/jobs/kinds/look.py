"""Looks into files and proposes how to read each of them; nothing is imported."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.named_files import checked_files, paths_of
from clew.app.mappings.draft import draft_of
from clew.app.proposing.look import columns_seen, imported_before, look_into, unused_columns
from clew.app.proposing.samples import keep_samples
from clew.app.workspace import Workspace
from clew.channels import Proposal

#: What fields hold that are somebody's.
_PERSONAL = frozenset(
    ("email", "phone", "account", "device", "handle", "customer_ref", "sender", "recipient", "party_id", "text")
)


def _check(workspace: Workspace, order: Order) -> Order:
    return checked_files(workspace, order)


def _run(work: Work) -> Result:
    paths = paths_of(work.workspace, work.order)
    work.tell(JobProgress("looking", total=len(paths), unit="files"))

    def looking(file: str, done: int, total: int) -> None:
        work.tell(JobProgress("looking", file, done, total, "bytes"))

    looked = look_into(work.workspace, paths, work.folder, looking)
    keep_samples(work.workspace, work.job.id, looked.proposals)
    return {
        "tables": [_said(work.workspace, number, proposal) for number, proposal in enumerate(looked.proposals)],
        "refused": [asdict(each) for each in looked.refused],
    }


def _said(workspace: Workspace, number: int, proposal: Proposal) -> dict[str, Any]:
    plan = proposal.plan
    personal = frozenset(column for field, column in plan.mapping.columns.items() if field in _PERSONAL)
    return {
        "table": number,
        "files": [
            {
                "name": planned.file.name,
                "table": planned.table.name,
                "rows": planned.raw.estimated_rows(),
                "bytes": planned.file.bytes,
                "notes": list(planned.raw.notes),
            }
            for planned in plan.files
        ],
        "source": plan.source,
        "connector": plan.connector.name,
        "connector_title": plan.connector.title,
        "why": proposal.why,
        "guessed": proposal.guessed,
        "imported_before": imported_before(workspace, proposal),
        "columns": [asdict(column) for column in columns_seen(plan.files[0], personal)],
        "guesses": [asdict(guess) for guess in proposal.guesses],
        "questions": list(proposal.questions),
        "unused": list(unused_columns(proposal)),
        "draft": draft_of(plan.mapping),
        "text": plan.mapping_text,
    }


KIND = Kind("look", "Look into files and propose how to read them", writes=False, check=_check, run=_run)
