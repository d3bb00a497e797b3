"""Whether each planted friction was found where it showed, and nothing was found where there was none."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import f1, found, sets_compared
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row


def _score(matched: Matched) -> list[Row]:
    true = matched.of_journeys("frictions").rename({"interaction_id": "place"})
    journey = matched.interactions.select("interaction_id", "journey_id")
    said = (
        matched.submitted("frictions")
        .join(journey, on="interaction_id", how="left")
        .with_columns(
            place=pl.coalesce("interaction_id", pl.lit("? ") + pl.col("record")),
            journey_id=pl.coalesce("journey_id", pl.lit("? ") + pl.coalesce("interaction_id", "record")),
        )
    )
    names = sorted({*true["friction"].unique(), *said["friction"].drop_nulls().unique()})
    return [_row(matched, name, *(side.filter(pl.col("friction") == name) for side in (true, said))) for name in names]


def _row(matched: Matched, name: str, true: pl.DataFrame, said: pl.DataFrame) -> Row:
    at_place = found(matched.resamples, sets_compared(true, said, ["place"], matched.people))
    told = sets_compared(
        matched.where_told(true, "place"), matched.where_told(said, "place"), ["place"], matched.people
    )
    in_journey = sets_compared(true, said, ["journey_id"], matched.people)
    n = true["place"].n_unique()
    if not n:
        return Row(name, at_place, 0, f"nothing of the kind is planted; {said.height:,} were found", "nothing planted")
    note = "at the very interaction; told_f1: on journeys that can be told; journey_f1: anywhere in the journey"
    more = (
        *matched.resamples.measures(told, {"told_f1": f1}),
        *matched.resamples.measures(in_journey, {"journey_f1": f1}),
    )
    return Row(name, (*at_place, *more), n, note)


CAPABILITY = Capability(
    name="detectors",
    title="Friction detectors",
    question="Was each thing that went wrong for customers found where it showed, and nowhere else?",
    place=13,
    needs=("frictions",),
    score=_score,
    planted=lambda matched: sorted(matched.truth["frictions"]["friction"].unique()),
)
