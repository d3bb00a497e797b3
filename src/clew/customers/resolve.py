"""Works out who is one person: identifiers joined link by link, as far as the limits allow, named after their oldest member."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.customers.constrained import CodedLimit, Joined, join
from clew.customers.customer_id import customer_id_sql
from clew.customers.fate import DIFFERENT, FATES, RETRACTED, SHARED
from clew.customers.numbered import write_given, write_pairs
from clew.customers.policy import Believed, limits_for
from clew.customers.room import make_room
from clew.customers.shared import write_shared
from clew.model import IdentityLimit, IdentityPolicy


@dataclass(frozen=True)
class _Pairs:
    """The columns of ``pairs``, one row a pair: numbers of both, the older first."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    word: NDArray[np.int8]
    confidence: NDArray[np.float64]
    times: NDArray[np.int64]
    at_us: NDArray[np.int64]


@dataclass(frozen=True)
class _Identifiers:
    """The columns of ``numbered`` by number: the namespace (numbered, with its names) and whether somebody may own it."""

    space: NDArray[np.int64]
    spaces: list[str]
    believed: NDArray[np.int64]
    since_us: NDArray[np.int64]
    is_shared: NDArray[np.bool_]


def write_customers(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy | None = None) -> None:
    """Create the session's ``customers``, ``shared_identifiers`` and ``link_fates`` from the data and ``identity_links``.

    A customer's id is a digest of the oldest identifier of the group (ties by its text), so ids stay the same through
    rebuilds and as younger identifiers come and go. Shared identifiers belong to no customer.
    """
    make_room(connection, "customers", "shared_identifiers", "link_fates")
    write_given(connection)
    resolve(connection, policy or IdentityPolicy())


def resolve(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> None:
    """Create ``customers``, ``shared_identifiers`` and ``link_fates`` from the session's ``given`` and ``identity_links``."""
    write_pairs(connection)
    write_shared(connection, policy)
    identifiers, pairs = _identifiers(connection, policy), _pairs(connection)
    limits = limits_for(policy, identifiers.spaces)
    fate = np.zeros(len(pairs.a), dtype=np.int8)
    fate[identifiers.is_shared[pairs.a] | identifiers.is_shared[pairs.b]] = SHARED
    open_links = np.flatnonzero((fate == 0) & ((pairs.word == 1) | ((pairs.word == 0) & (pairs.times > 0))))
    joined = _join(identifiers, pairs, open_links, limits)
    limit = np.full(len(fate), -1, dtype=np.int64)
    fate[open_links], limit[open_links] = joined.fate, joined.limit
    fate[pairs.word == RETRACTED], fate[pairs.word == DIFFERENT] = RETRACTED, DIFFERENT
    _write(connection, joined.group, fate, limit, [said for said, _ in limits])


def _identifiers(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> _Identifiers:
    found = connection.execute(
        """SELECT dense_rank() OVER (ORDER BY namespace) - 1 AS space, coalesce(since_us, 0) AS since_us,
          shared.identifier IS NOT NULL AS is_shared
        FROM numbered LEFT JOIN shared_identifiers shared USING (identifier) ORDER BY code"""
    ).fetchnumpy()
    named = connection.execute("SELECT DISTINCT namespace FROM numbered ORDER BY namespace").fetchall()
    spaces = [str(space) for (space,) in named]
    believed = Believed(policy)
    places = np.array([believed.place(space) for space in spaces], dtype=np.int64)
    space = found["space"].astype(np.int64)
    return _Identifiers(
        space, spaces, places[space], found["since_us"].astype(np.int64), found["is_shared"].astype(bool)
    )


def _pairs(connection: duckdb.DuckDBPyConnection) -> _Pairs:
    found = connection.execute(
        f"""SELECT a, b, CASE word WHEN 'same' THEN 1 WHEN 'retracted' THEN {RETRACTED} WHEN 'different' THEN {DIFFERENT} ELSE 0 END
          AS word, confidence, times, at_us FROM pairs ORDER BY rowid"""
    ).fetchnumpy()
    a, b, word, confidence, times, at_us = (found[name] for name in ("a", "b", "word", "confidence", "times", "at_us"))
    return _Pairs(
        a.astype(np.int64),
        b.astype(np.int64),
        word.astype(np.int8),
        confidence.astype(np.float64),
        times.astype(np.int64),
        at_us.astype(np.int64),
    )


def _join(
    identifiers: _Identifiers, pairs: _Pairs, chosen: NDArray[np.int64], limits: list[tuple[IdentityLimit, CodedLimit]]
) -> Joined:
    """Join what is open: rules before words, then by confidence, kinds, how often, the earliest, and age."""
    a, b, by_person = pairs.a[chosen], pairs.b[chosen], pairs.word[chosen] == 1
    believed = np.maximum(identifiers.believed[a], identifiers.believed[b])
    order = (b, a, pairs.at_us[chosen], -pairs.times[chosen], believed, -pairs.confidence[chosen], by_person)
    apart = np.flatnonzero(pairs.word == DIFFERENT)
    return join(
        identifiers.space,
        identifiers.since_us,
        np.column_stack((a, b)),
        tuple(coded for _, coded in limits),
        np.column_stack((pairs.a[apart], pairs.b[apart])),
        by_person,
        order,
    )


def _write(
    connection: duckdb.DuckDBPyConnection,
    group: NDArray[np.int64],
    fate: NDArray[np.int8],
    limit: NDArray[np.int64],
    limits: list[IdentityLimit],
) -> None:
    """Write both tables with texts again."""
    connection.register("groups", pa.table({"code": np.arange(len(group)), "oldest": group}))
    connection.execute(
        f"""CREATE OR REPLACE TABLE customers AS
        WITH own AS (SELECT code, identifier, since_us FROM numbered ANTI JOIN shared_identifiers USING (identifier) WHERE is_held),
        ids AS (SELECT code, {customer_id_sql("identifier")} AS customer_id FROM own
          WHERE code IN (SELECT oldest FROM groups))
        SELECT customer_id, identifier, since_us FROM own JOIN groups USING (code) JOIN ids ON ids.code = groups.oldest
        ORDER BY groups.oldest, own.code"""
    )
    words = pa.table({"fate": pa.array(range(len(FATES)), pa.int8()), "said": pa.array(FATES, pa.string())})
    reasons = pa.table(
        {
            "number": pa.array(range(-1, len(limits)), pa.int64()),
            "reason": pa.array(["", *map(_said, limits)], pa.string()),
        }
    )
    tables = {
        "tried": pa.table({"place": np.arange(len(fate)), "fate": fate, "number": limit}),
        "fate_words": words,
        "reasons": reasons,
    }
    for name, table in tables.items():
        connection.register(name, table)
    connection.execute(_LINK_FATES)
    for name in ("groups", *tables):
        connection.unregister(name)


_LINK_FATES = f"""CREATE OR REPLACE TABLE link_fates AS
WITH told AS (SELECT * FROM pairs JOIN tried ON tried.place = pairs.rowid WHERE word IS NOT NULL OR times > 0),
texts AS (
  SELECT least(na.identifier, nb.identifier) AS identifier_a, greatest(na.identifier, nb.identifier) AS identifier_b, told.*
  FROM told JOIN numbered na ON na.code = told.a JOIN numbered nb ON nb.code = told.b
), shared AS (SELECT identifier FROM shared_identifiers)
SELECT identifier_a, identifier_b, said AS fate, CASE WHEN texts.fate = {SHARED} THEN
    CASE WHEN identifier_a IN (FROM shared) THEN identifier_a ELSE identifier_b END ELSE reason END AS because, times, at_us
FROM texts JOIN fate_words USING (fate) JOIN reasons USING (number)
ORDER BY texts.a, texts.b"""


def _said(limit: IdentityLimit) -> str:
    window = "" if limit.days is None else f" within {limit.days:g} days"
    return f"at most {limit.most} {limit.kind}{window}"
