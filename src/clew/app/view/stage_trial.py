"""Shows what other stage rules would do to the steps that are there, before anything is saved or built."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from clew.app.view.view import View
from clew.journeys import step_history, try_stages
from clew.model import StageRule


@dataclass(frozen=True)
class StageCount:
    """Steps of a stage now, and by the other rules."""

    stage: str
    before: int
    after: int


@dataclass(frozen=True)
class StageTrial:
    """What the rules would do: steps that change stage of all, stages before and after, and how many steps each rule takes."""

    changed: int
    steps: int
    stages: tuple[StageCount, ...]
    taken: tuple[int, ...]


def try_rules(view: View, rules: Sequence[StageRule]) -> StageTrial:
    """Return what these rules would do to every step; ``before`` and ``after`` both sum to the steps, ``taken`` with ``other`` too."""
    history = view.remembered("step history", lambda: step_history(view.build))
    tried = try_stages(view.build, history, rules)
    names = tuple(dict.fromkeys([*tried.stage.names, *view.steps.stage.names]))
    common = {name: code for code, name in enumerate(names)}
    now = np.array([common[name] for name in view.steps.stage.names], dtype=np.int64)[view.steps.stage.codes]
    then = np.array([common[name] for name in tried.stage.names], dtype=np.int64)[tried.stage.codes]
    before, after = np.bincount(now, minlength=len(names)), np.bincount(then, minlength=len(names))
    taken = np.bincount(tried.rule, minlength=len(rules) + 1)
    return StageTrial(
        changed=int((now != then).sum()),
        steps=len(now),
        stages=tuple(
            StageCount(name, int(a), int(b)) for name, a, b in zip(names, before, after, strict=True) if a or b
        ),
        taken=tuple(int(n) for n in taken[: len(rules)]),
    )
