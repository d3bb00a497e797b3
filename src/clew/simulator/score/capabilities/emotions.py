"""Whether the system knows how customers felt: by name, and from worst to best."""

from __future__ import annotations

import numpy as np
import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import HIT_SUBMITTED, f1, found, per_person, sets_compared, share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.resamples import Numbers
from clew.simulator.score.row import Row
from clew.simulator.truth_tables import EMOTIONS

NAMES = tuple(name for _, name in EMOTIONS)


def _score(matched: Matched) -> list[Row]:
    felt = matched.interactions.filter(pl.col("party") == "customer", pl.col("emotion").is_not_null())
    said = (
        matched.once("emotions").drop("person").filter(pl.col("interaction_id").is_in(felt["interaction_id"].implode()))
    )
    told = felt.with_columns(right=pl.col("interaction_id").is_in(said["interaction_id"].implode()))
    note = "customers' own interactions of which a feeling was told; the others count as missed"
    rows = [Row("told", share_right(matched.resamples, told), felt.height, note)]
    if "emotion" in said.columns:
        rows += _by_name(matched, felt, said)
    if "valence" in said.columns:
        rows.append(_correlation(matched, felt, said))
    return rows


def _by_name(matched: Matched, felt: pl.DataFrame, said: pl.DataFrame) -> list[Row]:
    people = felt.select("interaction_id", "person")
    parts: list[Numbers] = []
    rows = []
    for name in NAMES:
        true = felt.filter(pl.col("emotion") == name).select("interaction_id", "person")
        those = said.filter(pl.col("emotion") == name).select("interaction_id").join(people, on="interaction_id")
        if not true.height and not those.height:
            continue
        parts.append(sets_compared(true, those, ["interaction_id"], matched.people))
        rows.append(Row(name, found(matched.resamples, parts[-1]), true.height))
    if not parts:
        return []

    def macro(sums: Numbers) -> Numbers:
        width = HIT_SUBMITTED + 4
        each = [f1(sums[..., at : at + width]) for at in range(0, sums.shape[-1], width)]
        return np.mean(np.nan_to_num(np.stack(each)), axis=0)

    overall = matched.resamples.measures(np.hstack(parts), {"macro_f1": macro})
    return [Row("all feelings", overall, felt.height, "mean F1 of the feelings by name"), *rows]


def _correlation(matched: Matched, felt: pl.DataFrame, said: pl.DataFrame) -> Row:
    pairs = felt.select("interaction_id", "person", x="valence").join(
        said.select("interaction_id", y="valence").filter(pl.col("y").is_not_null()), on="interaction_id"
    )
    columns = pairs.with_columns(
        one=pl.lit(1.0), xx=pl.col("x") ** 2, yy=pl.col("y") ** 2, xy=pl.col("x") * pl.col("y")
    )
    sums = per_person(columns, ["one", "x", "y", "xx", "yy", "xy"], matched.people)
    measures = matched.resamples.measures(sums, {"correlation": _pearson})
    return Row("valence", measures, pairs.height, "Pearson's correlation with the true valence, where one was told")


def _pearson(sums: Numbers) -> Numbers:
    n, x, y, xx, yy, xy = np.moveaxis(sums, -1, 0)
    spread = (n * xx - x * x) * (n * yy - y * y)
    root = np.sqrt(np.maximum(spread, 0.0))
    return np.divide(n * xy - x * y, root, out=np.full(np.shape(root), np.nan), where=root > 1e-9)


CAPABILITY = Capability(
    name="emotions",
    title="Emotions",
    question="Does the system know how customers felt?",
    place=14,
    needs=("emotions",),
    score=_score,
    planted=lambda _matched: ["all feelings", "valence"],
)
