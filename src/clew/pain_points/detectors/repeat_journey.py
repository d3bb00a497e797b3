"""Finds customers who come back with the same issue in a new case within days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clew.pain_points.detector import Detector, Threshold

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.pain_points.evidence import Evidence

DAY_US = 86_400_000_000


def _find(evidence: Evidence) -> ir.Table:
    journeys = evidence.journeys
    until = journeys.next_same_issue_us - journeys.first_contact_us
    soon = journeys.identified & (until < round(evidence.settings.windows.repeat_days * DAY_US)).fill_null(False)
    again = journeys.filter(soon & (journeys.contacts > 0))
    return again.select(
        "journey", position=again.steps - 1, amount=(again.next_same_issue_us - again.first_contact_us) / DAY_US
    )


DETECTOR = Detector(
    name="repeat_journey",
    title="Same issue again",
    question="Which issues bring the same customer back in a new case within days?",
    rule="The same customer's next journey about the same issue begins within the repeat window (7 days unless clew.toml says "
    "otherwise) of this one's first contact. It shows at the end of the first.",
    thresholds=(Threshold("repeat_days", 7, "days, [windows] repeat_days"),),
    severity=0.5,
    amount_unit="days",
    trigger="no_resolution",
    signal="repeat_contacts",
    decision="Rework the workflow of the issue; or see why one issue is kept in several cases.",
    source="callcentrehelper, wfmlabs: repeat within 7 days",
    find=_find,
    order_dependent=False,
)
