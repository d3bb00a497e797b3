"""Brings the derived tables up to date at the end of a job that changed what they are made from."""

from __future__ import annotations

from clew.app.jobs.job import JobProgress
from clew.app.jobs.kind import Work
from clew.model import DERIVED

#: Parts that a build tells of before it writes its tables: links, customers, and what journeys are made in.
_PARTS_BEFORE = 26


def join(work: Work) -> bool:
    """Build what is stale, telling of each part; return whether there was anything to do."""
    from clew.app.building import build  # what builds need takes a second to load, and not every job builds

    total = _PARTS_BEFORE + len(DERIVED)
    done = 0

    def tell(_name: str) -> None:
        nonlocal done
        work.tell(JobProgress("joining", "", done, max(total, done), "parts"))
        done += 1

    work.tell(JobProgress("joining"))
    return build(work.workspace, tell)


def warnings_of(work: Work, *, built: bool) -> list[str]:
    """Return what whoever asked for the build should know of it; customers by their ids only."""
    from clew.app.identity.giants import sudden_giants, warning

    said = warning(sudden_giants(work.workspace)) if built else ""
    return [said] if said else []
