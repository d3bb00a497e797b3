"""Whether the stated confidence in a journey can be believed: how often interactions so marked are placed rightly."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.calibration import calibration
from clew.simulator.score.capability import Capability
from clew.simulator.score.found import share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row


def _score(matched: Matched) -> list[Row]:
    said = matched.once("journeys").drop("person").filter(pl.col("journey").is_not_null())
    judged = _judged(matched.interactions.join(said, on="interaction_id", how="inner"))
    note = "interactions placed with the journey of most others in theirs; those alone in theirs are left out"
    rows = []
    if "confidence" in judged.columns:
        for word in judged["confidence"].drop_nulls().unique().sort():
            part = judged.filter(pl.col("confidence") == word)
            rows.append(Row(word, share_right(matched.resamples, part), part.height, note))
    if "probability" in judged.columns:
        numeric = judged.filter(pl.col("probability").is_not_null())
        rows.append(Row("probability", calibration(matched.resamples, numeric), numeric.height, "0 is best for both"))
    if not rows:
        return [Row("confidence", note="the journeys were submitted without a confidence", state="not submitted")]
    return rows


def _judged(placed: pl.DataFrame) -> pl.DataFrame:
    """Return interactions in submitted journeys of several with ``right``: of the true journey that most of them are.

    Ties go to the true journey whose name comes first; interactions of no journey are one kind.
    """
    true = pl.col("journey_id").fill_null("")
    sized = placed.with_columns(true=true).with_columns(
        together=pl.len().over("journey"), same=pl.len().over("journey", "true")
    )
    several = sized.filter(pl.col("together") > 1)
    order = several.sort("same", "true", descending=[True, False])
    most = order.group_by("journey", maintain_order=True).agg(most=pl.col("true").first())
    return several.join(most, on="journey").with_columns(right=pl.col("true") == pl.col("most"))


CAPABILITY = Capability(
    name="journeys_confidence",
    title="Journeys: confidence",
    question="Can the stated confidence in a journey be believed?",
    place=6,
    needs=("journeys",),
    score=_score,
)
