"""Cuts the newest journeys otherwise, finer and coarser, so that every number can say how far it depends on where they were cut."""

from __future__ import annotations

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.joining import join
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import only
from clew.app.other_boundaries import OTHERS
from clew.app.workspace import Workspace

#: Parts that cutting tells of, for one way to cut.
_PARTS = 28


def _check(_workspace: Workspace, order: Order) -> Order:
    only(order)
    return {}


def _run(work: Work) -> Result:
    from clew.app.cutting_otherwise import cut_otherwise  # what cutting needs takes a second to load

    built = join(work)
    done = 0

    def tell(_name: str) -> None:
        nonlocal done
        total = max(_PARTS * len(OTHERS), done)
        work.tell(JobProgress("cutting", "", done, total, "parts"))
        done += 1

    work.tell(JobProgress("cutting"))
    return {"built": built, "cut": cut_otherwise(work.workspace, tell=tell)}


KIND = Kind("weigh", "Weigh other boundaries of journeys", writes=True, check=_check, run=_run)
