"""Erases one customer for good; what stays of the order names nobody."""

from __future__ import annotations

import json

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import only, text
from clew.app.workspace import Workspace
from clew.model import UsageError
from clew.store import jobs

#: Stands in the order for the customer who was erased.
GONE = "***"


def _check(workspace: Workspace, order: Order) -> Order:
    """``customer`` is an id, ``confirm`` repeats it, ``reason`` is kept and names nobody."""
    from clew.app.identity.person_erase import names_them

    only(order, "customer", "confirm", "reason")
    customer, reason = text(order, "customer"), text(order, "reason")
    if not customer or text(order, "confirm") != customer:
        raise UsageError("Erasing can't be undone: order.confirm has to repeat the customer's id.")
    if not reason.strip():
        raise UsageError("order.reason has to say why; it is kept, so it names nobody.")
    with workspace.session() as connection:
        if names_them(connection, customer, reason):
            raise UsageError("The reason is kept: write it without the customer's identifiers.")
    return {"customer": customer, "confirm": customer, "reason": reason}


def _run(work: Work) -> Result:
    from clew.app.identity.person_erase import Erased, erase

    customer, done = text(work.order, "customer"), Erased(erased_before=True)

    def tell(_part: str) -> None:
        work.tell(JobProgress("removing"))

    if customer != GONE:
        done = erase(
            work.workspace, customer, reason=text(work.order, "reason"), author=work.job.author or "Clew", tell=tell
        )
        order = json.dumps({**work.order, "customer": GONE, "confirm": GONE})
        with work.workspace.journal.transaction() as journal:
            journal.execute(jobs.update().where(jobs.c.id == work.job.id).values(order=order))
    return {**vars(done), "remains": list(done.remains)}


KIND = Kind("erase", "Erase a customer", writes=True, check=_check, run=_run, has_own_address=True)
