"""Precision, recall and F1, of sets of things and of ways to group things."""

from __future__ import annotations

import numpy as np
import polars as pl

from clew.simulator.score.resamples import Numbers, Resamples, divided, ratio
from clew.simulator.score.row import Measure

HIT_SUBMITTED, SUBMITTED, HIT_TRUE, TRUE = range(4)


def found(resamples: Resamples, sums: Numbers) -> tuple[Measure, ...]:
    """Return precision, recall and F1 from four columns a person.

    They are: the right ones among the submitted, the submitted, those found among the true ones, the true ones. Precision
    can't be told where nothing was submitted, recall where nothing is true.
    """
    return resamples.measures(
        sums, {"precision": ratio(HIT_SUBMITTED, SUBMITTED), "recall": ratio(HIT_TRUE, TRUE), "f1": f1}
    )


def f1(sums: Numbers) -> Numbers:
    """Return the harmonic mean of precision and recall; 0 where nothing fits, not a number where nothing is true."""
    precision = np.nan_to_num(divided(sums[..., HIT_SUBMITTED], sums[..., SUBMITTED]))
    recall = divided(sums[..., HIT_TRUE], sums[..., TRUE])
    both = precision + recall
    return np.where(both == 0, both, divided(2 * precision * recall, np.where(both == 0, 1.0, both)))


def per_person(frame: pl.DataFrame, columns: list[str], people: int) -> Numbers:
    """Return the sums of columns by ``person`` (0 to ``people``; the last is nobody) as an array (people + 1, columns)."""
    sums = np.zeros((people + 1, len(columns)))
    each = {f"sum_{place}": pl.col(name).cast(pl.Float64).sum() for place, name in enumerate(columns)}
    summed = frame.group_by("person").agg(**each).sort("person")
    sums[summed["person"].to_numpy()] = summed.select(each.keys()).to_numpy()
    return sums


def sets_compared(truth: pl.DataFrame, submitted: pl.DataFrame, keys: list[str], people: int) -> Numbers:
    """Return the four columns for two sets of rows that are the same where their ``keys`` are; both have ``person``.

    Repeated rows count once. A submitted row counts for the person whom its own row names.
    """
    true, said = truth.unique(keys), submitted.unique(keys)
    hit = true.select(*keys, true_person="person").join(said, on=keys, how="inner")
    sums = np.zeros((people + 1, 4))
    hit_person = hit["true_person"].to_numpy()
    same = np.bincount(hit_person, minlength=people + 1)
    sums[:, HIT_SUBMITTED] = same
    sums[:, HIT_TRUE] = same
    missed = said.join(true, on=keys, how="anti")["person"].to_numpy()
    sums[:, SUBMITTED] = same + np.bincount(missed, minlength=people + 1)
    sums[:, TRUE] = np.bincount(true["person"].to_numpy(), minlength=people + 1)
    return sums


def share_right(resamples: Resamples, judged: pl.DataFrame, name: str = "share") -> tuple[Measure, ...]:
    """Return the share of rows whose column ``right`` holds; each row has a ``person``."""
    counted = judged.select("person", pl.col("right").cast(pl.Float64), one=pl.lit(1.0))
    return resamples.measures(per_person(counted, ["right", "one"], resamples.people), {name: ratio(0, 1)})
