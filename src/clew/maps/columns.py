"""The map's columns: its stages, and within a stage that is opened, the steps that most journeys take in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from clew.journeys import EncodedBuild, Words
from clew.maps.titles import touchpoint_title
from clew.model import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: How many steps an opened stage shows by themselves; all others are one column more.
STEPS_SHOWN = 6


@dataclass(frozen=True)
class Column:
    """One column: a stage, or one of its steps (``step`` is its key) or all its other steps (``others_than``)."""

    stage: str
    title: str
    step: str | None = None
    others_than: tuple[str, ...] = ()

    @property
    def is_stage(self) -> bool:
        """Whether it is a whole stage."""
        return self.step is None and not self.others_than


@dataclass(frozen=True)
class Columns:
    """Columns, and which of them each step of the build stands in (-1: in none of them); ``stage_titles`` names every stage."""

    listed: tuple[Column, ...]
    of_step: NDArray[np.int16]
    stage_titles: dict[str, str]

    def __len__(self) -> int:
        """Count the columns."""
        return len(self.listed)


def stage_columns(build: EncodedBuild, settings: Settings) -> Columns:
    """Return the stages in their order; ``other`` too if any step fits none."""
    words, titles = build.steps.stage, stage_titles(build, settings)
    place = {stage: number for number, stage in enumerate(titles)}
    of_stage = np.array([*(place.get(name, -1) for name in words.names), -1], dtype=np.int16)
    return Columns(tuple(Column(stage, title) for stage, title in titles.items()), of_stage[words.codes], titles)


def stage_titles(build: EncodedBuild, settings: Settings) -> dict[str, str]:
    """Return what each stage is called, in the map's order: those of the settings, then any that steps stand in besides."""
    words = build.steps.stage
    taken = np.bincount(words.codes, minlength=len(words.names))
    named = dict(settings.stages)
    further = sorted(name for name, steps in zip(words.names, taken, strict=True) if steps and name not in named)
    return {**named, **{stage: stage.capitalize() for stage in further}}


def step_columns(build: EncodedBuild, settings: Settings, stage: str, chosen: NDArray[np.bool_]) -> Columns:
    """Return a stage's most frequent steps among the chosen journeys, in the order of their usual place, then the others."""
    in_stage = build.steps.stage.codes == build.steps.stage.code(stage)
    codes, names = touchpoints(build)
    among = np.flatnonzero(in_stage & chosen[build.steps.journey])
    counts = np.bincount(codes[among], minlength=len(names))
    ranked = sorted(np.flatnonzero(counts).tolist(), key=lambda code: (-counts[code], names[code]))
    cut = STEPS_SHOWN if len(ranked) > STEPS_SHOWN + 1 else len(ranked)
    usual = {code: float(np.median(build.steps.position[among[codes[among] == code]])) for code in ranked[:cut]}
    shown = sorted(ranked[:cut], key=lambda code: (usual[code], -counts[code], names[code]))
    place = np.full(len(names) + 1, cut if ranked[cut:] else -1, dtype=np.int16)
    place[shown] = np.arange(cut)
    keys = tuple(names[code] for code in shown)
    others = (Column(stage, "other", None, keys),) if ranked[cut:] else ()
    listed = tuple(Column(stage, touchpoint_title(key), key) for key in keys)
    return Columns(
        (*listed, *others), np.where(in_stage, place[codes], -1).astype(np.int16), stage_titles(build, settings)
    )


def touchpoints(build: EncodedBuild) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """Return each step's touchpoint as a code, and the codes' keys: ``channel|what happens there``."""
    return pairs(build.steps.channel, build.steps.touchpoint, "|")


def pairs(first: Words, second: Words, joint: str) -> tuple[NDArray[np.int32], tuple[str, ...]]:
    """Return two columns of words as one: the pairs that occur, as codes and as words put together."""
    width = max(len(second.names), 1)
    both = first.codes.astype(np.int64) * width + second.codes
    occurring = np.flatnonzero(np.bincount(both, minlength=1))
    number = np.zeros(int(occurring[-1]) + 1 if len(occurring) else 1, dtype=np.int32)
    number[occurring] = np.arange(len(occurring), dtype=np.int32)
    names = tuple(f"{first.names[code // width]}{joint}{second.names[code % width]}" for code in occurring.tolist())
    return number[both] if len(both) else np.zeros(0, dtype=np.int32), names
