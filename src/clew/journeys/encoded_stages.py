"""Gives each step of a finished build its stage by any rules, to try them out before anything is built anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.journeys.encoded import EncodedBuild, Words
from clew.journeys.place import NOT_SERVICE_KINDS, SERVING
from clew.journeys.stage import OTHER_STAGE
from clew.model import StageRule

_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class StepHistory:
    """What had happened in its journey before each step; what the stage rules ask besides the step's own words."""

    answered: NDArray[np.bool_]
    handed_over: NDArray[np.bool_]
    resolved: NDArray[np.bool_]


@dataclass(frozen=True)
class TriedStages:
    """Each step's stage by the rules, and by which rule: ``rule`` is its place among them, their number for ``other``."""

    stage: Words
    rule: NDArray[np.int64]


def step_history(build: EncodedBuild) -> StepHistory:
    """Return what was true before each step, as ``journeys/step.py`` defines it."""
    steps, handoffs = build.steps, build.handoffs
    serves = steps.party.among(SERVING) & ~steps.kind.among(NOT_SERVICE_KINDS)
    journeys = len(build.journeys)
    passed = handoffs.change.among(("party", "channel and party"))
    first_handoff = _first(handoffs.journey[passed], handoffs.position[passed], journeys)
    return StepHistory(
        answered=steps.position > _first(steps.journey[serves], steps.position[serves], journeys)[steps.journey],
        handed_over=steps.position >= first_handoff[steps.journey],
        resolved=steps.position > _first_resolved(build)[steps.journey],
    )


def try_stages(build: EncodedBuild, history: StepHistory, rules: Sequence[StageRule]) -> TriedStages:
    """Return each step's stage by these rules: the first one of which every condition holds, else ``other``."""
    steps = build.steps
    rule_of = np.full(len(steps.journey), len(rules), dtype=np.int64)
    left = np.ones(len(steps.journey), dtype=bool)
    for at, rule in enumerate(rules):
        fits = left.copy()
        for condition in ("channel", "kind", "direction", "party", "outcome"):
            wanted: tuple[str, ...] = getattr(rule, condition)
            if wanted:
                column: Words = getattr(steps, condition)
                fits &= column.among(wanted)
        for condition in ("answered", "handed_over", "resolved"):
            wanted_flag: bool | None = getattr(rule, condition)
            if wanted_flag is not None:
                flags: NDArray[np.bool_] = getattr(history, condition)
                fits &= flags if wanted_flag else ~flags
        rule_of[fits] = at
        left &= ~fits
    names = tuple(dict.fromkeys([*(rule.stage for rule in rules), OTHER_STAGE]))
    code_of_rule = np.array([names.index(rule.stage) for rule in rules] + [names.index(OTHER_STAGE)], dtype=np.int32)
    return TriedStages(Words(code_of_rule[rule_of], names), rule_of)


def _first_resolved(build: EncodedBuild) -> NDArray[np.int64]:
    steps = build.steps
    resolved = steps.outcome.among(("resolved",))
    return _first(steps.journey[resolved], steps.position[resolved], len(build.journeys))


def _first(journey: NDArray[np.int32], position: NDArray[np.int64], journeys: int) -> NDArray[np.int64]:
    """Return each journey's lowest of these positions, which lie in order; more than any where it has none."""
    first = np.full(journeys, _NEVER, dtype=np.int64)
    first[journey[::-1]] = position[::-1]
    return first
