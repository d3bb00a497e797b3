"""Takes back everything that was imported, so that the workspace is as at its beginning."""

from __future__ import annotations

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.joining import join
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import only, text
from clew.app.simulated import is_simulated
from clew.app.starting_over import start_over
from clew.app.workspace import Workspace
from clew.model import UsageError


def _check(workspace: Workspace, order: Order) -> Order:
    """``confirm`` has to be the workspace's name, unless it holds a simulated company."""
    only(order, "confirm")
    if not is_simulated(workspace) and text(order, "confirm") != workspace.settings.name:
        raise UsageError(
            "Starting over takes back everything that was imported: order.confirm has to be the workspace's name."
        )
    return {"confirm": text(order, "confirm")}


def _run(work: Work) -> Result:
    work.tell(JobProgress("removing"))
    return {"taken_back": start_over(work.workspace), "built": join(work)}


KIND = Kind("start_over", "Take back everything that was imported", writes=True, check=_check, run=_run)
