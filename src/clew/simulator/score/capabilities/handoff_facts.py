"""Whether it is known what was known at each handoff: what was carried over, and what the customer was asked again."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import found, sets_compared
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row

COLUMNS = {
    "facts_known": "facts the customer had given before",
    "facts_carried": "facts the receiver used without asking",
    "facts_asked_again": "facts asked for again, needlessly",
    "facts_reverified": "facts asked again as a legitimate check",
}


def _score(matched: Matched) -> list[Row]:
    true = matched.of_journeys("handoffs").rename({"to_interaction_id": "after"})
    said = matched.submitted("handoffs", "to_record").with_columns(
        after=pl.coalesce("interaction_id", pl.lit("? ") + pl.col("to_record"))
    )
    rows = []
    for column, meaning in COLUMNS.items():
        if column not in said.columns:
            rows.append(Row(column, note=f"not submitted (no column {column} in handoffs)", state="not submitted"))
            continue
        planted = _spread(true, column)
        sums = sets_compared(planted, _spread(said, column), ["after", "fact"], matched.people)
        rows.append(Row(column, found(matched.resamples, sums), planted.height, f"{meaning}, by handoff and fact"))
    return rows


def _spread(handoffs: pl.DataFrame, column: str) -> pl.DataFrame:
    """Return one row a handoff and fact."""
    listed = handoffs.select("person", "after", fact=pl.col(column))
    return listed.explode("fact").filter(pl.col("fact").is_not_null())


CAPABILITY = Capability(
    name="handoff_facts",
    title="Context at handoffs",
    question="Is it known what each receiver had, and what the customer was asked again?",
    place=9,
    needs=("handoffs",),
    score=_score,
    planted=lambda _matched: list(COLUMNS),
)
