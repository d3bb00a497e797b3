"""Finds days on which a customer needs far more conversations than is usual for the issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

DAY_US = 86_400_000_000
AT_LEAST, SCORE, PEERS = 4, 3.5, 20
#: What makes the median distance from the median a standard deviation, where things are normally distributed.
_NORMAL = 1.4826


def _find(evidence: Evidence) -> ir.Table:
    stays = evidence.stays
    day = ibis.trailing_range_window(preceding=DAY_US, group_by="journey", order_by="began_us")
    counted = stays.select(
        "journey", "position", amount=stays.count().over(day), since_position=stays.position.min().over(day)
    )
    peaks = counted.group_by("journey").agg(peak=counted.amount.max())
    issues = evidence.journeys.select("journey", issue=evidence.journeys.issue.coalesce(""))
    usual = _usual(peaks.inner_join(issues, "journey"))
    judged = counted.inner_join(usual, "journey")
    high = judged.filter((judged.amount >= AT_LEAST) & (judged.amount == judged.peak) & (judged.score >= SCORE))
    first = high.group_by("journey").agg(
        position=high.position.min(),
        since_position=high.since_position.argmin(high.position),
        amount=high.amount.max(),
    )
    return first.select("journey", "position", "since_position", "amount")


def _usual(peaks: ir.Table) -> ir.Table:
    """Return ``journey, peak, score``: how far its busiest day lies above that of its issue's journeys, or of all."""
    everywhere = peaks.mutate(group=ibis.literal("all"))
    by_issue = peaks.group_by("issue").agg(n=peaks.count(), middle=peaks.peak.median())
    all_middle = everywhere.group_by("group").agg(all_middle=everywhere.peak.median()).select("all_middle")
    known = peaks.inner_join(by_issue, "issue").select("journey", "issue", "peak", "n", "middle")
    with_all = known.cross_join(all_middle)
    enough = with_all.n >= PEERS
    centred = with_all.mutate(
        peers=ibis.ifelse(enough, with_all.issue, "\x00 all"),
        middle=ibis.ifelse(enough, with_all.middle, with_all.all_middle),
    )
    apart = centred.mutate(distance=(centred.peak - centred.middle).abs())
    spreads = apart.group_by("peers").agg(spread=apart.distance.median())
    joined = apart.inner_join(spreads, "peers")
    # Half a conversation at least: where most need one a day, a second isn't infinitely far away.
    wide = ibis.greatest(joined.spread * _NORMAL, 0.5)
    return joined.select("journey", "peak", score=(joined.peak - joined.middle) / wide)


DETECTOR = Detector(
    name="effort_spike",
    title="Sudden effort spike",
    question="When does one issue suddenly cost a customer far more effort than it usually does?",
    rule="The busiest 24 hours of a journey hold at least 4 conversations, and lie 3.5 robust standard deviations (median and "
    "median distance) above the busiest 24 hours of journeys of the same issue; of all journeys, where the issue has under 20.",
    thresholds=(
        Threshold("conversations", AT_LEAST, "within 24 hours"),
        Threshold("robust_z", SCORE, "robust standard deviations"),
        Threshold("peers", PEERS, "journeys of the same issue"),
    ),
    severity=0.75,
    amount_unit="conversations in 24 hours",
    trigger="repeating",
    signal="repeat_contacts",
    decision="Let somebody take these journeys over by hand, today.",
    source="own; robust z above 3.5 (Iglewicz and Hoaglin 1993)",
    find=_find,
    order_dependent=False,
)
