"""What the map counts, kept with the build: each lane by stage, and by step for the stages that somebody opened."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.map.word import ColumnWord, all_but, escaped, only
from clew.app.view.view import View
from clew.maps import (
    LANES,
    Column,
    Columns,
    Tally,
    reached,
    stage_columns,
    stage_titles,
    step_columns,
    tally,
    touchpoint_title,
    touchpoints,
)
from clew.model import UsageError


@dataclass(frozen=True)
class Tallies:
    """Lanes' counts in the columns, the first always that of all steps; ``comes`` says of each column which journeys come to it."""

    columns: Columns
    lanes: tuple[Tally, ...]
    comes: NDArray[np.bool_]


def stage_tallies(view: View) -> Tallies:
    """Return the counts by stage."""
    return view.remembered(("map", "stages"), lambda: _tallies(view, stage_columns(view.build, view.settings)))


def step_tallies(view: View, stage: str, chosen: NDArray[np.bool_]) -> Tallies:
    """Return the counts by the stage's most frequent steps among the chosen journeys; few selections differ in these."""
    columns = step_columns(view.build, view.settings, stage, chosen)
    shown = tuple(column.step for column in columns.listed)
    return view.remembered(("map", "steps", stage, shown), lambda: _tallies(view, columns))


def _tallies(view: View, columns: Columns) -> Tallies:
    lanes = tuple(tally(definition, view.build, columns) for definition in LANES)
    return Tallies(columns, lanes, reached(view.build, columns))


def word_of(column: Column) -> ColumnWord:
    """Return the word that names a column."""
    if column.is_stage:
        return ColumnWord(column.stage)
    return ColumnWord(column.stage, only(column.step) if column.step is not None else all_but(column.others_than))


def column_tallies(view: View, word: ColumnWord, kind: str) -> Tallies:
    """Return the counts of one lane, after that of all steps, in one column."""

    def count() -> Tallies:
        columns = one_column(view, word)
        wanted = [definition for definition in LANES[1:] if definition.kind == kind]
        lanes = tuple(tally(definition, view.build, columns) for definition in (LANES[0], *wanted))
        return Tallies(columns, lanes, reached(view.build, columns))

    return view.remembered(("map", "one column", word, kind), count)


def stage_named(view: View, name: str) -> str:
    """Return the stage of this name; UsageError lists the known ones."""
    titles = stage_titles(view.build, view.settings)
    if name not in titles:
        raise UsageError(f"The map has no such stage. Known: {', '.join(escaped(each) for each in titles)}.")
    return name


def one_column(view: View, word: ColumnWord) -> Columns:
    """Return the column of that word alone; UsageError where there is none."""
    return view.remembered(("map", "column", word), lambda: _one_column(view, word))


def _one_column(view: View, word: ColumnWord) -> Columns:
    stage = stage_named(view, word.stage)
    titles = stage_titles(view.build, view.settings)
    inside = view.steps.stage.codes == view.steps.stage.code(stage)
    column = Column(stage, titles[stage])
    if word.step is not None:
        codes, keys = touchpoints(view.build)
        chosen = word.step.codes(keys)
        named = np.zeros(len(keys) + 1, dtype=bool)
        named[chosen] = True
        inside &= named[codes]
        column = _step_column(stage, chosen, keys, is_rest=word.step.is_rest)
    return Columns((column,), np.where(inside, 0, -1).astype(np.int16), titles)


def _step_column(stage: str, chosen: list[int], keys: tuple[str, ...], *, is_rest: bool) -> Column:
    if is_rest:
        others_than = tuple(key for place, key in enumerate(keys) if place not in set(chosen))
        return Column(stage, "other", None, others_than)
    return Column(stage, touchpoint_title(keys[chosen[0]]), keys[chosen[0]])
