"""Whether the causes of satisfaction and of leaving were weighed rightly."""

from __future__ import annotations

import math

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Measure, Row

#: Parts of an outcome that are no causes: the mood before anything happened, luck, and what is left over.
NO_CAUSE = ("start", "chance", "answers_and_floor")
FEWEST = 3


def _score(matched: Matched) -> list[Row]:
    causes = matched.truth["drivers"].filter(~pl.col("driver").is_in(NO_CAUSE))
    weights = causes.group_by("outcome", "driver").agg(true=pl.col("contribution").abs().sum())
    said = matched.submission["drivers"].unique(["outcome", "driver"], keep="first")
    rows = []
    for outcome in sorted(weights["outcome"].unique()):
        both = weights.filter(pl.col("outcome") == outcome).join(said, on=["outcome", "driver"], how="left")
        ranked = both.with_columns(pl.col("weight").abs().fill_null(0.0))
        if ranked.height < FEWEST:
            rows.append(Row(outcome, n=ranked.height, note="too few causes to rank", state="nothing planted"))
            continue
        value = ranked.select(pl.corr("true", "weight", method="spearman")).item()
        known = None if value is None or math.isnan(value) else float(value)
        note = "Spearman's rank correlation of the causes (frictions, resolved); one that wasn't named weighs 0"
        rows.append(Row(outcome, (Measure("rank_correlation", known),), ranked.height, note))
    return rows


CAPABILITY = Capability(
    name="drivers",
    title="Drivers",
    question="Were the causes of satisfaction and of leaving weighed rightly?",
    place=15,
    needs=("drivers",),
    score=_score,
    planted=lambda matched: sorted(matched.truth["drivers"]["outcome"].unique()),
)
