"""What a pursuit does to the customer: the mark they would give, whether they leave, and what drove both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clew.simulator.living.walk import Walk

#: Points of a five-point mark for each point of mood.
_MARK = 1.15
_RESOLVED = 0.5


class Draws(NamedTuple):
    """What chance adds, drawn before the pursuit begins, so that it is the same with and without an intervention."""

    mark: float
    leaves: float
    asked: float
    answers: float


class Outcome(NamedTuple):
    """``mark`` is what the customer would answer, 1 to 5; ``score`` the same before rounding."""

    mark: int
    score: float
    leaves: bool


def outcome_of(walk: Walk, draws: Draws, base_leaving: float) -> Outcome:
    """Return what came of a pursuit that has ended."""
    score = 3.1 + _MARK * walk.mood + (_RESOLVED if walk.outcome == "resolved" else 0.0) + _noise(draws)
    chance = min(0.9, base_leaving + _dissatisfaction(walk))
    return Outcome(max(1, min(5, int(score + 0.5))), score, draws.leaves < chance)


def _noise(draws: Draws) -> float:
    return (draws.mark - 0.5) * 1.4


def _dissatisfaction(walk: Walk) -> float:
    return 0.08 * max(0.0, -walk.mood - 0.2) + (0.03 if walk.outcome == "gave_up" else 0.0)


def drivers(walk: Walk, began_at_mood: float, draws: Draws, base_leaving: float) -> Iterator[tuple[str, str, float]]:
    """Yield (outcome, driver, contribution): points of the mark, or of the chance to leave.

    "answers_and_floor" is what cheered them, and what frictions could not take any more from a mood at its lowest.
    """
    costs: dict[str, float] = {}
    for _, friction, cost in walk.frictions:
        costs[friction] = costs.get(friction, 0.0) + cost
    for friction, cost in costs.items():
        yield "satisfaction", friction, -_MARK * cost
    cheered = walk.mood - began_at_mood + sum(costs.values())
    yield "satisfaction", "start", 3.1 + _MARK * began_at_mood
    yield "satisfaction", "answers_and_floor", _MARK * cheered
    yield "satisfaction", "chance", _noise(draws)
    if walk.outcome == "resolved":
        yield "satisfaction", "resolved", _RESOLVED
    yield "left", "start", base_leaving
    unhappy = _dissatisfaction(walk)
    whole = sum(costs.values())
    for friction, cost in costs.items():
        if unhappy and whole:
            yield "left", friction, unhappy * cost / whole
