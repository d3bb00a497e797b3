"""What a detector of pain points is: the question it asks, its rule in words and thresholds, and the decision it supports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from clew.model import Settings
    from clew.pain_points.evidence import Evidence

_UNREAD = "not looked for: texts aren't read ([texts] facts = true in clew.toml reads them)"
#: What upsets customers most on a journey: the five emotional triggers.
Trigger = Literal["waiting", "repeating", "no_resolution", "unclear_next_steps", "sudden_switch"]
#: The five signals in the data, each of which supports one decision (signals.py says which).
Signal = Literal[
    "repeat_contacts", "channel_switching", "waits_before_an_agent", "self_service_completion", "repeated_requests"
]
#: What a detector looks at besides the order and the times of steps: ``texts`` means that texts have to be read.
Needs = Literal["steps", "texts"]


@dataclass(frozen=True)
class Threshold:
    """One number that a rule turns on: what it is called, how much, and in which unit."""

    name: str
    value: float
    unit: str


@dataclass(frozen=True)
class Detector:
    """One definition; everything shown about a pain point comes from this object.

    ``find(evidence)`` returns one row a finding: ``journey`` and ``position`` (int64, the step where it shows), and where
    there is one ``since_position`` (int64, the step where it began), ``amount`` (a number in ``amount_unit``), ``start_char``
    and ``end_char`` (the words that show it). The same place may be named once only. ``shown_by`` names the speech acts, or
    what is done with facts ('ask_again'), whose words at that step show it, where ``find`` gives none. ``severity`` says from 0 to 1 how bad one is, as a rule; a ``severity`` column (float64)
    in the rows overrules it. ``needs`` is "texts" where without them nothing can be found; then "not looked for" is said
    instead of 0. ``order_dependent`` says whether it goes by which step follows which: shuffling steps then leaves no more
    than chance. ``trigger`` and ``signal`` are the emotional trigger and the data signal that it belongs to, if any.
    """

    name: str
    title: str
    question: str
    rule: str
    severity: float
    decision: str
    source: str
    find: Callable[[Evidence], ir.Table]
    thresholds: tuple[Threshold, ...] = ()
    amount_unit: str | None = None
    trigger: Trigger | None = None
    signal: Signal | None = None
    needs: Needs = "steps"
    shown_by: tuple[str, ...] = ()
    order_dependent: bool = True
    version: int = 1

    def not_looked_for(self, settings: Settings) -> str:
        """Return why a build with these settings doesn't look for it, the empty word where it does."""
        return _UNREAD if self.needs == "texts" and not settings.texts.facts else ""
