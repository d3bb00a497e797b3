"""Compares two ways to group the same interactions: by pairs, by interactions (B-cubed), and by whole groups."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from clew.simulator.score.found import found, per_person
from clew.simulator.score.resamples import Numbers, Resamples, ratio
from clew.simulator.score.row import Measure


@dataclass(frozen=True)
class Grouping:
    """Sums a person: pairs and shares of interactions as in :func:`~clew.simulator.score.found.found`, and whole groups.

    ``whole`` has two columns: true groups that were rebuilt exactly, true groups.
    """

    pairs: Numbers
    b_cubed: Numbers
    whole: Numbers

    def pairwise(self, resamples: Resamples) -> tuple[Measure, ...]:
        """Precision, recall and F1 over pairs of interactions in one group."""
        return found(resamples, self.pairs)

    def by_interaction(self, resamples: Resamples) -> tuple[Measure, ...]:
        """B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
        return found(resamples, self.b_cubed)

    def exact(self, resamples: Resamples) -> tuple[Measure, ...]:
        """Share of true groups that were rebuilt with nothing missing and nothing added."""
        return resamples.measures(self.whole, {"share": ratio(0, 1)})


def compared(rows: pl.DataFrame, people: int) -> Grouping:
    """Compare the columns ``true`` and ``submitted`` of interactions that each have a ``person``.

    An interaction that wasn't submitted (null) is a group by itself. Pairs come in closed form from the table of how many
    interactions each two groups share. A true group may hold several people (an issue); what is shared by people counts for
    each by their part, so that a pair across two of them counts half for each.
    """
    alone = pl.lit("\0alone ") + pl.int_range(pl.len()).cast(pl.String)
    named = rows.with_columns(pl.coalesce("submitted", alone).alias("submitted"))
    cells = named.group_by("person", "true", "submitted").agg(pl.len().cast(pl.Float64).alias("n"))
    sized = cells.with_columns(
        pl.col("n").sum().over("true").alias("a"),
        pl.col("n").sum().over("submitted").alias("b"),
        pl.col("n").sum().over("true", "submitted").alias("both"),
    ).with_columns(
        hit_pairs=pl.col("n") * (pl.col("both") - 1) / 2,
        said_pairs=pl.col("n") * (pl.col("b") - 1) / 2,
        true_pairs=pl.col("n") * (pl.col("a") - 1) / 2,
        said_right=pl.col("n") * pl.col("both") / pl.col("b"),
        true_found=pl.col("n") * pl.col("both") / pl.col("a"),
        group=pl.col("n") / pl.col("a"),
    )
    whole = (pl.col("both") == pl.col("a")) & (pl.col("both") == pl.col("b"))
    sized = sized.with_columns(rebuilt=pl.col("group") * whole)
    return Grouping(
        per_person(sized, ["hit_pairs", "said_pairs", "hit_pairs", "true_pairs"], people),
        per_person(sized, ["said_right", "n", "true_found", "n"], people),
        per_person(sized, ["rebuilt", "group"], people),
    )
