"""Says whose each interaction is and what it is about, from its own words or those of its case and conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ibis import _

from clew.store import contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Prefix of the stand-in customer of interactions that nobody is named in.
UNKNOWN = "unknown/"


def placed_interactions() -> ir.Table:
    """Return interactions with ``customer_id``, ``identified``, ``case_key``, ``thread_key`` and ``issue`` filled in.

    An interaction without identifiers takes the customer of its case, else of its conversation, else an unknown customer
    of its own (``identified`` is false). Where a case names several customers, the earliest one has it. An interaction
    without an issue takes its conversation's, if that has only one.
    """
    import ibis

    interactions = contract_table("interactions")
    customers = contract_table("customers")
    known = customers.select(customers.identifier, own_customer=customers.customer_id)
    slim = interactions.select(
        [
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
        ],
        identifier=interactions.identifiers[0],
        issue=interactions.issue.strip().nullif(""),
        own_case=interactions.source + "/" + interactions.case_ref,
        thread_key=interactions.source + "/" + interactions.conversation_id,
        case_ref=interactions.case_ref,
    )
    owned = _with_shared_cases(slim.left_join(known, "identifier").drop("identifier", "identifier_right"))
    by_case = _first_customers(owned, "case_key")
    by_thread = _first_customers(owned, "thread_key")
    issues = owned.filter(owned.thread_key.notnull() & owned.issue.notnull()).group_by("thread_key")
    by_thread_issue = issues.agg(thread_issue=_.issue.min(), last_issue=_.issue.max())
    by_thread_issue = by_thread_issue.filter(_.thread_issue == _.last_issue).drop("last_issue")
    joined = (
        owned.left_join(by_case, "case_key")
        .drop("case_key_right")
        .rename(case_customer="first_customer")
        .left_join(by_thread, "thread_key")
        .drop("thread_key_right")
        .rename(thread_customer="first_customer")
        .left_join(by_thread_issue, "thread_key")
        .drop("thread_key_right")
    )
    named = ibis.coalesce(joined.case_customer, joined.own_customer, joined.thread_customer)
    stand_in = ibis.literal(UNKNOWN) + ibis.coalesce(joined.case_key, joined.thread_key, joined.interaction_id)
    return joined.mutate(
        customer_id=ibis.coalesce(named, stand_in),
        identified=named.notnull(),
        issue=joined.issue.coalesce(joined.thread_issue),
    ).drop("own_customer", "case_customer", "thread_customer", "thread_issue")


def _with_shared_cases(owned: ir.Table) -> ir.Table:
    """Add ``case_key``: a case number that several sources give for the same customer is one case, named by the first.

    So a call whose agent noted the help desk's ticket number belongs to that ticket; the same number of another customer
    elsewhere does not.
    """
    import ibis

    numbered = owned.filter(owned.case_ref.notnull() & owned.own_customer.notnull())
    spread = numbered.group_by("case_ref", "own_customer").agg(
        first_source=numbered.source.min(), last_source=numbered.source.max()
    )
    several = spread.filter(spread.first_source != spread.last_source)
    pairs = numbered.semi_join(several, ["case_ref", "own_customer"]).select("own_case", "case_ref", "own_customer")
    named = pairs.join(several, ["case_ref", "own_customer"]).select(
        "own_case", shared_case=several.first_source + "/" + several.case_ref
    )
    shared = named.group_by("own_case").agg(shared_case=named.shared_case.min())
    joined = owned.left_join(shared, "own_case").drop("own_case_right")
    return joined.mutate(case_key=ibis.coalesce(joined.shared_case, joined.own_case)).drop("own_case", "shared_case")


def _first_customers(owned: ir.Table, key: str) -> ir.Table:
    """Return ``key, first_customer``: the customer of the earliest owned interaction of each case or conversation."""
    import ibis

    named = owned.filter(owned[key].notnull() & owned.own_customer.notnull())
    spread = named.group_by(key).agg(low=named.own_customer.min(), high=named.own_customer.max())
    disputed = spread.filter(spread.low != spread.high).select(key)
    turn = ibis.row_number().over(group_by=key, order_by=[named.occurred_us, named.source_row, named.interaction_id])
    earliest = named.semi_join(disputed, key).mutate(turn=turn).filter(_.turn == 0).select(key, first=_.own_customer)
    settled = spread.left_join(earliest, key)
    return settled.select(key, first_customer=ibis.coalesce(settled["first"], settled.low))
