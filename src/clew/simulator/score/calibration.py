"""Whether a stated confidence can be believed: how often it is right, against how often it says it is."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.found import per_person
from clew.simulator.score.resamples import Numbers, Resamples, divided, ratio
from clew.simulator.score.row import Measure

BINS = 10


def calibration(resamples: Resamples, judged: pl.DataFrame) -> tuple[Measure, ...]:
    """Return Brier score and expected calibration error of ``probability`` against ``right``, one row a claim.

    Brier (1950) is the mean squared difference, 0 at best; the calibration error (Naeini et al. 2015) is the mean gap
    between what is said and what is so, over ten equal bins of what is said, weighed by their claims.
    """
    claims = judged.select(
        "person",
        one=pl.lit(1.0),
        said=pl.col("probability").clip(0, 1),
        so=pl.col("right").cast(pl.Float64),
    ).with_columns(squared=(pl.col("said") - pl.col("so")) ** 2)
    bins = (claims["said"] * BINS).floor().clip(0, BINS - 1).cast(pl.Int64)
    columns = ["squared", "one"]
    for place in range(BINS):
        gap = (pl.col("said") - pl.col("so")) * (bins == place)
        claims = claims.with_columns(gap.alias(f"gap_{place}"))
        columns.append(f"gap_{place}")
    sums = per_person(claims, columns, resamples.people)
    return resamples.measures(sums, {"brier": ratio(0, 1), "calibration_error": _error})


def _error(sums: Numbers) -> Numbers:
    gaps = abs(sums[..., 2:]).sum(axis=-1)
    return divided(gaps, sums[..., 1])
