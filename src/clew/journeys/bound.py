"""Decides which interactions are one journey: explicit case references first, then one customer's issue without a long gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAY_US = 86_400_000_000

#: Why an interaction belongs to its journey, and how sure that is: certain (said by the source), likely (same customer
#: and issue, close in time), assumed (same customer, close in time, issue not named).
REASONS = {
    "case reference": "certain",
    "same issue, near a case": "likely",
    "issue not named, near a case": "assumed",
    "same issue without a gap": "likely",
    "issue not named, without a gap": "assumed",
}


def _order(table: ir.Table) -> list[ir.Column]:
    return [table.occurred_us, table.source_row, table.interaction_id]


def named_issues(placed: ir.Table, settings: Settings) -> ir.Table:
    """Return the interactions with ``chain_issue``: an unnamed issue is taken to be the customer's nearest named one.

    Nearest is the last one before within the journey gap, else the next one after within it, else unnamed ('').
    """
    gap_us = round(settings.windows.journey_gap_days * DAY_US)
    before = ibis.window(group_by=placed.customer_id, order_by=_order(placed), preceding=(None, 0))
    after = ibis.window(group_by=placed.customer_id, order_by=_order(placed), following=(0, None))
    when_named = ibis.ifelse(placed.issue.notnull(), placed.occurred_us, ibis.null("int64"))
    reached = placed.mutate(
        issue_before=placed.issue.last(include_null=False).over(before),
        us_before=when_named.last(include_null=False).over(before),
        issue_after=placed.issue.first(include_null=False).over(after),
        us_after=when_named.first(include_null=False).over(after),
    )
    chain = ibis.cases(
        (reached.occurred_us - reached.us_before <= gap_us, reached.issue_before),
        (reached.us_after - reached.occurred_us <= gap_us, reached.issue_after),
        else_="",
    )
    return reached.mutate(chain_issue=chain).drop("issue_before", "us_before", "issue_after", "us_after")


def sessions(chained: ir.Table, settings: Settings) -> ir.Table:
    """Return the interactions with ``session``: a number that rises at each long gap of one customer's one issue."""
    gap_us = round(settings.windows.journey_gap_days * DAY_US)
    window = ibis.window(group_by=[chained.customer_id, chained.chain_issue], order_by=_order(chained))
    gapped = chained.mutate(
        turn=ibis.row_number().over(window), us_before=chained.occurred_us.lag().over(window)
    )
    begins = ibis.ifelse(gapped.turn == 0, False, gapped.occurred_us - gapped.us_before > gap_us)
    gapped = gapped.mutate(begins=begins.cast("int64"))
    running = ibis.window(
        group_by=[gapped.customer_id, gapped.chain_issue], order_by=_order(gapped), preceding=(None, 0)
    )
    return gapped.mutate(session=gapped.begins.sum().over(running)).drop("turn", "us_before", "begins")


def bounded(parted: ir.Table) -> ir.Table:
    """Return the interactions with ``journey_id`` and ``bounded_by``.

    A case is a journey. Other interactions of the same customer, issue and session join the last case before them, else
    the next one after; a session without any case is a journey named after its first interaction.
    """
    keys = [parted.customer_id, parted.chain_issue, parted.session]
    before = ibis.window(group_by=keys, order_by=_order(parted), preceding=(None, 0))
    after = ibis.window(group_by=keys, order_by=_order(parted), following=(0, None))
    near = parted.mutate(
        near_case=ibis.coalesce(
            parted.case_key.last(include_null=False).over(before), parted.case_key.first(include_null=False).over(after)
        ),
        first_id=parted.interaction_id.first().over(before),
    )
    return _judged(near)


def bounded_without_cases(parted: ir.Table) -> ir.Table:
    """Return the same as :func:`bounded` for interactions none of which names a case (cheaper)."""
    keys = [parted.customer_id, parted.chain_issue, parted.session]
    before = ibis.window(group_by=keys, order_by=_order(parted), preceding=(None, 0))
    return _judged(
        parted.mutate(near_case=ibis.null("string"), first_id=parted.interaction_id.first().over(before))
    )


def bounded_by_cases_only(placed: ir.Table) -> ir.Table:
    """Return the same as :func:`bounded` for interactions every one of which names a case (cheaper)."""
    return _judged(placed.mutate(chain_issue=placed.issue.fill_null(""), near_case=placed.case_key, first_id=ibis.null("string")))


def _judged(near: ir.Table) -> ir.Table:
    unnamed = near.issue.isnull()
    reason = ibis.cases(
        (near.case_key.notnull(), "case reference"),
        (near.near_case.notnull() & ~unnamed, "same issue, near a case"),
        (near.near_case.notnull(), "issue not named, near a case"),
        (~unnamed, "same issue without a gap"),
        else_="issue not named, without a gap",
    )
    return near.mutate(
        journey_id=ibis.coalesce(near.near_case, ibis.literal("from/") + near.first_id), bounded_by=reason
    ).select(
        "journey_id customer_id identified bounded_by case_ref issue chain_issue interaction_id source source_row channel "
        "touchpoint kind direction occurred_us ended_us party team outcome outcome_us sla_met thread_key".split()
    )


def needs_chains(counts: ir.Table) -> ir.Table:
    """Return one row that tells which of the forms above serves: ``rows``, ``cased``, ``named``."""
    return counts.agg(rows=_.count(), cased=_.case_key.count(), named=_.issue.count())
