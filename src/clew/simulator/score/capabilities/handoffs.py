"""Whether every change of channel or of the party answering was seen, between the right two interactions."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import found, sets_compared
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row

CHANNELS = ("from_channel", "to_channel")


def _score(matched: Matched) -> list[Row]:
    true = matched.of_journeys("handoffs").select(
        "person", *CHANNELS, before="from_interaction_id", after="to_interaction_id"
    )
    said = _said(matched)
    rows = [
        _row(matched, "both ends", true, said, ["before", "after"], "between the same two interactions"),
        _row(matched, "place", true, said, ["after"], "at the same interaction, whatever came before"),
    ]
    if set(CHANNELS) <= set(said.columns):
        keys = ["after", *CHANNELS]
        moved = pl.col("from_channel") != pl.col("to_channel")
        rows.append(_row(matched, "place and channels", true, said, keys, "the same, with the same channels"))
        note = "the same, among changes of channel only"
        rows.append(_row(matched, "changes of channel", true.filter(moved), said.filter(moved), keys, note))
    return rows


def _said(matched: Matched) -> pl.DataFrame:
    """Return the submitted handoffs with ``before`` and ``after``; rows the truth doesn't know keep a name of their own."""
    ends = matched.submitted("handoffs", "to_record").rename({"interaction_id": "after"})
    own = matched.records.select(from_record="record", before="interaction_id")
    joined = ends.join(own, on="from_record", how="left")
    return joined.with_columns(
        pl.coalesce("before", pl.lit("? ") + pl.col("from_record")).alias("before"),
        pl.coalesce("after", pl.lit("? ") + pl.col("to_record")).alias("after"),
    )


def _row(matched: Matched, subject: str, true: pl.DataFrame, said: pl.DataFrame, keys: list[str], note: str) -> Row:
    sums = sets_compared(true, said, keys, matched.people)
    return Row(subject, found(matched.resamples, sums), true.height, note)


CAPABILITY = Capability(
    name="handoffs",
    title="Handoffs",
    question="Was every change of channel or of the party answering seen, at the right place?",
    place=8,
    needs=("handoffs",),
    score=_score,
)
