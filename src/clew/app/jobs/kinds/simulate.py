"""Makes up a small company, imports its exports and joins them, so that everything can be tried without data of one's own."""

from __future__ import annotations

from clew.app.jobs.job import JobProgress, Order, Result
from clew.app.jobs.joining import join
from clew.app.jobs.kind import Kind, Work
from clew.app.jobs.order import number, only
from clew.app.jobs.reading import ReadingProgress
from clew.app.proposing.confirmed import Confirmed, Hearers, import_confirmed, key_of
from clew.app.proposing.look import look_into
from clew.app.simulated import check_room, note_simulated
from clew.app.workspace import Workspace

#: Small enough to be done in seconds, large enough for numbers that say something.
_CUSTOMERS, _DAYS = 400, 90
_MOST_CUSTOMERS, _MOST_DAYS = 5_000, 365


def _check(workspace: Workspace, order: Order) -> Order:
    """``customers`` and ``days`` say how large; the workspace has to be empty."""
    only(order, "customers", "days")
    check_room(workspace)
    customers = number(order, "customers", _CUSTOMERS, 20, _MOST_CUSTOMERS)
    return {"customers": customers, "days": number(order, "days", _DAYS, 30, _MOST_DAYS)}


def _run(work: Work) -> Result:
    from clew.simulator import Order as CompanyOrder
    from clew.simulator import load_scenario, write_company

    customers = number(work.order, "customers", _CUSTOMERS, 20, _MOST_CUSTOMERS)
    days = number(work.order, "days", _DAYS, 30, _MOST_DAYS)
    check_room(work.workspace, work.job.id)  # others may have come first while it waited
    work.tell(JobProgress("making", total=customers, unit="customers"))
    company = write_company(
        CompanyOrder(load_scenario("billing"), customers=customers, days=days),
        work.folder / "company",
        workers=1,
        progress=lambda done, total: work.tell(JobProgress("making", "", done, total, "customers")),
    )
    progress = ReadingProgress(work.tell)
    exports = [work.folder / "company" / "exports"]
    looked = look_into(work.workspace, exports, work.folder / "unpacked", progress.looking)
    confirmed = {key_of(proposal): Confirmed(proposal.plan.mapping_text) for proposal in looked.proposals}
    hearers = Hearers(progress.looking, progress.begin, progress.reading)
    report = import_confirmed(work.workspace, exports, confirmed, hearers, lambda: _claim(work))
    rows = sum(outcome.tally.received for outcome in report.outcomes)
    return {"customers": company.people, "files": len(company.files), "rows": rows, "built": join(work)}


def _claim(work: Work) -> None:
    """Say that it is made up before the first row is stored, so that nobody ever takes its numbers for their own."""
    check_room(work.workspace, work.job.id)
    note_simulated(work.workspace, simulated=True, job=work.job.id)


KIND = Kind("simulate", "Make up a small company and import it", writes=True, check=_check, run=_run)
