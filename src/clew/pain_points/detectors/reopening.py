"""Finds customers whose issue comes back after it was called settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

QUIET_HOURS = 12
HOUR_US = 3_600_000_000


def _find(evidence: Evidence) -> ir.Table:
    returned = _returned(evidence)
    return returned.union(_noted(evidence.walk), _says_so(evidence.stays, returned), distinct=True)


def _returned(evidence: Evidence) -> ir.Table:
    walk = evidence.walk
    looks = walk.kind.isin(("search", "article")) | ((walk.kind == "visit") & (walk.channel == "self_service"))
    turns = walk.filter((walk.by == "customer") & (walk.stay.notnull() | looks) & walk.settled_us.notnull()).select(
        "journey", "position", "occurred_us", "settled_us", "stay"
    )
    asking = evidence.stays.select("journey", "stay", "asks_back")
    judged = turns.left_join(asking, ["journey", "stay"]).drop("journey_right", "stay_right")
    late = judged.occurred_us - judged.settled_us >= QUIET_HOURS * HOUR_US
    back = judged.filter(late & ~judged.asks_back.fill_null(False))
    return back.group_by("journey", "settled_us").agg(position=back.position.min()).select("journey", "position")


def _says_so(stays: ir.Table, returned: ir.Table) -> ir.Table:
    """Return where customers say that it is back, though nothing tells here that it had been settled."""
    first = returned.group_by("journey").agg(found=returned.position.min())
    said = stays.filter(stays.comes_back).left_join(first, "journey")
    return said.filter((said.found.isnull() | (said.position < said.found)).fill_null(True)).select(
        "journey", "position"
    )


def _noted(walk: ir.Table) -> ir.Table:
    return walk.filter((walk.outcome == "reopened").fill_null(False)).select("journey", "position")


DETECTOR = Detector(
    name="reopening",
    title="Reopening",
    question="What comes back after we had called it settled?",
    rule="The first thing the customer does on the journey 12 hours or more after it was called settled, unless they only ask "
    "what a notice means; a contact in which they say that it is back; or the case's status is set back to open.",
    thresholds=(Threshold("quiet", QUIET_HOURS, "hours since it was settled"),),
    severity=1.0,
    trigger="no_resolution",
    signal="repeat_contacts",
    decision="Check what was called settled before closing: look at the causes that come back.",
    source="ServiceNow, Zendesk: reopened tickets; own for what comes back by another channel",
    find=_find,
)
