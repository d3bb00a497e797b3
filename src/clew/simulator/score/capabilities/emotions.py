"""Whether the system knows how customers felt: by name and from worst to best, over all and where words show it."""

from __future__ import annotations

import numpy as np
import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.found import HIT_SUBMITTED, f1, found, per_person, sets_compared, share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.resamples import Numbers
from clew.simulator.score.row import Row
from clew.simulator.truth_tables import EMOTIONS

#: Behind the subjects of rows over those interactions only whose words show how the customer felt.
SHOWN = " in words"
NAMES = tuple(name for _, name in EMOTIONS)


def _score(matched: Matched) -> list[Row]:
    felt = matched.interactions.filter(pl.col("party") == "customer", pl.col("emotion").is_not_null())
    said = matched.once("emotions").drop("person")
    shown = felt.filter(pl.col("expressed").fill_null(False))
    rows = _rows(matched, felt, said, "")
    if not shown.height:
        return [*rows, Row(f"told{SHOWN}", note="no feeling is shown in words", state="nothing planted")]
    return [*rows, *_rows(matched, shown, said, SHOWN)]


def _rows(matched: Matched, felt: pl.DataFrame, every: pl.DataFrame, suffix: str) -> list[Row]:
    """Return the rows over the interactions in ``felt``; what is said of others is left out."""
    said = every.filter(pl.col("interaction_id").is_in(felt["interaction_id"].implode()))
    told = felt.with_columns(right=pl.col("interaction_id").is_in(said["interaction_id"].implode()))
    note = "customers' own interactions of which a feeling was told; the others count as missed"
    if suffix:
        note = "the same, of those whose words show how they felt"
    rows = [Row(f"told{suffix}", share_right(matched.resamples, told), felt.height, note)]
    if "emotion" in said.columns:
        rows += _by_name(matched, felt, said, suffix)
    if "valence" in said.columns:
        rows.append(_correlation(matched, felt, said, suffix))
    return rows


def _by_name(matched: Matched, felt: pl.DataFrame, said: pl.DataFrame, suffix: str) -> list[Row]:
    people = felt.select("interaction_id", "person")
    parts: list[Numbers] = []
    rows = []
    for name in NAMES:
        true = felt.filter(pl.col("emotion") == name).select("interaction_id", "person")
        those = said.filter(pl.col("emotion") == name).select("interaction_id").join(people, on="interaction_id")
        if not true.height and not those.height:
            continue
        parts.append(sets_compared(true, those, ["interaction_id"], matched.people))
        rows.append(Row(f"{name}{suffix}", found(matched.resamples, parts[-1]), true.height))
    if not parts:
        return []

    def macro(sums: Numbers) -> Numbers:
        width = HIT_SUBMITTED + 4
        each = [f1(sums[..., at : at + width]) for at in range(0, sums.shape[-1], width)]
        return np.mean(np.nan_to_num(np.stack(each)), axis=0)

    overall = matched.resamples.measures(np.hstack(parts), {"macro_f1": macro})
    return [Row(f"all feelings{suffix}", overall, felt.height, "mean F1 of the feelings by name"), *rows]


def _correlation(matched: Matched, felt: pl.DataFrame, said: pl.DataFrame, suffix: str) -> Row:
    pairs = felt.select("interaction_id", "person", x="valence").join(
        said.select("interaction_id", y="valence").filter(pl.col("y").is_not_null()), on="interaction_id"
    )
    columns = pairs.with_columns(
        one=pl.lit(1.0), xx=pl.col("x") ** 2, yy=pl.col("y") ** 2, xy=pl.col("x") * pl.col("y")
    )
    sums = per_person(columns, ["one", "x", "y", "xx", "yy", "xy"], matched.people)
    measures = matched.resamples.measures(sums, {"correlation": _pearson})
    note = "Pearson's correlation with the true valence, where one was told"
    return Row(f"valence{suffix}", measures, pairs.height, note)


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
    planted=lambda _matched: [
        f"{subject}{suffix}" for suffix in ("", SHOWN) for subject in ("all feelings", "valence")
    ],
)
