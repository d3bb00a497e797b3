"""Whether it was found what customers want settled, without the tags that agents set."""

from __future__ import annotations

import polars as pl

from clew.simulator.score.capability import Capability
from clew.simulator.score.clusters import compared
from clew.simulator.score.found import found, sets_compared, share_right
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row


def _score(matched: Matched) -> list[Row]:
    said = matched.once("issues").select("interaction_id", label="issue")
    about = matched.interactions.filter(pl.col("issue").is_not_null()).join(said, on="interaction_id", how="left")
    named = about.join(_meaning(about), on="label", how="left")
    right = named.select("person", right=pl.col("issue").eq_missing(pl.col("meant")))
    grouped = compared(named.select("person", true="issue", submitted="label"), matched.people)
    note = "a submitted label means the true issue that most of its interactions have"
    rows = [
        Row("named rightly", share_right(matched.resamples, right), named.height, note),
        Row("grouped", grouped.by_interaction(matched.resamples), named.height, "B-cubed: whatever the labels mean"),
    ]
    for issue in sorted(named["issue"].unique()):
        true, meant = (
            named.filter(pl.col(side) == issue).select("interaction_id", "person") for side in ("issue", "meant")
        )
        sums = sets_compared(true, meant, ["interaction_id"], matched.people)
        rows.append(Row(issue, found(matched.resamples, sums), true.height))
    return rows


def _meaning(about: pl.DataFrame) -> pl.DataFrame:
    """Return ``label, meant``; ties go to the issue whose name comes first."""
    shared = about.filter(pl.col("label").is_not_null()).group_by("label", "issue").agg(n=pl.len())
    most = shared.sort("n", "issue", descending=[True, False]).unique("label", keep="first", maintain_order=True)
    return most.select("label", meant="issue")


CAPABILITY = Capability(
    name="issues",
    title="Issues",
    question="Was it found what customers want settled, without the agents' tags?",
    place=12,
    needs=("issues",),
    score=_score,
    planted=lambda _matched: ["named rightly", "grouped"],
)
