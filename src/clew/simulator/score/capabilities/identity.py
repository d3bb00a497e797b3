"""Whether interactions of one person, and of nobody else, were joined into one customer."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.clusters import Grouping, compared
from clew.simulator.score.found import HIT_TRUE, TRUE
from clew.simulator.score.matched import Matched
from clew.simulator.score.resamples import ratio
from clew.simulator.score.row import Row

ABOVE = (
    "The system's recall is above it: it also joined what no chain of the person's own identifiers ties, such as by \
a name, a shared phone or device, or a case; whether that was worth it shows in precision"
)


def _score(matched: Matched) -> list[Row]:
    said = matched.once("customers").select("interaction_id", submitted="customer")
    rows = matched.interactions.select("interaction_id", "person", "identifiable", true=pl.col("person_id"))
    rows = rows.join(said, on="interaction_id", how="left")
    resamples, n = matched.resamples, rows.height
    whole = compared(rows, matched.people)
    named = rows.filter(pl.col("identifiable"))
    within = compared(named, matched.people)
    return [
        Row("pairs of interactions", whole.pairwise(resamples), n, "over all interactions, pairs of one person"),
        Row("by interaction", whole.by_interaction(resamples), n, "B-cubed over all interactions"),
        Row("whole customers", whole.exact(resamples), matched.people, "persons rebuilt with nothing missing or added"),
        _ceiling(matched, rows, whole),
        Row("pairs, identifiable", within.pairwise(resamples), named.height, "among interactions that can be told"),
        Row("by interaction, identifiable", within.by_interaction(resamples), named.height, "B-cubed among the same"),
    ]


def _ceiling(matched: Matched, rows: pl.DataFrame, whole: Grouping) -> Row:
    """Return the pairwise recall of a system that joins all that can be told, and each person's others among themselves."""
    apart = pl.when(pl.col("identifiable")).then(pl.lit("told ")).otherwise(pl.lit("untold "))
    ideal = rows.with_columns(submitted=apart + pl.col("true"))
    pairs = compared(ideal, matched.people).pairs
    (recall,) = matched.resamples.measures(pairs, {"recall": ratio(HIT_TRUE, TRUE)})
    note = "the best without guessing: what no identifier ties to its person is joined with the like of it only"
    reached = next(each.value for each in whole.pairwise(matched.resamples) if each.name == "recall")
    if reached is not None and recall.value is not None and reached > recall.value:
        note += f". {ABOVE}"
    return Row("ceiling", (recall,), rows.height, note)


CAPABILITY = Capability(
    name="identity",
    title="Identity",
    question="Were all interactions of one person, and nobody else's, joined into one customer?",
    place=2,
    needs=("customers",),
    score=_score,
)
