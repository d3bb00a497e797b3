"""Sums each journey up in one row: when, where, how many contacts, how it ended, and whether it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from clew.model import JOURNEYS, Settings
from clew.store import unbound

if TYPE_CHECKING:
    import ibis.expr.types as ir

DAY_US = 86_400_000_000


def journeys_table(
    ordered: ir.Table, starts: ir.Table, handoffs: ir.Table, horizon: ir.Table, settings: Settings
) -> ir.Table:
    """Return the journeys contract.

    ``horizon`` is one row with ``last_us``, the newest interaction of each source (``source``): a journey that isn't
    resolved, closed or abandoned and whose last step lies within the open window of it is censored (still open).
    """
    summed = _sums(ordered, starts)
    edges = _edges(ordered)
    passed = handoffs.group_by("journey_id").agg(handoffs=_.count())
    ended = _last_outcomes(ordered)
    open_us = round(settings.windows.open_days * DAY_US)
    joined = summed.left_join(edges, "journey_id").drop("journey_id_right")
    joined = joined.left_join(passed, "journey_id").drop("journey_id_right")
    joined = joined.left_join(ended, "journey_id").drop("journey_id_right")
    joined = joined.left_join(horizon, "source").drop("source_right")
    over = joined.outcome.isin(("resolved", "closed", "abandoned")).fill_null(False)
    settled = joined.outcome.isin(("resolved", "closed")).fill_null(False)
    final = joined.mutate(
        handoffs=joined.handoffs.coalesce(0),
        first_contact_us=ibis.coalesce(joined.first_contact_us, joined.started_us),
        first_channel=ibis.coalesce(joined.contact_channel, joined.start_channel),
        last_channel=ibis.coalesce(joined.last_contact_channel, joined.end_channel),
        resolved_us=ibis.ifelse(settled, joined.resolved_us, ibis.null("int64")),
        censored=~over & (joined.last_us - joined.ended_us < open_us),
        outcome=ibis.coalesce(
            joined.outcome, ibis.ifelse(joined.last_us - joined.ended_us < open_us, "open", "unknown")
        ),
        confidence=ibis.cases(
            (joined.certain == joined.steps, "certain"), (joined.assumed > 0, "assumed"), else_="likely"
        ),
    )
    return _next_contacts(final).select(*unbound(JOURNEYS).columns)


def _sums(ordered: ir.Table, starts: ir.Table) -> ir.Table:
    begun = starts.mutate(starts_contact=True)
    steps = ordered.left_join(begun, "interaction_id").drop("interaction_id_right")
    contact = steps.is_contact
    us = steps.occurred_us
    answers = steps.serves & (steps.direction == "outbound")
    return steps.group_by("journey_id").agg(
        customer_id=steps.customer_id.arbitrary(),
        identified=steps.identified.arbitrary(),
        source=steps.source.argmin(steps.position),
        case_ref=steps.case_ref.argmin(steps.position, where=steps.case_ref.notnull()),
        issue=steps.issue.argmin(steps.position, where=steps.issue.notnull()),
        bounded_by=steps.bounded_by.argmin(steps.position),
        certain=(steps.bounded_by == "case reference").sum(),
        assumed=steps.bounded_by.startswith("issue not named").sum(),
        started_us=us.min(),
        ended_us=steps.until_us.max(),
        first_contact_us=us.min(where=contact),
        second_contact_us=us.min(where=steps.starts_contact & ~steps.is_first),
        first_answer_us=us.min(where=answers),
        first_response_us=us.min(where=answers & (steps.party == "agent")),
        steps=steps.count(),
        contacts=steps.starts_contact.coalesce(False).sum(),
        channels=steps.channel.nunique(where=steps.is_service & (steps.direction != "internal")),
        first_resolved_us=steps.outcome_us.min(where=steps.outcome == "resolved"),
        resolved_us=steps.outcome_us.max(where=steps.outcome == "resolved"),
        reopens=(steps.outcome == "reopened").sum(),
        sla_met=steps.sla_met.cast("int64").min() == 1,
    )


def _edges(ordered: ir.Table) -> ir.Table:
    """Return first and last channels (of the customer's own contacts too) and the number of switches between them."""
    contact = ordered.is_contact
    seen = ordered.is_service & (ordered.direction != "internal")
    window = ibis.window(group_by="journey_id", order_by="position")
    public = ordered.filter(seen).select("journey_id", "position", "channel")
    public = public.mutate(turn=ibis.row_number().over(window), channel_before=public.channel.lag().over(window))
    switches = public.group_by("journey_id").agg(
        switches=((public.turn > 0) & (public.channel != public.channel_before)).sum()
    )
    ends = ordered.group_by("journey_id").agg(
        start_channel=ordered.channel.argmin(ordered.position),
        end_channel=ordered.channel.argmax(ordered.position),
        contact_channel=ordered.channel.argmin(ordered.position, where=contact),
        last_contact_channel=ordered.channel.argmax(ordered.position, where=seen),
    )
    joined = ends.left_join(switches, "journey_id").drop("journey_id_right")
    return joined.mutate(switches=joined.switches.coalesce(0))


def _last_outcomes(ordered: ir.Table) -> ir.Table:
    """Return how each journey stands: its last outcome, where 'closed' after a resolution means resolved."""
    told = ordered.filter(ordered.outcome.notnull())
    last = told.group_by("journey_id").agg(
        last=told.outcome.argmax(told.position), ever_resolved=told.resolves.cast("int64").max()
    )
    closed = (last["last"] == "closed") & (last.ever_resolved == 1)
    return last.select("journey_id", outcome=ibis.ifelse(closed, "resolved", last["last"]))


def _next_contacts(journeys: ir.Table) -> ir.Table:
    """Add when the same customer's next journey begins, of any issue and of the same issue (NULL = none so far)."""
    same = ibis.window(
        group_by=[journeys.customer_id, journeys.issue], order_by=[journeys.first_contact_us, journeys.journey_id]
    )
    every = ibis.window(group_by=journeys.customer_id, order_by=[journeys.first_contact_us, journeys.journey_id])
    following = journeys.mutate(
        next_contact_us=journeys.first_contact_us.lead().over(every),
        next_same_issue_us=journeys.first_contact_us.lead().over(same),
        last_of_all=ibis.row_number().over(
            group_by=journeys.customer_id, order_by=[journeys.first_contact_us.desc(), journeys.journey_id.desc()]
        ),
        last_of_issue=ibis.row_number().over(
            group_by=[journeys.customer_id, journeys.issue],
            order_by=[journeys.first_contact_us.desc(), journeys.journey_id.desc()],
        ),
    )
    nothing = ibis.null("int64")
    return following.mutate(
        next_contact_us=ibis.ifelse(following.last_of_all == 0, nothing, following.next_contact_us),
        next_same_issue_us=ibis.ifelse(following.last_of_issue == 0, nothing, following.next_same_issue_us),
    )
