"""Decides which interactions are one journey: explicit case references first, then one customer's issue without a long gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.journeys.carry import with_nearest
from clew.journeys.reason import ALONE, CASE_REFERENCE, ISSUE_ALONE, ISSUE_NEAR_CASE, NEAR_CASE, certainty
from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAY_US = 86_400_000_000

#: The code of an issue that nobody names, within the chains of one customer.
NO_ISSUE = -1


def named_issues(placed: ir.Table, settings: Settings) -> ir.Table:
    """Return the interactions with ``chain_issue``: an unnamed issue is taken to be the customer's nearest named one.

    Nearest is the last one before within the journey gap, else the next one after within it, else none.
    """
    gap_us = round(settings.windows.journey_gap_days * DAY_US)
    reached = with_nearest(placed, placed.issue_code.notnull(), "customer", ["issue_code", "occurred_us"])
    chain = ibis.cases(
        (reached.occurred_us - reached.before_occurred_us <= gap_us, reached.before_issue_code),
        (reached.after_occurred_us - reached.occurred_us <= gap_us, reached.after_issue_code),
        else_=NO_ISSUE,
    )
    return reached.mutate(chain_issue=chain.cast("int32")).drop(
        "before_issue_code", "before_occurred_us", "after_issue_code", "after_occurred_us"
    )


def sessions(chained: ir.Table, settings: Settings) -> ir.Table:
    """Return the interactions with ``session``: the rank of the first row since the last long gap of customer and issue."""
    gap_us = round(settings.windows.journey_gap_days * DAY_US)
    keys = ["customer", "chain_issue"]
    window = ibis.window(group_by=keys, order_by=chained["rank"])
    gapped = chained.mutate(turn=ibis.row_number().over(window), us_before=chained.occurred_us.lag().over(window))
    begins = ibis.ifelse(gapped.turn == 0, True, gapped.occurred_us - gapped.us_before > gap_us)
    first = ibis.ifelse(begins, gapped["rank"], ibis.null("int64"))
    running = ibis.window(group_by=keys, order_by=gapped["rank"], preceding=(None, 0))
    return gapped.mutate(session=first.max().over(running)).drop("turn", "us_before")


def bounded(parted: ir.Table) -> ir.Table:
    """Return the interactions with ``journey`` (a rank: of the case's or the session's first row) and ``reason``.

    A case is a journey. Other interactions of the same customer, issue and session join the last case before them, else
    the next one after; a session without any case is a journey of its own.
    """
    near = with_nearest(parted, parted.case_no.notnull(), "session", ["case_no"])
    near_case = ibis.coalesce(near.before_case_no, near.after_case_no)
    return _judged(near.mutate(near_case=near_case).drop("before_case_no", "after_case_no"))


def bounded_without_cases(parted: ir.Table) -> ir.Table:
    """Return the same as :func:`bounded` for interactions none of which names a case (cheaper)."""
    return _judged(parted.mutate(near_case=ibis.null("int64")))


def bounded_by_cases_only(placed: ir.Table) -> ir.Table:
    """Return the same as :func:`bounded` for interactions every one of which names a case (cheaper)."""
    return _judged(placed.mutate(chain_issue=placed.issue_code, session=placed["rank"], near_case=placed.case_no))


def _judged(near: ir.Table) -> ir.Table:
    unnamed = near.issue_code.isnull()
    reason = ibis.cases(
        (near.case_no.notnull(), CASE_REFERENCE),
        (near.near_case.notnull() & ~unnamed, ISSUE_NEAR_CASE),
        (near.near_case.notnull(), NEAR_CASE),
        (~unnamed, ISSUE_ALONE),
        else_=ALONE,
    )
    journey = ibis.coalesce(near.case_no, near.near_case, near.session)
    bound = near.mutate(journey=journey, reason=reason.cast("int8"))
    return bound.mutate(probability=certainty(bound.reason)).drop("chain_issue", "session", "near_case", "case_no")


def needs_chains(placed: ir.Table) -> ir.Table:
    """Return one row that tells which of the forms above serves: ``rows``, ``cased``, ``named``."""
    return placed.agg(rows=_.count(), cased=_.case_no.count(), named=_.issue_code.count())
