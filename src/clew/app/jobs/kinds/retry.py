"""Gives quarantined rows another try by the mapping that was mended, then joins what came in into journeys."""

from __future__ import annotations

from dataclasses import asdict

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.joining import join
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import only, text
from clew.app.retrying import retry_quarantine
from clew.app.workspace import Workspace
from clew.channels import quarantined_rows
from clew.model import UsageError


def _check(workspace: Workspace, order: Order) -> Order:
    """``source`` names whose rows to try; all where it is left out."""
    only(order, "source")
    source = text(order, "source")
    if not quarantined_rows(workspace.journal, source or None, limit=1):
        raise UsageError("No row waits in quarantine there, so there is nothing to try again.")
    return {"source": source}


def _run(work: Work) -> Result:
    work.tell(JobProgress("retrying", text(work.order, "source")))
    retried = retry_quarantine(work.workspace, text(work.order, "source") or None)
    return {"retried": [asdict(each) for each in retried], "built": join(work)}


KIND = Kind("retry", "Give quarantined rows another try", writes=True, check=_check, run=_run)
