"""Removes what erased customers left behind: old files and builds at once, kept looks and uploads, and says what stays elsewhere."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import sqlalchemy as sa

from clew.app.workspace import Workspace
from clew.store import explained, finish_erasures, jobs, part_files

#: Folders of the store that hold files as they were handed over, or rows out of them.
_KEPT = ("looks", "uploads", "jobs")
#: Files that are searched for what was erased; larger ones are named by whoever put them there.
_MOST_BYTES = 50_000_000


def purge(workspace: Workspace, build_folder: str) -> None:
    """Remove all files but those in force and of this build, then clean the journal's own file; the caller holds the lock.

    Whoever is reading the old files hears that they are gone and has to ask again: erasing may not wait for readers.
    """
    with explained(workspace.store):
        workspace.warehouse.forget_builds({build_folder})
        workspace.warehouse.sweep({file for files in part_files(workspace.journal).values() for file in files})
        for left in (workspace.warehouse.root / "scratch").iterdir():
            shutil.rmtree(left, ignore_errors=True)
    finish_erasures(workspace.journal)


def remove_kept_files(workspace: Workspace) -> list[str]:
    """Remove uploads, kept rows and work of jobs that are over; return which are still in use and had to stay."""
    with workspace.journal.transaction() as connection:
        rows = connection.execute(sa.select(jobs.c.id, jobs.c.order, jobs.c.state)).all()
    orders = {row.id: json.loads(row.order) for row in rows}
    needed = {row.id for row in rows if row.state in ("waiting", "running")}
    for job_id in tuple(needed):
        look = str(orders[job_id].get("look") or "")
        needed |= {look, str(orders[job_id].get("upload") or ""), str(orders.get(look, {}).get("upload") or "")}
    stayed: list[str] = []
    for name in _KEPT:
        folder = workspace.store / name
        for left in folder.iterdir() if folder.is_dir() else ():
            if left.name in needed:
                stayed.append(f".clew/{name}/{left.name}: a job needs it; it goes when that is over, or after a week")
            else:
                shutil.rmtree(left, ignore_errors=True)
    return stayed


def places_left(workspace: Workspace, pattern: re.Pattern[str] | None) -> tuple[str, ...]:
    """Return where files of the workspace's folder, outside the store, match: ``file, line n``."""
    found: list[str] = []
    for path in sorted(workspace.folder.rglob("*")) if pattern else ():
        if path.is_relative_to(workspace.store) or not path.is_file() or path.stat().st_size > _MOST_BYTES:
            continue
        found += [f"{path.relative_to(workspace.folder)}, line {number}" for number in _lines_with(path, pattern)[:5]]
    return tuple(found)


def _lines_with(path: Path, pattern: re.Pattern[str] | None) -> list[int]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [number for number, line in enumerate(lines, 1) if pattern and pattern.search(line)]
