"""Proposes which records are one person, each pair with its weight, what speaks for it, and whether somebody must look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.customers.matching.blocking import choose_blockings
from clew.customers.matching.comparisons import Comparison
from clew.customers.matching.groups import group_records
from clew.customers.matching.model import Model, comparisons_of, settings_of
from clew.customers.matching.person import bring_to_one_spelling
from clew.customers.matching.session import open_linker, private_session
from clew.model import UsageError

#: Pairs below this weight (odds of about 1 to 1,000) aren't kept at all.
LEAST_WEIGHT = -10.0


@dataclass(frozen=True)
class Bands:
    """Where accepting ends and reviewing begins. The defaults are meant to run with nobody looking.

    Accepted is a pair whose two records end up in one group: the mean weight over all pairs of records between the groups that
    were joined is at least ``accept_weight`` bits (2: four times likelier one person than not, on the whole and not only by its
    best pair; 0 finds more, and among few records with many namesakes takes some of them for one person);
    pairs too unlike to be scored count ``unseen_weight``. Review is what has at least ``review_probability`` and isn't
    accepted; the rest is rejected. ``one_per_source``: two records of one source are never one person.
    """

    accept_weight: float = 2.0
    review_probability: float = 0.5
    unseen_weight: float = -2.0
    one_per_source: bool = False

    def __post_init__(self) -> None:
        if self.accept_weight <= self.unseen_weight:
            raise UsageError(
                "accept_weight must be above unseen_weight: else groups would grow by pairs that nobody looked at."
            )
        if not 0 <= self.review_probability <= 1:
            raise UsageError("review_probability is a share from 0 to 1.")


@dataclass(frozen=True)
class Proposals:
    """Pairs that were proposed, and how many of those looked at fell where.

    ``pairs`` has one row an accepted or reviewed pair, the surest first: record_a < record_b (text), weight (bits), probability, band
    (``accept`` or ``review``), group (text: the smallest record_id of record_a's group), evidence (list of column,
    words, weight: what each column adds to the weight; the prior is the rest). The groups are the parts that accepted
    pairs connect.
    """

    pairs: pa.Table
    looked_at: int
    accepted: int
    to_review: int

    @property
    def rejected(self) -> int:
        """Pairs looked at and neither accepted nor kept for review."""
        return self.looked_at - self.accepted - self.to_review


def propose(records: pa.Table, model: Model, bands: Bands | None = None, most_pairs: int = 20_000_000) -> Proposals:
    """Score the pairs of person records that share something telling and say what to do with each.

    Columns that the model doesn't know are left aside, those that the records lack say nothing. At most ``most_pairs`` are
    compared. Same records and model, same answer. UsageError for a model of another version of Clew, records without an id,
    or where Splink is missing.
    """
    bands = bands or Bands()
    known = comparisons_of(model)
    with private_session() as connection:
        columns = bring_to_one_spelling(connection, records)
        blockings = choose_blockings(connection, columns, model.between_sources, most_pairs)
        if not blockings:
            return Proposals(_NO_PAIRS, 0, 0, 0)
        settings = settings_of(
            [
                (comparison, [(level.same_person, level.others) for level in weights.levels])
                for comparison, weights in known
            ],
            model.prior,
            [each.condition(model.between_sources) for each in blockings],
        )
        linker = open_linker(connection, settings)
        looked_at = _count(connection, linker.inference.compute_blocked_pairs_for_predict().physical_name)
        scored = linker.inference.predict(threshold_match_weight=LEAST_WEIGHT, warning_mode="never").physical_name
        _write_groups(connection, scored, bands)
        pairs = _with_evidence(connection, scored, [comparison for comparison, _ in known], bands)
    bands_of = pairs["band"].to_pylist()
    accepted = bands_of.count("accept")
    return Proposals(pairs, looked_at, accepted, len(bands_of) - accepted)


_NO_PAIRS = pa.table(
    {
        "record_a": pa.array([], pa.string()),
        "record_b": pa.array([], pa.string()),
        "weight": pa.array([], pa.float64()),
        "probability": pa.array([], pa.float64()),
        "band": pa.array([], pa.string()),
        "group": pa.array([], pa.string()),
        "evidence": pa.array(
            [], pa.list_(pa.struct({"column": pa.string(), "words": pa.string(), "weight": pa.float64()}))
        ),
    }
)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def _write_groups(connection: duckdb.DuckDBPyConnection, scored: str, bands: Bands) -> None:
    """Write the session's ``grouped``: each record with its group, both by number in the order of ids."""
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE numbered AS
        SELECT record_id, row_number() OVER (ORDER BY record_id) - 1 AS number,
          CASE WHEN source IS NULL THEN -1 ELSE dense_rank() OVER (ORDER BY source) - 1 END AS source FROM people"""
    )
    sources = connection.execute("SELECT source FROM numbered ORDER BY number").fetchnumpy()["source"].astype(np.int64)
    edges = connection.execute(
        f"""SELECT a.number AS one, b.number AS other, match_weight AS weight FROM {scored}
        JOIN numbered a ON a.record_id = record_id_l JOIN numbered b ON b.record_id = record_id_r ORDER BY 1, 2"""
    ).fetchnumpy()
    group = group_records(
        (edges["one"].astype(np.int64), edges["other"].astype(np.int64)),
        edges["weight"].astype(np.float64),
        _told_apart(sources) if bands.one_per_source else np.full(len(sources), -1, dtype=np.int64),
        bands.accept_weight,
        bands.unseen_weight,
    )
    connection.register("found", pa.table({"number": np.arange(len(group)), "in_group": group}))
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE grouped AS SELECT n.record_id, g.record_id AS in_group
        FROM numbered n JOIN found ON found.number = n.number JOIN numbered g ON g.number = found.in_group"""
    )
    connection.unregister("found")


def _told_apart(sources: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return sources as they fit in the bits of a number; those past the 62nd can't be held apart and aren't."""
    return np.where(sources < 62, sources, -1)


def _with_evidence(
    connection: duckdb.DuckDBPyConnection, scored: str, comparisons: Sequence[Comparison], bands: Bands
) -> pa.Table:
    """Return accepted and reviewed pairs; the steps are told again for these few instead of being kept for all."""
    used = sorted({column for each in comparisons for column in (each.column, *each.also)})
    sides = ", ".join(f'a."{column}" AS "{column}_l", b."{column}" AS "{column}_r"' for column in used)
    told = ", ".join(
        f"""{{'column': '{each.column}', 'words': ({_list(each.words)})[1 + ({each.step})],
        'weight': round({_weight(each)}, 3)}}"""
        for each in comparisons
    )
    weights = ", ".join(name for each in comparisons for name in _weights(each))
    return connection.sql(
        f"""WITH kept AS (
          SELECT record_id_l, record_id_r, match_weight, match_probability, {weights}, one.in_group AS in_group,
            one.in_group = two.in_group AS is_accepted
          FROM {scored} JOIN grouped one ON one.record_id = record_id_l JOIN grouped two ON two.record_id = record_id_r
          WHERE (match_probability >= 0.5 AND one.in_group = two.in_group) OR match_probability >= $1
        ), sides AS (
          SELECT kept.*, {sides} FROM kept JOIN people a ON a.record_id = record_id_l JOIN people b ON b.record_id = record_id_r
        )
        SELECT record_id_l AS record_a, record_id_r AS record_b, round(match_weight, 3) AS weight,
          match_probability AS probability, CASE WHEN is_accepted THEN 'accept' ELSE 'review' END AS band, in_group AS "group",
          list_filter([{told}], lambda each: each.words IS NOT NULL) AS evidence
        FROM sides ORDER BY match_weight DESC, 1, 2""",
        params=[bands.review_probability],
    ).to_arrow_table()


def _weights(comparison: Comparison) -> list[str]:
    """The columns of a scored pair that hold what the comparison adds to the weight."""
    by_frequency = any(level.by_frequency for level in comparison.alike)
    return [f"mw_{comparison.column}", *([f"mw_tf_adj_{comparison.column}"] if by_frequency else [])]


def _weight(comparison: Comparison) -> str:
    return " + ".join(f"coalesce({name}, 0)" for name in _weights(comparison))


def _list(words: Sequence[str]) -> str:
    """Our own words as a list in SQL."""
    return "[" + ", ".join("'" + each.replace("'", "''") + "'" for each in words) + "]"
