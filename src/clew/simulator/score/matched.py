"""Truth and submission side by side: every submitted row is given the true interaction and the person it stands for."""

from __future__ import annotations

from functools import cached_property

import polars as pl

from clew.simulator.score.read_tables import Tables
from clew.simulator.score.resamples import Resamples


class Matched:
    """What every capability is scored from.

    ``truth`` and ``submission`` are tables by name; ``people`` counts the true persons, who are numbered from 0 in the
    columns ``person`` (``people`` itself = nobody).
    """

    def __init__(self, truth: Tables, submission: Tables, seed: int = 7) -> None:
        """Match them; ``seed`` decides the draws behind the intervals."""
        self.truth = truth
        self.submission = submission
        self._persons = (
            truth["interactions"].select("person_id").unique().sort("person_id").with_row_index("person")
        ).with_columns(pl.col("person").cast(pl.Int64))
        self.people = self._persons.height
        self.resamples = Resamples(self.people, seed)

    @cached_property
    def interactions(self) -> pl.DataFrame:
        """The true interactions with ``person``, in the order of their ids."""
        return self.truth["interactions"].join(self._persons, on="person_id").sort("interaction_id")

    @cached_property
    def journeys(self) -> pl.DataFrame:
        """The true journeys with ``person``, in the order of their ids."""
        return self._with_person(self.truth["journeys"]).sort("journey_id")

    @cached_property
    def records(self) -> pl.DataFrame:
        """Each exported row that tells an interaction: ``record, interaction_id, person``; repeated rows included."""
        own = self.interactions.select("record", "interaction_id", "person", repeats=pl.lit(False))
        told = self.truth["rows"].filter(pl.col("interaction_id").is_not_null(), pl.col("verdict") == "duplicate")
        again = told.select("record", "interaction_id").unique("record").join(own, on="record", how="anti")
        repeated = again.join(self.interactions.select("interaction_id", "person"), on="interaction_id")
        return pl.concat([own, repeated.select("record", "interaction_id", "person", repeats=pl.lit(True))])

    def submitted(self, table: str, column: str = "record") -> pl.DataFrame:
        """Return a submitted table with ``interaction_id`` and ``person`` of its rows; null and nobody for unknown rows."""
        right = self.records.rename({"record": column})
        joined = self.submission[table].join(right, on=column, how="left", maintain_order="left")
        return joined.with_columns(pl.col("person").fill_null(self.people))

    def once(self, table: str) -> pl.DataFrame:
        """Return a submitted table with one row an interaction: that of its own row before those that repeat it."""
        rows = self.submitted(table).filter(pl.col("interaction_id").is_not_null())
        return rows.sort("repeats", "record", maintain_order=True).unique("interaction_id", keep="first")

    def of_journeys(self, table: str) -> pl.DataFrame:
        """Return a truth table whose rows name a journey, with its ``person``."""
        return self.truth[table].join(self.journeys.select("journey_id", "person"), on="journey_id", how="inner")

    def of_interactions(self, table: str) -> pl.DataFrame:
        """Return a truth table whose rows name an interaction, with its ``person``."""
        return self.truth[table].join(
            self.interactions.select("interaction_id", "person"), on="interaction_id", how="inner"
        )

    @cached_property
    def lost(self) -> pl.DataFrame:
        """The journeys that nobody can rebuild from the exports: something in them leads to no customer (``journey_id``)."""
        untold = self.interactions.filter(~pl.col("told"), pl.col("journey_id").is_not_null())
        return untold.select("journey_id").unique()

    def where_told(self, frame: pl.DataFrame, interaction: str = "interaction_id") -> pl.DataFrame:
        """Return the rows at interactions of journeys that can be rebuilt, and at such as are of no journey."""
        lost = self.interactions.join(self.lost, on="journey_id", how="semi").select(
            pl.col("interaction_id").alias(interaction)
        )
        return frame.join(lost, on=interaction, how="anti")

    def _with_person(self, frame: pl.DataFrame) -> pl.DataFrame:
        joined = frame.join(self._persons, on="person_id", how="left")
        return joined.with_columns(pl.col("person").fill_null(self.people))
