"""Says why an interaction belongs to its journey, in words, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Reason:
    """Why an interaction is in its journey; ``certainty`` is how likely that is right; None where each has a likelihood of its own."""

    words: str
    certainty: float | None = None


#: By code. What has no likelihood of its own is likely (same customer and issue) or assumed (same customer, close in time).
REASONS = (
    Reason("case reference", 1.0),
    Reason("same issue, near a case", 0.8),
    Reason("issue not named, near a case", 0.5),
    Reason("same issue without a gap", 0.8),
    Reason("issue not named, without a gap", 0.5),
    Reason("same order or bill number"),
    Reason("says they were here before"),
    Reason("about the same"),
    Reason("soon after"),
    Reason("nothing before it fits"),
)
CASE_REFERENCE, ISSUE_NEAR_CASE, NEAR_CASE, ISSUE_ALONE, ALONE = range(5)
SAME_NUMBER, SAID_SO, ABOUT_THE_SAME, SOON_AFTER, BEGINS_ANEW = range(5, 10)

#: A journey is ``likely`` where each of its interactions is in it at least so likely, else ``assumed``.
LIKELY = 0.75


def certainty(reason: ir.IntegerColumn) -> ir.FloatingValue:
    """Return how likely an interaction is in the right journey, from the code of its reason."""
    known = [(reason == code, each.certainty) for code, each in enumerate(REASONS) if each.certainty is not None]
    return ibis.cases(*known, else_=0.0).cast("float64")


def words(reason: ir.IntegerColumn) -> ir.StringValue:
    """Return a reason in words, from its code."""
    return ibis.cases(*((reason == code, each.words) for code, each in enumerate(REASONS)), else_="")
