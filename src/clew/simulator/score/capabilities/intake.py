"""Whether every interaction arrived, once, and was understood: its channel, its kind, who acted and when."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row

MINUTE_US = 60_000_000
#: Verdicts on exported rows that tell nothing new, and what taking them for an interaction is called.
NOT_ONE = (("duplicate", "duplicates taken"), ("broken", "broken rows taken"), ("noise", "noise taken"))


def _score(matched: Matched) -> list[Row]:
    got = matched.once("interactions")
    joined = matched.interactions.join(got.drop("person"), on="interaction_id", how="left", suffix="_said")
    rows = [
        _row(matched, "arrived", joined, pl.col("repeats").is_not_null(), "true interactions that the system holds")
    ]
    arrived = joined.filter(pl.col("repeats").is_not_null())
    for column in ("channel", "kind", "party"):
        if column in got.columns:
            right = pl.col(column).eq_missing(pl.col(f"{column}_said"))
            rows.append(_row(matched, f"{column} right", arrived, right, "of those that arrived"))
    if "occurred_us" in got.columns:
        off = (pl.col("occurred_us") - pl.col("occurred_us_said")).abs()
        on_time = (off < MINUTE_US).fill_null(False)
        rows.append(
            _row(matched, "time right", arrived, on_time, "within a minute of the truth, of those that arrived")
        )
    return [*rows, *_taken_in(matched)]


def _row(matched: Matched, subject: str, frame: pl.DataFrame, right: pl.Expr, note: str) -> Row:
    judged = frame.select("person", right=right)
    return Row(subject, share_right(matched.resamples, judged), judged.height, note)


def _taken_in(matched: Matched) -> list[Row]:
    """Return how many exported rows that tell nothing new are held as interactions all the same.

    A repeated row that bears the id of the row it repeats can't be told from it in a submission, and isn't counted.
    """
    own = matched.interactions.select("record")
    held = matched.submission["interactions"].select("record").unique().with_columns(right=pl.lit(True))
    others = matched.truth["rows"].join(own, on="record", how="anti").unique("record")
    judged = others.join(held, on="record", how="left").select(
        "verdict", pl.col("right").fill_null(False), person=pl.lit(matched.people)
    )
    rows = []
    for verdict, subject in NOT_ONE:
        some = judged.filter(pl.col("verdict") == verdict)
        if some.height:
            rows.append(
                Row(subject, share_right(matched.resamples, some, "wrongly_taken"), some.height, "rows; 0 is best")
            )
    return rows


CAPABILITY = Capability(
    name="intake",
    title="Intake",
    question="Did every interaction arrive once, and was it understood?",
    place=1,
    needs=("interactions",),
    score=_score,
)
