"""Looks for customers who are alike and joins the sure ones; what is doubtful waits for a person."""

from __future__ import annotations

from dataclasses import asdict

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.joining import join
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import only
from clew.app.workspace import Workspace


def _check(_workspace: Workspace, order: Order) -> Order:
    only(order)
    return {}


def _run(work: Work) -> Result:
    from clew.app.identity.matching import fates_of_proposals, match  # likeness takes a second to load

    join(work)
    matched = match(work.workspace, lambda _name: work.tell(JobProgress("looking")))
    built = join(work)
    return {**asdict(matched), "fates": fates_of_proposals(work.workspace), "built": built}


KIND = Kind("match", "Look for customers who are alike", writes=True, check=_check, run=_run)
