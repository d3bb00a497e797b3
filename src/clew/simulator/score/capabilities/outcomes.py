"""Whether the system knows how each journey ended."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import found, sets_compared, share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row

OUTCOMES = ("resolved", "gave_up", "open")


def _score(matched: Matched) -> list[Row]:
    ended = matched.journeys.select("journey_id", "person", "outcome").join(_said(matched), on="journey_id", how="left")
    note = "journeys, each told by the submitted journey that holds most of its interactions"
    rows = []
    for outcome in OUTCOMES:
        true = ended.filter(pl.col("outcome") == outcome).select("journey_id", "person")
        said = ended.filter(pl.col("said") == outcome).select("journey_id", "person")
        sums = sets_compared(true, said, ["journey_id"], matched.people)
        rows.append(Row(outcome, found(matched.resamples, sums), true.height, note))
    right = ended.select("person", right=pl.col("outcome").eq_missing(pl.col("said")))
    return [*rows, Row("any", share_right(matched.resamples, right), ended.height, "share of journeys told rightly")]


def _said(matched: Matched) -> pl.DataFrame:
    """Return ``journey_id, said``: the outcome of the submitted journey with most of a journey's interactions."""
    placed = matched.interactions.select("interaction_id", "journey_id").filter(pl.col("journey_id").is_not_null())
    named = matched.once("journeys").select("interaction_id", "journey").filter(pl.col("journey").is_not_null())
    shared = placed.join(named, on="interaction_id").group_by("journey_id", "journey").agg(n=pl.len())
    most = shared.sort("n", "journey", descending=[True, False]).unique("journey_id", keep="first", maintain_order=True)
    outcomes = matched.submission["outcomes"].select("journey", said="outcome").unique("journey", keep="first")
    return most.join(outcomes, on="journey").select("journey_id", "said")


CAPABILITY = Capability(
    name="outcomes",
    title="Outcomes",
    question="Does the system know which journeys were resolved, given up or are still open?",
    place=7,
    needs=("journeys", "outcomes"),
    score=_score,
)
