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
from clew.customers.policy import Believed, kept_by, limits_for
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
    """The columns of ``numbered`` by number: the text, the namespace (numbered, with its names), whether somebody may own it."""

    texts: pa.Array
    space: NDArray[np.int64]
    spaces: list[str]
    believed: NDArray[np.int64]
    since_us: NDArray[np.int64]
    is_shared: NDArray[np.bool_]
    is_held: NDArray[np.bool_]


def write_customers(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy | None = None) -> None:
    """Create the session's ``customers``, ``shared_identifiers`` and ``link_fates`` from the data and ``identity_links``.

    A customer's id is a digest of the oldest identifier of the group (ties by its text), so ids stay the same through
    rebuilds and as younger identifiers come and go. Shared identifiers belong to no customer.
    """
    make_room(connection, "customers", "shared_identifiers", "link_fates")
    policy = policy or IdentityPolicy()
    write_given(connection, policy)
    resolve(connection, policy)


def resolve(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> None:
    """Create ``customers``, ``shared_identifiers`` and ``link_fates`` from the session's ``given`` and ``identity_links``."""
    write_pairs(connection)
    write_shared(connection, policy)
    identifiers, pairs = _identifiers(connection, policy), _pairs(connection)
    limits = limits_for(policy, identifiers.spaces)
    fate = np.zeros(len(pairs.a), dtype=np.int8)
    fate[identifiers.is_shared[pairs.a] | identifiers.is_shared[pairs.b]] = SHARED
    open_links = np.flatnonzero((fate == 0) & ((pairs.word == 1) | ((pairs.word == 0) & (pairs.confidence > 0))))
    joined = _join(identifiers, pairs, open_links, limits)
    limit = np.full(len(fate), -1, dtype=np.int64)
    fate[open_links], limit[open_links] = joined.fate, joined.limit
    fate[pairs.word == RETRACTED], fate[pairs.word == DIFFERENT] = RETRACTED, DIFFERENT
    _write_customers(connection, identifiers, joined.group)
    _write_fates(connection, identifiers, pairs, (fate, limit), [said for said, _ in limits])


def _identifiers(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> _Identifiers:
    named = connection.execute("SELECT DISTINCT namespace FROM numbered ORDER BY namespace").fetchall()
    spaces = [str(space) for (space,) in named]
    numbers = pa.array(range(len(spaces)), pa.int64())
    connection.register("spaces", pa.table({"namespace": pa.array(spaces, pa.string()), "space": numbers}))
    found = connection.sql(
        """SELECT identifier, space, coalesce(since_us, 0) AS since_us, shared.identifier IS NOT NULL AS is_shared, is_held
        FROM numbered JOIN spaces USING (namespace) LEFT JOIN shared_identifiers shared USING (identifier) ORDER BY code"""
    ).to_arrow_table()
    connection.unregister("spaces")
    believed = Believed(policy)
    places = np.array([believed.place(space) for space in spaces], dtype=np.int64)
    space = found["space"].to_numpy()
    return _Identifiers(
        found["identifier"].combine_chunks(),
        space,
        spaces,
        places[space],
        found["since_us"].to_numpy(),
        found["is_shared"].to_numpy(),
        found["is_held"].to_numpy(),
    )


def _pairs(connection: duckdb.DuckDBPyConnection) -> _Pairs:
    found = connection.execute(
        f"""SELECT a::BIGINT AS a, b::BIGINT AS b, confidence, times, at_us, (CASE word WHEN 'same' THEN 1
          WHEN 'retracted' THEN {RETRACTED} WHEN 'different' THEN {DIFFERENT} ELSE 0 END)::TINYINT AS word
        FROM pairs ORDER BY a, b"""
    ).fetchnumpy()
    return _Pairs(*(found[name] for name in ("a", "b", "word", "confidence", "times", "at_us")))


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
        kept_by(by_person, pairs.times[chosen]),
        order,
    )


def _write_customers(connection: duckdb.DuckDBPyConnection, known: _Identifiers, group: NDArray[np.int64]) -> None:
    """Write whose each identifier is, customer by customer from the oldest on; texts are looked up by number."""
    own = np.flatnonzero(known.is_held & ~known.is_shared)
    own = own[np.argsort(group[own], kind="stable")]
    oldest = own[group[own] == own]
    place = np.zeros(len(group), dtype=np.int32)
    place[oldest] = np.arange(len(oldest))
    connection.register("oldest", pa.table({"identifier": known.texts.take(pa.array(oldest))}))
    ids = connection.sql(f"SELECT {customer_id_sql('identifier')} AS id FROM oldest").to_arrow_table()["id"]
    rows = {
        "customer_id": pa.DictionaryArray.from_arrays(place[group[own]], ids.combine_chunks()),
        "identifier": pa.DictionaryArray.from_arrays(own.astype(np.int32), known.texts),
        "since_us": known.since_us[own],
    }
    connection.register("owned", pa.table(rows))
    connection.execute("CREATE OR REPLACE TABLE customers AS FROM owned")
    for name in ("oldest", "owned"):
        connection.unregister(name)


def _write_fates(
    connection: duckdb.DuckDBPyConnection,
    known: _Identifiers,
    pairs: _Pairs,
    became: tuple[NDArray[np.int8], NDArray[np.int64]],
    limits: list[IdentityLimit],
) -> None:
    """Write what became of each link that anything is said of, and because of what."""
    told = np.flatnonzero((pairs.word != 0) | (pairs.confidence > 0))
    one, other, (fate, limit) = pairs.a[told], pairs.b[told], became
    reasons = pa.array(["", *map(_said, limits)], pa.string())
    rows = {
        "one": pa.DictionaryArray.from_arrays(one.astype(np.int32), known.texts),
        "other": pa.DictionaryArray.from_arrays(other.astype(np.int32), known.texts),
        "one_shared": known.is_shared[one],
        "other_shared": known.is_shared[other],
        "fate": pa.DictionaryArray.from_arrays(fate[told], pa.array(FATES, pa.string())),
        "reason": pa.DictionaryArray.from_arrays((limit[told] + 1).astype(np.int32), reasons),
        "times": pairs.times[told],
        "at_us": pairs.at_us[told],
    }
    connection.register("told", pa.table(rows))
    connection.execute(_LINK_FATES)
    connection.unregister("told")


_LINK_FATES = f"""CREATE OR REPLACE TABLE link_fates AS
SELECT least(one, other) AS identifier_a, greatest(one, other) AS identifier_b, fate,
  CASE WHEN fate <> '{list(FATES)[SHARED]}' THEN reason WHEN one_shared AND other_shared THEN least(one, other)
    WHEN one_shared THEN one ELSE other END AS because, times, at_us
FROM told"""


def _said(limit: IdentityLimit) -> str:
    window = "" if limit.days is None else f" within {limit.days:g} days"
    return f"at most {limit.most} {limit.kind}{window}"
