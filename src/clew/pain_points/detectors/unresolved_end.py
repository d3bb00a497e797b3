"""Finds customers who let it be, with their issue unsettled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.pain_points.detector import Detector, Threshold
from clew.store import contract_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

QUIET_DAYS = 7
DAY_US = 86_400_000_000
#: A call given up sooner is a wrong number or a test.
HELD_US = 10_000_000
#: Identifiers under which nobody can be followed to another desk.
_FACELESS = "^(device|handle):"
_KNOWN = ("journey", "customer_id", "issue", "source_until_us", "outcome")
RETURN_HOURS = 12
HOUR_US = 3_600_000_000
#: What comes after a journey or beside it, and isn't its end.
_BESIDE = ("rating", "order", "campaign", "payment", "lookup")


def _find(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    looks_around = (walk.kind == "visit") & walk.channel.isin(("web", "app")) & ~walk.settles
    pursued = walk.filter(~walk.kind.isin(_BESIDE) & ~looks_around)
    asking = evidence.stays.select("journey", "stay", "asks_back")
    known = pursued.left_join(asking, ["journey", "stay"]).drop("journey_right", "stay_right")
    ends = _summed(known).inner_join(evidence.journeys.select(*_KNOWN), "journey")
    quiet = ends.source_until_us - ends.ended_us >= QUIET_DAYS * DAY_US
    returned = (ends.asked_us - ends.settled_us >= RETURN_HOURS * HOUR_US).fill_null(False)
    settled = (ends.settled_us.notnull() | ends.outcome.isin(("resolved", "closed"))) & ~returned
    # One message that nobody answered may be spam, a wrong number or a test: too little to speak of giving up.
    sought = (ends.tries > 1) | ((ends.tries == 1) & (ends.met | ends.hung_up))
    # Of a mere browser it can't be told whether its owner came again elsewhere.
    customers = contract_table("customers")
    reachable = customers.filter(~customers.identifier.re_search(_FACELESS)).select("customer_id").distinct()
    stopped = ends.filter(sought & quiet & ~settled).semi_join(reachable, "customer_id")
    return stopped.anti_join(_came_again(stopped, evidence.journeys), "journey").select("journey", "position")


def _came_again(stopped: ir.Table, journeys: ir.Table) -> ir.Table:
    """Return the journeys after which the same customer soon came again, as far as is known about the same issue."""
    others = journeys.filter(journeys.contacts > 0).select(
        "customer_id", other="journey", other_issue="issue", came_us="first_contact_us"
    )
    met = stopped.inner_join(others, "customer_id")
    soon = (met.came_us > met.ended_us) & (met.came_us - met.ended_us < QUIET_DAYS * DAY_US)
    alike = (met.other_issue == met.issue).fill_null(True)
    return met.filter((met.other != met.journey) & soon & alike).select("journey").distinct()


def _summed(steps: ir.Table) -> ir.Table:
    """Return one row a journey: where it ends, when the customer last asked for help, and when it was last called settled."""
    tries = (steps.by == "customer") & (steps.stay.notnull() | steps.kind.isin(("search", "article")))
    asks = tries & ~steps.asks_back.fill_null(False)
    held = (steps.outcome == "abandoned").fill_null(False) & (steps.until_us - steps.occurred_us >= HELD_US)
    return steps.group_by("journey").agg(
        position=steps.position.max(),
        ended_us=steps.until_us.max(),
        asked_us=steps.occurred_us.max(where=asks),
        settled_us=steps.until_us.max(where=steps.settles),
        tries=tries.sum(),
        met=(steps.taken | (steps.is_word & steps.by.isin(("agent", "bot", "system")))).any(),
        hung_up=held.any(),
    )


DETECTOR = Detector(
    name="unresolved_end",
    title="Unresolved end",
    question="Where do customers give up with their issue unsettled?",
    rule="A journey on which a customer known by more than a browser or a social name asked for help, that nothing and nobody called settled (or that came back since), and on "
    "which nothing has happened for 7 days, nor about the same on another journey of theirs. A single message that nobody answered is too little to tell.",
    thresholds=(Threshold("quiet", QUIET_DAYS, "days without anything"),),
    severity=1.0,
    trigger="no_resolution",
    signal=None,
    decision="Call back those whom nobody answered last, and see at which desk journeys end.",
    source="own",
    find=_find,
    needs="texts",
)
