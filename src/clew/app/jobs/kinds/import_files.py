"""Imports files as confirmed, then joins what came in into journeys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from clew.app.jobs.job import Job, Order, Result
from clew.app.jobs.joining import join, warnings_of
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.named_files import paths_of
from clew.app.jobs.order import flag, is_text, only, parts, text
from clew.app.jobs.queue import find_job
from clew.app.jobs.reading import ReadingProgress
from clew.app.mappings.draft import source_flaw
from clew.app.proposing.confirmed import Confirmed, Hearers, Key, import_confirmed
from clew.app.simulated import check_own
from clew.app.workspace import Workspace
from clew.channels import parse_mapping
from clew.model import UsageError

#: A mapping of thousands of milestones; what is longer is none.
_LONGEST_TEXT = 200_000


def _check(workspace: Workspace, order: Order) -> Order:
    """``look`` names the job that looked into the files; ``tables`` those to import: number, text, replace (all where left out)."""
    only(order, "look", "tables")
    check_own(workspace)
    look = _look(workspace, text(order, "look"))
    proposed = {table["table"]: table for table in look.result["tables"]}  # type: ignore[attr-defined]
    chosen = [_table(part, proposed) for part in parts(order, "tables")] or [
        {"table": number, "text": table["text"], "replace": False} for number, table in proposed.items()
    ]
    if not chosen:
        raise UsageError("None of these files can be read, so there is nothing to import.")
    if len({each["table"] for each in chosen}) < len(chosen):
        raise UsageError("order.tables names a table twice.")
    paths_of(workspace, look.order)
    return {"look": look.id, "tables": chosen}


def _run(work: Work) -> Result:
    look = _look(work.workspace, text(work.order, "look"))
    tables = {table["table"]: table for table in look.result["tables"]}  # type: ignore[attr-defined]
    confirmed: dict[Key, Confirmed] = {}
    for part in parts(work.order, "tables"):
        key = tuple((file["name"], file["table"]) for file in tables[part["table"]]["files"])
        confirmed[key] = Confirmed(str(part["text"]), flag(part, "replace"))
    progress = ReadingProgress(work.tell)
    hearers = Hearers(progress.looking, progress.begin, progress.reading)
    paths = paths_of(work.workspace, look.order)
    report = import_confirmed(work.workspace, paths, confirmed, hearers, lambda: check_own(work.workspace))
    built = join(work)
    said = {"built": built, "warnings": warnings_of(work, built=built)}
    return {**report.told(), "mappings": [path.stem for path in report.mappings], **said}


def _look(workspace: Workspace, job_id: str) -> Job:
    look = find_job(workspace.journal, job_id)
    if look is None or look.kind != "look" or look.state != "done":
        raise UsageError("order.look has to name a job that has looked into files. Look into the files first.")
    return look


def _table(part: Mapping[str, object], proposed: dict[int, dict[str, Any]]) -> dict[str, Any]:
    only(part, "table", "text", "replace")
    number = part.get("table")
    if not isinstance(number, int) or isinstance(number, bool) or number not in proposed:
        raise UsageError("order.tables names a table that wasn't proposed.")
    said = part.get("text", proposed[number]["text"])
    if not is_text(said, _LONGEST_TEXT):
        raise UsageError("order.tables.text has to be a mapping's text.")
    flaw = source_flaw(parse_mapping(said, f"of {proposed[number]['files'][0]['name']}").source)
    if flaw:
        raise UsageError(f"The name of a source is off: {flaw.detail}")
    return {"table": number, "text": said, "replace": flag(part, "replace")}


KIND = Kind("import", "Import files as confirmed", writes=True, check=_check, run=_run)
