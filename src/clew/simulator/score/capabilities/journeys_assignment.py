"""Whether interactions on one issue of one customer, and no others, were joined into one journey."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.clusters import compared
from clew.simulator.score.found import share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row


def _score(matched: Matched) -> list[Row]:
    said = matched.once("journeys").select("interaction_id", submitted="journey")
    every = matched.interactions.join(said, on="interaction_id", how="left").rename({"journey_id": "true"})
    placed = every.filter(pl.col("true").is_not_null())
    whole = compared(placed, matched.people)
    resamples, n = matched.resamples, placed.height
    caseless = placed.filter(pl.col("case_ref").is_null())
    without = compared(caseless, matched.people)
    return [
        Row("pairs of interactions", whole.pairwise(resamples), n, "over interactions that belong to a journey"),
        Row("by interaction", whole.by_interaction(resamples), n, "B-cubed over the same"),
        Row(
            "whole journeys", whole.exact(resamples), placed["true"].n_unique(), "rebuilt with nothing missing or added"
        ),
        Row("pairs without a case", without.pairwise(resamples), caseless.height, "among those that no case ties"),
        Row(
            "by interaction, without a case", without.by_interaction(resamples), caseless.height, "B-cubed of the same"
        ),
        _where_told(matched, caseless),
        _ceiling(matched, caseless),
        _kept_apart(matched, every),
    ]


def _where_told(matched: Matched, caseless: pl.DataFrame) -> Row:
    """Compare the pairs without a case among interactions that the exports put down to their customer."""
    told = caseless.filter("identifiable")
    note = "the same, of interactions that identifiers in the exports lead to their customer"
    pairs = compared(told, matched.people).pairwise(matched.resamples)
    return Row("pairs without a case, where it can be told", pairs, told.height, note)


def _ceiling(matched: Matched, caseless: pl.DataFrame) -> Row:
    """Compare the truth with all that anything in the exports leads to its customer, and the rest of each journey, apart."""
    parted = caseless.with_columns(submitted=pl.format("{} {}", "true", "told"))
    note = "the best without guessing: what neither identifiers nor what is said lead to its customer is joined with the like of it only"
    pairs = compared(parted, matched.people).pairwise(matched.resamples)
    return Row("ceiling, pairs without a case", pairs, caseless.height, note)


def _kept_apart(matched: Matched, every: pl.DataFrame) -> Row:
    """Return how many interactions of no journey were left out of the submitted journeys that hold true ones."""
    mixed = every.filter(pl.col("true").is_not_null()).select("submitted").unique().with_columns(mixed=pl.lit(True))
    loose = every.filter(pl.col("true").is_null()).join(mixed, on="submitted", how="left")
    judged = loose.select("person", right=pl.col("mixed").is_null())
    note = "visits, orders and others of no journey that were kept out of journeys"
    return Row("kept apart", share_right(matched.resamples, judged), judged.height, note)


CAPABILITY = Capability(
    name="journeys_assignment",
    title="Journeys: what belongs together",
    question="Were all interactions on one issue of one customer, and no others, joined into one journey?",
    place=4,
    needs=("journeys",),
    score=_score,
)
