"""What a metric is: a question, a formula, and what each journey contributes to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from clew.model import Settings

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What a journey contributes: ``counted`` (its value stands), ``censored`` (at least its value, the end isn't known),
#: ``immature`` (its window hasn't closed), ``left_out`` (the metric doesn't apply, or what it needs isn't recorded).
COUNTED, CENSORED, IMMATURE, LEFT_OUT = "counted", "censored", "immature", "left_out"


@dataclass(frozen=True)
class Metric:
    """One definition; everything shown about a metric comes from this object.

    ``measure(journeys, settings)`` takes the journeys contract and returns one row a journey with ``journey_id``, ``customer_id``, ``value`` (float64 in ``unit``;
    1.0 or 0.0 for a ratio) and ``part`` (one of the words above). ``statistic`` says how values become the number; a
    median over censored values is read off the survival curve. ``headline_place`` orders the metrics that head the map
    (None = not there), ``on_stages`` has the map show it for each stage. ``nothing`` is the reason shown when no journey counts,
    ``left_out`` says in words why journeys are left out.

    A share of what a journey can hold several of (``per`` names them, such as handoffs) has a fifth column ``weight``: how many
    of them the journey holds, its ``value`` being the share among those; NULL weights were never looked at, for the reason ``unread``.
    ``by_model`` says in words what of them rests on a language model's reading; a sixth column ``by_model`` then says how many.
    """

    name: str
    title: str
    question: str
    formula: str
    unit: Literal["ratio", "seconds", "count"]
    better: Literal["higher", "lower", "neither"]
    statistic: Literal["share", "mean", "median"]
    source: str
    measure: Callable[[ir.Table, Settings], ir.Table]
    nothing: str
    left_out: str
    grain: str = "journey"
    version: int = 1
    matures_after: str = "at once"
    headline_place: int | None = None
    on_stages: bool = False
    per: str = ""
    unread: str = ""
    by_model: str = ""
