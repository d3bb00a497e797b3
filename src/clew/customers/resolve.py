"""Works out who is one person: identifiers joined link by link, as far as the limits allow, named after their oldest member."""

from __future__ import annotations

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.customers.constrained import APART, OVER_LIMIT, Joined, join
from clew.customers.policy import Believed, limits_for
from clew.customers.room import make_room
from clew.customers.shared import write_shared
from clew.model import LINK_FATES, NAMESPACES, SOURCE_NUMBER, IdentityLimit, IdentityPolicy

#: Every identifier in the data with the first time it was seen.
_GIVEN = """
CREATE OR REPLACE TEMP TABLE given AS
SELECT identifier, min(at_us) AS since_us FROM (
  SELECT unnest(identifiers) AS identifier, occurred_us AS at_us FROM interactions WHERE identifiers IS NOT NULL
  UNION ALL
  SELECT unnest(identifiers), received_us FROM records WHERE identifiers IS NOT NULL
) GROUP BY identifier
"""

#: Those that aren't shared, numbered. Those that only a standing word of a person names come last, so that a word names no
#: customer, moves no date, and leaves nothing behind once it is withdrawn.
_SEEN = """
CREATE OR REPLACE TEMP TABLE seen AS
WITH own AS (SELECT * FROM given ANTI JOIN shared_identifiers USING (identifier)),
told AS (
  SELECT identifier, min(told_us) AS since_us FROM (
    SELECT unnest([a, b]) AS identifier, told_us FROM pairs WHERE word = 'same'
  ) ANTI JOIN given USING (identifier) GROUP BY identifier
)
SELECT identifier, since_us, (row_number() OVER (ORDER BY is_told, since_us, identifier)) - 1 AS code,
  CASE WHEN split_part(identifier, ':', 1) IN ({namespaces}) THEN split_part(identifier, ':', 1) ELSE '{source}' END AS kind,
  split_part(identifier, ':', 1) AS namespace
FROM (SELECT *, false AS is_told FROM own UNION ALL SELECT *, true FROM told)
"""

#: Each pair that anything was ever said of, with the latest word of a person (``word``) and the rules' evidence.
_PAIRS = """
CREATE OR REPLACE TEMP TABLE pairs AS
WITH told AS (
  SELECT least(identifier_a, identifier_b) AS a, greatest(identifier_a, identifier_b) AS b, verdict, author, at_us,
    confidence, times, row_number() OVER () AS place
  FROM identity_links
)
SELECT a, b, nullif(max_by(verdict, place) FILTER (WHERE author <> 'rule'), 'withdrawn') AS word,
  min(at_us) FILTER (WHERE author <> 'rule') AS told_us,
  max(confidence) FILTER (WHERE author = 'rule') AS confidence,
  coalesce(sum(times) FILTER (WHERE author = 'rule'), 0)::BIGINT AS times, min(at_us) AS at_us
FROM told GROUP BY a, b
"""

_JOINABLE = """
SELECT sa.code AS code_a, sb.code AS code_b, coalesce(word = 'same', false) AS by_person
FROM pairs JOIN seen sa ON sa.identifier = a JOIN seen sb ON sb.identifier = b
JOIN believed ba ON ba.kind = sa.kind JOIN believed bb ON bb.kind = sb.kind
WHERE coalesce(word = 'same', word IS NULL AND confidence IS NOT NULL)
ORDER BY by_person, confidence DESC, greatest(ba.place, bb.place), times DESC, pairs.at_us, a, b
"""

_APART = """
SELECT sa.code AS code_a, sb.code AS code_b
FROM pairs JOIN seen sa ON sa.identifier = a JOIN seen sb ON sb.identifier = b WHERE word = 'different' ORDER BY ALL
"""

_FATES = """
CREATE OR REPLACE TABLE link_fates AS
SELECT a AS identifier_a, b AS identifier_b,
  CASE WHEN word = 'different' THEN 'different' WHEN word = 'retracted' THEN 'retracted'
    WHEN sh_a.identifier IS NOT NULL OR sh_b.identifier IS NOT NULL THEN 'shared'
    WHEN tried.fate = {over_limit} THEN 'over_limit' WHEN tried.fate = {apart} THEN 'kept_apart' ELSE 'joins' END AS fate,
  CASE WHEN coalesce(word, 'same') = 'same' AND sh_a.identifier IS NOT NULL THEN a
    WHEN coalesce(word, 'same') = 'same' AND sh_b.identifier IS NOT NULL THEN b ELSE tried.because END AS because,
  times, at_us
FROM pairs LEFT JOIN seen sa ON sa.identifier = a LEFT JOIN seen sb ON sb.identifier = b
LEFT JOIN tried ON tried.code_a = sa.code AND tried.code_b = sb.code
LEFT JOIN shared_identifiers sh_a ON sh_a.identifier = a LEFT JOIN shared_identifiers sh_b ON sh_b.identifier = b
WHERE word IS NOT NULL OR confidence IS NOT NULL
ORDER BY identifier_a, identifier_b
"""


def write_customers(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy | None = None) -> None:
    """Create the session's ``customers``, ``shared_identifiers`` and ``link_fates`` from the data and ``identity_links``.

    A customer's id is a digest of the oldest identifier of the group (ties by its text), so ids stay the same through
    rebuilds and as younger identifiers come and go. Shared identifiers belong to no customer.
    """
    policy = policy or IdentityPolicy()
    make_room(connection, "customers", "shared_identifiers", "link_fates")
    connection.execute(_GIVEN)
    write_shared(connection, policy)
    resolve(connection, policy)


def resolve(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> None:
    """Create ``customers`` and ``link_fates`` from the session's ``given``, ``shared_identifiers`` and ``identity_links``.

    These may be of everything, or of whole connected parts: a part gives the same customers alone.
    """
    connection.execute(_PAIRS)
    named = ", ".join(f"'{name}'" for name in NAMESPACES)
    connection.execute(_SEEN.format(namespaces=named, source=SOURCE_NUMBER))
    links, joined, limits = _join(connection, policy)
    connection.register("groups", pa.table({"code": np.arange(len(joined.group)), "oldest": joined.group}))
    connection.execute(
        """CREATE OR REPLACE TABLE customers AS
        SELECT 'c' || substr(md5(elder.identifier), 1, 15) AS customer_id, seen.identifier, seen.since_us
        FROM seen JOIN groups USING (code) JOIN seen elder ON elder.code = groups.oldest
        ORDER BY customer_id, seen.since_us, seen.identifier"""
    )
    because = np.array(["", *(_said(limit) for limit in limits)], dtype=object)[joined.limit + 1]
    tried = {
        "code_a": links[:, 0],
        "code_b": links[:, 1],
        "fate": joined.fate,
        "because": pa.array(because, pa.string()),
    }
    connection.register("tried", pa.table(tried))
    connection.execute(_FATES.format(over_limit=OVER_LIMIT, apart=APART))
    assert list(LINK_FATES.columns) == [name for name, *_ in connection.execute("DESCRIBE link_fates").fetchall()]
    for name in ("groups", "tried"):
        connection.unregister(name)


def _join(
    connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy
) -> tuple[NDArray[np.int64], Joined, list[IdentityLimit]]:
    """Return the links that were tried, what became of them, and the limits that ``Joined.limit`` numbers."""
    seen = connection.execute("SELECT namespace, since_us FROM seen ORDER BY code").fetchnumpy()
    spaces, kind = np.unique(seen["namespace"].astype(str), return_inverse=True)
    limits = limits_for(policy, [str(space) for space in spaces])
    places = Believed(policy).places
    believed = {"kind": pa.array(list(places), pa.string()), "place": pa.array(list(places.values()), pa.int64())}
    connection.register("believed", pa.table(believed))
    found = connection.execute(_JOINABLE).fetchnumpy()
    apart = connection.execute(_APART).fetchnumpy()
    connection.unregister("believed")
    links, kept_apart = (np.column_stack((each["code_a"], each["code_b"])).astype(np.int64) for each in (found, apart))
    coded = tuple(coded for _, coded in limits)
    since = seen["since_us"].astype(np.int64)
    joined = join(kind.astype(np.int64), since, links, coded, kept_apart, found["by_person"].astype(bool))
    return links, joined, [limit for limit, _ in limits]


def _said(limit: IdentityLimit) -> str:
    window = "" if limit.days is None else f" within {limit.days:g} days"
    return f"at most {limit.most} {limit.kind}{window}"
