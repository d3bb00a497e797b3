"""Says whose each interaction is and what it is about, from its own words or those of its case and conversation.

From here on interactions are integers: ``rank`` is an interaction's place in the order of time over everything (ties by
row in the file, then id), categories are codes. Names come back when the final tables are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.model import LENT, OUTCOMES, Settings
from clew.store import contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Prefix of the stand-in customer of interactions that nobody is named in.
UNKNOWN = "unknown/"
#: No interaction names so many identifiers.
MOST_IDENTIFIERS = 1_000_000
#: Kinds that take no part in the service itself, so no handoff arises at them.
NOT_SERVICE_KINDS = ("rating", "order", "campaign", "payment", "lookup")
SERVING = ("agent", "bot")


def ranked() -> ir.Table:
    """Return each interaction's id with its ``rank``: its place in time, ties by row in the file, then id."""
    interactions = contract_table("interactions")
    order = [interactions.occurred_us, interactions.source_row, interactions.interaction_id]
    return interactions.select("interaction_id", rank=ibis.row_number().over(order_by=order))


def placed_otherwise() -> ir.Table:
    """Return ``interaction_id, other`` of interactions that another identifier than their first one places.

    A shared one says nothing of who it was. Of the others, those that are the customer's own by name (an account, an address)
    say it better than those that lend themselves (a phone, a device): whoever rings from a relative's phone names their own account.
    One that leads to nothing else, as mistyped ones do, says it worst.
    """
    interactions, shared = contract_table("interactions"), contract_table("shared_identifiers")
    many = interactions.filter(interactions.identifiers.length() > 1)
    many = many.select("interaction_id", "identifiers", first=many.identifiers[0])
    doubtful = _lends_itself(many["first"]) | many["first"].isin(shared.identifier)
    spread = many.filter(doubtful).unnest("identifiers", offset="place")
    own = spread.anti_join(shared, spread.identifiers == shared.identifier)
    customers = contract_table("customers")
    leading = customers.mutate(others=ibis._.count().over(group_by="customer_id") - 1).select("identifier", "others")
    own = own.left_join(leading, own.identifiers == leading.identifier)
    worse = ibis.ifelse(own.others > 0, 0, 2) + ibis.ifelse(_lends_itself(own.identifiers), 1, 0)
    return own.group_by("interaction_id").agg(other=own.identifiers.argmin(worse * MOST_IDENTIFIERS + own.place))


def _lends_itself(identifier: ir.StringValue) -> ir.BooleanValue:
    return identifier.split(":")[0].isin(LENT)


def lined_up(ranks: ir.Table, otherwise: ir.Table) -> ir.Table:
    """Return the interactions with their ``rank``, the identifier that places them, and keys of case and conversation.

    Not kept as a table: whoever needs the texts reads them where they lie, so that memory holds the integers only.
    """
    interactions = contract_table("interactions").inner_join(ranks, "interaction_id")
    interactions = interactions.left_join(otherwise, "interaction_id").drop("interaction_id_right")
    return interactions.select(
        *("interaction_id", "source", "channel", "touchpoint", "kind", "direction"),
        *("occurred_us", "party", "team", "outcome", "outcome_us"),
        "sla_met",
        "case_ref",
        "rank",
        until_us=ibis.greatest(interactions.occurred_us, interactions.ended_us.coalesce(interactions.occurred_us)),
        identifier=interactions.other.coalesce(interactions.identifiers[0]),
        wordless=interactions.text.isnull(),
        # A call that names who took it was answered as it happened.
        taken=(interactions.kind == "call") & (interactions.party == "customer") & interactions.party_id.notnull(),
        answered_us=interactions.answered_us.coalesce(interactions.occurred_us),
        issue=_issue(interactions),
        own_case=interactions.source + "/" + interactions.case_ref,
        thread_key=interactions.source + "/" + interactions.conversation_id,
    )


def category(name: str) -> ir.Table:
    """Return the distinct values of a category of interactions (channel, team, issue), coded from 0 (``…_code``)."""
    interactions = contract_table("interactions")
    column = _issue(interactions) if name == "issue" else interactions[name]
    return dictionary(interactions.select(**{name: column}), name)


def _issue(interactions: ir.Table) -> ir.StringValue:
    return interactions.issue.strip().nullif("")


def dictionary(table: ir.Table, column: str) -> ir.Table:
    """Return each distinct value of a column once, coded from 0 in the order of the values (``…_code``)."""
    distinct = table.filter(table[column].notnull()).select(column).distinct()
    return distinct.mutate(**{f"{column}_code": ibis.row_number().over(order_by=distinct[column]).cast("int32")})


def shared_cases(line: ir.Table, owners: ir.Table) -> ir.Table:
    """Return ``own_case, case_key``: case numbers that several sources give for the same customer, named by the first.

    So a call whose agent noted the help desk's ticket number belongs to that ticket; the same number of another customer
    elsewhere does not.
    """
    numbered = line.filter(line.case_ref.notnull()).inner_join(owners, "identifier")
    spread = numbered.group_by("case_ref", "owner").agg(
        first_source=numbered.source.min(), last_source=numbered.source.max()
    )
    several = spread.filter(spread.first_source != spread.last_source)
    named = numbered.select("own_case", "case_ref", "owner").join(several, ["case_ref", "owner"])
    keyed = named.select("own_case", case_key=named.first_source + "/" + named.case_ref)
    return keyed.group_by("own_case").agg(case_key=keyed.case_key.min())


def owned(
    line: ir.Table, owners: ir.Table, codes: dict[str, ir.Table], shared: ir.Table | None, said: ir.Table
) -> ir.Table:
    """Return the interactions as integers with their own customer's code (``owner``) and the texts that group them.

    ``said`` is whose matter some of them are by what was said in them (``rank, said_owner``).
    """
    joined = line.left_join(owners, "identifier").drop("identifier_right")
    joined = joined.left_join(said, "rank").drop("rank_right")
    joined = joined.mutate(owner=joined.said_owner.coalesce(joined.owner)).drop("said_owner")
    for name, table in codes.items():
        joined = joined.left_join(table, name).drop(f"{name}_right")
    if shared is None:
        joined = joined.mutate(case_key=joined.own_case)
    else:
        joined = joined.left_join(shared, "own_case").drop("own_case_right")
        joined = joined.mutate(case_key=joined.case_key.coalesce(joined.own_case))
    outcome = joined.outcome.coalesce("")
    outcome_code = ibis.cases(
        *((joined.outcome == word, code) for code, word in enumerate(OUTCOMES)), else_=ibis.null("int64")
    )
    taken = joined.taken & (outcome != "abandoned")
    serves = joined.party.isin(SERVING) & ~joined.kind.isin(NOT_SERVICE_KINDS)
    return joined.select(
        *("rank", "occurred_us", "until_us", "owner", "issue_code", "channel_code"),
        *("team_code", "case_key", "thread_key", "outcome_us"),
        outcome_code=outcome_code.cast("int8"),
        sla_met=joined.sla_met.cast("int8"),
        by_bot=joined.party == "bot",
        serves=serves,
        is_service=(serves | (joined.party == "customer")) & ~joined.kind.isin(NOT_SERVICE_KINDS),
        is_answer=(serves & (joined.direction == "outbound")) | taken,
        taken_us=ibis.ifelse(taken, joined.answered_us, ibis.null("int64")),
        is_public=joined.direction != "internal",
        may_be_contact=(joined.direction == "inbound") & (joined.party == "customer"),
        kind=joined.kind,
        channel=joined.channel,
        wordless=joined.wordless,
    )


def groups_of(own: ir.Table, key: str, number: str) -> ir.Table:
    """Return each case or conversation with its ``number`` (the rank of its first row), and what it says of its rows.

    ``group_owner`` is the customer of its earliest owned row, ``group_issue`` the issue if its rows name only one.
    """
    rows = own.filter(own[key].notnull())
    first_owned = rows.owner.argmin(rows["rank"], where=rows.owner.notnull())
    summed = rows.group_by(key).agg(
        **{number: rows["rank"].min()},
        group_owner=first_owned,
        low=rows.issue_code.min(),
        high=rows.issue_code.max(),
    )
    issue = ibis.ifelse(summed.low == summed.high, summed.low, ibis.null("int64"))
    return summed.select(key, number, "group_owner", group_issue=issue)


def placed(own: ir.Table, cases: ir.Table, threads: ir.Table, settings: Settings) -> ir.Table:
    """Return the interactions with ``customer``, ``identified``, ``case_no``, ``thread_no`` and the issue filled in.

    An interaction takes its case's customer first, else its own, else its conversation's; a customer nobody names is a
    negative number of its own, shared within the case or conversation. An issue that isn't named is its conversation's.
    """
    rules = settings.contacts
    joined = own.left_join(cases.rename(case_owner="group_owner").drop("group_issue"), "case_key").drop(
        "case_key_right"
    )
    joined = joined.left_join(
        threads.rename(thread_owner="group_owner", thread_issue="group_issue"), "thread_key"
    ).drop("thread_key_right")
    named = ibis.coalesce(joined.case_owner, joined.owner, joined.thread_owner)
    stand_in = -1 - ibis.coalesce(joined.case_no, joined.thread_no, joined["rank"])
    return joined.select(
        *("rank", "occurred_us", "until_us", "channel_code", "team_code", "outcome_code"),
        *("outcome_us", "sla_met", "by_bot", "serves", "is_service"),
        "is_answer",
        "taken_us",
        "is_public",
        "case_no",
        "thread_no",
        customer=ibis.coalesce(named, stand_in),
        issue_code=joined.issue_code.coalesce(joined.thread_issue),
        is_contact=joined.may_be_contact
        & ~joined.kind.isin(rules.not_contact_kinds)
        & ~joined.channel.isin(rules.not_contact_channels)
        & ~((joined.kind == "visit") & joined.wordless & joined.channel.isin(rules.not_contact_visits)),
    )
