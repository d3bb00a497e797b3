"""Decides which interactions are one journey: explicit case references first, then one customer's issue without a long gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.journeys.carry import with_nearest
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAY_US = 86_400_000_000
#: One customer's interactions on one issue without a long gap.
SESSION = ("customer_id", "chain_issue", "session")

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
    line = placed.mutate(place=ibis.row_number().over(group_by=placed.customer_id, order_by=_order(placed)))
    reached = with_nearest(line, line.issue.notnull(), ["customer_id"], "place", ["issue", "occurred_us"])
    chain = ibis.cases(
        (reached.occurred_us - reached.before_occurred_us <= gap_us, reached.before_issue),
        (reached.after_occurred_us - reached.occurred_us <= gap_us, reached.after_issue),
        else_="",
    )
    return reached.mutate(chain_issue=chain).drop(
        "before_issue", "before_occurred_us", "after_issue", "after_occurred_us", "place"
    )


def sessions(chained: ir.Table, settings: Settings) -> ir.Table:
    """Return the interactions with ``session``: a number that rises at each long gap of one customer's one issue."""
    gap_us = round(settings.windows.journey_gap_days * DAY_US)
    window = ibis.window(group_by=[chained.customer_id, chained.chain_issue], order_by=_order(chained))
    gapped = chained.mutate(turn=ibis.row_number().over(window), us_before=chained.occurred_us.lag().over(window))
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
    line = _placed_in_session(parted)
    near = with_nearest(line, line.case_key.notnull(), SESSION, "place", ["case_key"])
    first = near.interaction_id.first().over(ibis.window(group_by=SESSION, order_by=near.place))
    return _judged(near.mutate(near_case=ibis.coalesce(near.before_case_key, near.after_case_key), first_id=first))


def bounded_without_cases(parted: ir.Table) -> ir.Table:
    """Return the same as :func:`bounded` for interactions none of which names a case (cheaper)."""
    line = _placed_in_session(parted)
    first = line.interaction_id.first().over(ibis.window(group_by=SESSION, order_by=line.place))
    return _judged(line.mutate(near_case=ibis.null("string"), first_id=first))


def _placed_in_session(parted: ir.Table) -> ir.Table:
    return parted.mutate(place=ibis.row_number().over(group_by=SESSION, order_by=_order(parted)))


def bounded_by_cases_only(placed: ir.Table) -> ir.Table:
    """Return the same as :func:`bounded` for interactions every one of which names a case (cheaper)."""
    return _judged(
        placed.mutate(chain_issue=placed.issue.fill_null(""), near_case=placed.case_key, first_id=ibis.null("string"))
    )


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
        [
            "journey_id",
            "customer_id",
            "identified",
            "bounded_by",
            "case_ref",
            "issue",
            "chain_issue",
            "interaction_id",
            "source",
            "source_row",
            "channel",
            "touchpoint",
            "kind",
            "direction",
            "occurred_us",
            "ended_us",
            "party",
            "team",
            "outcome",
            "outcome_us",
            "sla_met",
            "thread_key",
        ]
    )


def needs_chains(counts: ir.Table) -> ir.Table:
    """Return one row that tells which of the forms above serves: ``rows``, ``cased``, ``named``."""
    return counts.agg(rows=_.count(), cased=_.case_key.count(), named=_.issue.count())
