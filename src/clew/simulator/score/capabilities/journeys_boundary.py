"""Whether journeys begin where they begin: at the first interaction of a customer's new issue."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import found, sets_compared
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row


def _score(matched: Matched) -> list[Row]:
    placed = matched.interactions.filter(pl.col("journey_id").is_not_null())
    true = placed.sort("position", "occurred_us", "interaction_id").unique("journey_id", keep="first")
    said = matched.once("journeys").drop("person").join(placed, on="interaction_id", how="inner")
    if "starts" in said.columns:
        starts = said.filter(pl.col("starts").fill_null(False))
        how = "as the system says where journeys begin"
    else:
        named = said.filter(pl.col("journey").is_not_null())
        starts = named.sort("occurred_us", "interaction_id").unique("journey", keep="first")
        how = "a submitted journey begins at its earliest interaction"
    sums = sets_compared(true, starts, ["interaction_id"], matched.people)
    note = f"over {placed.height:,} interactions of journeys; {how}"
    return [Row("beginnings", found(matched.resamples, sums), true.height, note)]


CAPABILITY = Capability(
    name="journeys_boundary",
    title="Journeys: where they begin",
    question="Does a new journey begin where the customer came with a new issue, and nowhere else?",
    place=5,
    needs=("journeys",),
    score=_score,
)
