"""Takes back what was imported of one source."""

from __future__ import annotations

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.joining import join
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import only, text
from clew.app.starting_over import take_back
from clew.app.workspace import Workspace
from clew.channels import ledger_lines
from clew.model import UsageError


def _check(workspace: Workspace, order: Order) -> Order:
    """``source`` names what to take back, and ``confirm`` repeats it."""
    only(order, "source", "confirm")
    source = text(order, "source")
    if source not in {line.source for line in ledger_lines(workspace.journal)}:
        raise UsageError("Nothing was imported as a source of that name.")
    if text(order, "confirm") != source:
        raise UsageError("Taking a source back removes what it brought: order.confirm has to repeat its name.")
    return {"source": source, "confirm": source}


def _run(work: Work) -> Result:
    source = text(work.order, "source")
    work.tell(JobProgress("removing", source))
    return {"taken_back": take_back(work.workspace, source), "built": join(work)}


KIND = Kind("take_back", "Take back what was imported of a source", writes=True, check=_check, run=_run)
