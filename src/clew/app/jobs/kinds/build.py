"""Joins the interactions that are here into customers, journeys and handoffs, where that isn't done yet."""

from __future__ import annotations

from clew.app.jobs.job import Order, Result
from clew.app.jobs.joining import join, warnings_of
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import only
from clew.app.workspace import Workspace


def _check(_workspace: Workspace, order: Order) -> Order:
    only(order)
    return {}


def _run(work: Work) -> Result:
    built = join(work)
    return {"built": built, "warnings": warnings_of(work, built=built)}


KIND = Kind("build", "Join the interactions into journeys", writes=True, check=_check, run=_run)
