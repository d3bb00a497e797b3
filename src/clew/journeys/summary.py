"""Sums each journey up in one row: when, where, how many contacts, how it ended, and whether it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.journeys.place import UNKNOWN
from clew.journeys.reason import CASE_REFERENCE, LIKELY, words
from clew.model import JOURNEYS, OUTCOMES, Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAY_US = 86_400_000_000
#: More than any place of a step in its journey.
FAR = 10**9
RESOLVED, REOPENED, ABANDONED, CLOSED = (
    OUTCOMES.index(word) for word in ("resolved", "reopened", "abandoned", "closed")
)


def sums(ordered: ir.Table, starts: ir.Table, raw_handoffs: ir.Table) -> ir.Table:
    """Return one row a journey with everything that can be counted on codes alone."""
    steps = ordered
    us, place, channel = steps.occurred_us, steps.position, steps.channel_code
    seen = steps.is_service & steps.is_public
    resolved = (steps.outcome_code == RESOLVED).fill_null(False)
    summed = steps.group_by("journey").agg(
        customer=steps.customer.min(),
        first_rank=steps["rank"].min(),
        issue_code=steps.issue_code.argmin(place, where=steps.issue_code.notnull()),
        # The least likely of its interactions is what a journey stands on; the earliest of equal ones.
        weakest_reason=steps.reason.argmin((steps.probability * 1000).round().cast("int64") * FAR + place),
        weakest=steps.probability.min(),
        certain=(steps.reason == CASE_REFERENCE).sum(),
        started_us=us.min(),
        ended_us=steps.until_us.max(),
        own_contact_us=us.min(where=steps.is_contact),
        first_answer_us=us.min(where=steps.is_answer & steps.contacted),
        first_response_us=us.min(where=steps.is_answer & steps.contacted & ~steps.by_bot),
        steps=steps.count(),
        channels=channel.nunique(where=seen),
        start_channel=channel.argmin(place),
        end_channel=channel.argmax(place),
        contact_channel=channel.argmin(place, where=steps.is_contact),
        last_seen_channel=channel.argmax(place, where=seen),
        last_outcome=steps.outcome_code.argmax(place, where=steps.outcome_code.notnull()),
        ever_resolved=resolved.cast("int64").max(),
        first_resolved_us=steps.outcome_us.min(where=resolved),
        last_resolved_us=steps.outcome_us.max(where=resolved),
        reopens=(steps.outcome_code == REOPENED).fill_null(False).sum(),
        kept_sla=steps.sla_met.min(),
    )
    begun = starts.group_by("journey").agg(
        contacts=starts.count(), second_contact_us=starts.occurred_us.min(where=~starts.is_first)
    )
    passed = raw_handoffs.group_by("journey").agg(handoffs=raw_handoffs.count())
    joined = summed
    for part in (begun, passed, _switches(ordered)):
        joined = joined.left_join(part, "journey").drop("journey_right")
    return joined.mutate(
        contacts=joined.contacts.coalesce(0),
        handoffs=joined.handoffs.coalesce(0),
        switches=joined.switches.coalesce(0),
    )


def names(summed: ir.Table, line: ir.Table, cases: ir.Table, customers: ir.Table) -> ir.Table:
    """Return ``journey`` with its ``journey_id``, ``case_ref``, ``customer_id``, ``identified`` and ``source``.

    A journey is named after its case, else after its first interaction; a customer nobody names after the case or
    conversation, else the interaction, that stands for them.
    """
    named = summed.select("journey", "customer", "first_rank")
    keys = cases.select(journey=cases.case_no, case_key=cases.case_key)
    named = named.left_join(keys, "journey").drop("journey_right")
    named = named.left_join(customers, named.customer == customers.customer_code)
    heads = line.select(journey=line["rank"], head_id=line.interaction_id, case_ref=line.case_ref)
    named = named.inner_join(heads, "journey")
    firsts = line.select(first_rank=line["rank"], source=line.source)
    named = named.inner_join(firsts, "first_rank")
    strangers = line.select(
        stranger=-1 - line["rank"],
        stranger_name=ibis.literal(UNKNOWN) + ibis.coalesce(line.own_case, line.thread_key, line.interaction_id),
    )
    unknown = named.filter(named.customer < 0).select("journey", stranger=named.customer)
    strange = unknown.inner_join(strangers, "stranger").select("journey", "stranger_name")
    named = named.left_join(strange, "journey").drop("journey_right")
    return named.select(
        "journey",
        "case_ref",
        "source",
        journey_id=ibis.coalesce(named.case_key, ibis.literal("from/") + named.head_id),
        customer_id=ibis.coalesce(named.stranger_name, named.customer_id),
        identified=named.customer >= 0,
    )


def following_contacts(summed: ir.Table) -> ir.Table:
    """Return ``journey`` with when the same customer next came, about anything and about the same issue."""
    begun = summed.mutate(first_contact_us=ibis.coalesce(summed.own_contact_us, summed.started_us))
    return _next_contacts(begun)


def journeys_table(
    summed: ir.Table,
    named: ir.Table,
    following: ir.Table,
    codes: dict[str, ir.Table],
    horizon: ir.Table,
    settings: Settings,
) -> ir.Table:
    """Return the journeys contract, with ``journey``, the number it goes by here.

    ``horizon`` is one row with ``last_us``, the newest interaction of each source (``source``): a journey that isn't
    resolved, closed or abandoned and whose last step lies within the open window of it is censored (still open).
    """
    joined = summed.inner_join(named, "journey").left_join(horizon, "source").drop("source_right")
    joined = joined.mutate(
        first_code=ibis.coalesce(joined.contact_channel, joined.start_channel),
        last_code=ibis.coalesce(joined.last_seen_channel, joined.end_channel),
    )
    channel, issue = codes["channel"], codes["issue"]
    for column, field in (("first_code", "first_channel"), ("last_code", "last_channel")):
        table = channel.select(**{column: channel.channel_code, field: channel.channel})
        joined = joined.left_join(table, column).drop(f"{column}_right")
    joined = joined.left_join(issue, "issue_code").drop("issue_code_right")
    topics = ibis.table({"journey": "int64", "topic": "string"}, name="journey_topics")
    joined = joined.left_join(topics, "journey").drop("journey_right")
    fresh = joined.last_us - joined.ended_us < round(settings.windows.open_days * DAY_US)
    # 'closed' after a resolution means resolved.
    ended = ibis.ifelse((joined.last_outcome == CLOSED) & (joined.ever_resolved == 1), RESOLVED, joined.last_outcome)
    word = ibis.cases(*((ended == code, name) for code, name in enumerate(OUTCOMES)), else_=ibis.null("string"))
    settled = ended.isin((RESOLVED, CLOSED)).fill_null(False)
    over = ended.isin((RESOLVED, CLOSED, ABANDONED)).fill_null(False)
    final = joined.mutate(
        first_contact_us=ibis.coalesce(joined.own_contact_us, joined.started_us),
        resolved_us=ibis.ifelse(settled, joined.last_resolved_us, ibis.null("int64")),
        censored=~over & fresh,
        outcome=ibis.coalesce(word, ibis.ifelse(fresh, "open", "unknown")),
        source_until_us=joined.last_us,
        sla_met=joined.kept_sla == 1,
        bounded_by=words(joined.weakest_reason),
        confidence=ibis.cases(
            (joined.certain == joined.steps, "certain"), (joined.weakest < LIKELY, "assumed"), else_="likely"
        ),
    )
    return final.left_join(following, "journey").select("journey", *JOURNEYS.columns)


def _switches(ordered: ir.Table) -> ir.Table:
    """Return how often each journey changes the channel that the customer sees; there and back again is two."""
    public = ordered.filter(ordered.is_service & ordered.is_public).select("journey", "rank", "channel_code")
    window = ibis.window(group_by="journey", order_by=public["rank"])
    paired = public.mutate(turn=ibis.row_number().over(window), channel_before=public.channel_code.lag().over(window))
    moved = paired.filter((paired.turn > 0) & (paired.channel_code != paired.channel_before))
    return moved.group_by("journey").agg(switches=_.count())


def _next_contacts(journeys: ir.Table) -> ir.Table:
    """Add when the same customer's next journey begins, of any issue and of the same issue (NULL = none so far).

    Of the same issue only journeys with a contact count: the company's own letters are nobody's repeat. Two issues that
    nobody named are not the same issue.
    """
    every = journeys.select("journey", next_contact_us=_next(journeys, ["customer"]))
    begun = journeys.filter((journeys.contacts > 0) & journeys.issue_code.notnull())
    again = begun.select("journey", next_same_issue_us=_next(begun, ["customer", "issue_code"]))
    return every.left_join(again, "journey").select("journey", "next_contact_us", "next_same_issue_us")


def _next(journeys: ir.Table, keys: list[str]) -> ir.IntegerColumn:
    """Return the first contact of the next journey with the same keys; the last of them has none (NULL)."""
    order = [journeys.first_contact_us, journeys.journey]
    window = ibis.window(group_by=keys, order_by=order)
    whole = ibis.window(group_by=keys, order_by=order, preceding=None, following=None)
    last = ibis.row_number().over(window) + 1 == journeys.journey.count().over(whole)
    return ibis.ifelse(last, ibis.null("int64"), journeys.first_contact_us.lead().over(window))
