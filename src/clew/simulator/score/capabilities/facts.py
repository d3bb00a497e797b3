"""Whether the facts in texts were found, with the characters they stand in."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import HIT_SUBMITTED, HIT_TRUE, SUBMITTED, TRUE, f1, found, per_person, sets_compared
from clew.simulator.score.matched import Matched
from clew.simulator.score.resamples import Numbers
from clew.simulator.score.row import Row

SPAN = ["place", "fact", "start", "end"]


def _score(matched: Matched) -> list[Row]:
    true = _true(matched)
    said = matched.submitted("facts").with_columns(place=pl.coalesce("interaction_id", pl.lit("? ") + pl.col("record")))
    names = sorted({*true["fact"].unique(), *said["fact"].drop_nulls().unique()})
    rows = [_row(matched, "all facts", true, said)]
    rows += [_row(matched, name, *(side.filter(pl.col("fact") == name) for side in (true, said))) for name in names]
    return rows


def _true(matched: Matched) -> pl.DataFrame:
    """Return the facts that are said, by anybody; where they are only asked for there is nothing to find."""
    told = matched.of_interactions("facts").filter(pl.col("value").is_not_null())
    return told.rename({"interaction_id": "place"}).unique(SPAN)


def _row(matched: Matched, subject: str, true: pl.DataFrame, said: pl.DataFrame) -> Row:
    exact = found(matched.resamples, sets_compared(true, said, SPAN, matched.people))
    overlap = matched.resamples.measures(_overlapping(true, said, matched.people), {"overlap_f1": f1})
    return Row(subject, (*exact, *overlap), true.height, "the same characters; overlap: at least one of them")


def _overlapping(true: pl.DataFrame, said: pl.DataFrame, people: int) -> Numbers:
    """Return the four columns where a fact is found when a submitted one of its kind shares a character with it."""
    left = true.select(*SPAN, "person").with_row_index("true_row")
    right = said.unique(SPAN).select(*SPAN, said_person="person").with_row_index("said_row")
    met = left.join(right, on=["place", "fact"], how="inner", suffix="_said").filter(
        (pl.col("start") < pl.col("end_said")) & (pl.col("start_said") < pl.col("end"))
    )
    true_hit = left.with_columns(hit=pl.col("true_row").is_in(met["true_row"].unique().implode()), one=pl.lit(1.0))
    said_hit = right.rename({"said_person": "person"}).with_columns(
        hit=pl.col("said_row").is_in(met["said_row"].unique().implode()), one=pl.lit(1.0)
    )
    sums = per_person(said_hit, ["hit", "one", "hit", "one"], people)
    sums[:, [HIT_TRUE, TRUE]] = per_person(true_hit, ["hit", "one"], people)
    assert (HIT_SUBMITTED, SUBMITTED) == (0, 1)
    return sums


CAPABILITY = Capability(
    name="facts",
    title="Facts",
    question="Were the facts in the texts found, with the characters they stand in?",
    place=10,
    needs=("facts",),
    score=_score,
    planted=lambda matched: ["all facts", *sorted(_true(matched)["fact"].unique())],
)
