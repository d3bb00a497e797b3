"""Whether each question for something that the customer had given already was found, apart from legitimate checks."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import found, sets_compared
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row

KEYS = ["place", "fact"]
ACTS = (
    ("ask_again", "asked again", "questions for what was given before, needless"),
    ("reverify", "reverified", "legitimate checks of who somebody is"),
)
TOLD = "asked again, where it can be told"


def _score(matched: Matched) -> list[Row]:
    acts = matched.of_interactions("facts").rename({"interaction_id": "place"})
    said = matched.submitted("asked_again").with_columns(
        place=pl.coalesce("interaction_id", pl.lit("? ") + pl.col("record"))
    )
    if "reverified" not in said.columns:
        said = said.with_columns(reverified=pl.lit(False))
    rows = []
    for act, subject, meaning in ACTS:
        true = acts.filter(pl.col("act") == act)
        those = said.filter(pl.col("reverified").fill_null(False) == (act == "reverify"))
        sums = sets_compared(true, those, KEYS, matched.people)
        rows.append(Row(subject, found(matched.resamples, sums), true.select(KEYS).n_unique(), meaning))
        if act == "ask_again":
            told = matched.where_told(true, "place")
            sums = sets_compared(told, matched.where_told(those, "place"), KEYS, matched.people)
            note = "the same, on journeys that identifiers and what is said lead to their customer as a whole"
            rows.append(Row(TOLD, found(matched.resamples, sums), told.select(KEYS).n_unique(), note))
    return rows


CAPABILITY = Capability(
    name="asked_again",
    title="Asked again",
    question="Was every question found for something that the customer had given already?",
    place=11,
    needs=("asked_again",),
    score=_score,
    planted=lambda _matched: [*(subject for _, subject, _ in ACTS), TOLD],
)
