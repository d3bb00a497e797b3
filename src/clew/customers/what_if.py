"""What a change of rules, limits or decisions would do to customers, before it is made: who would be merged, who split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.customers.constrained import connected
from clew.customers.decision import Decision
from clew.customers.links import write_links
from clew.customers.proposed import Proposal
from clew.customers.resolve import write_customers
from clew.model import IdentityPolicy


@dataclass(frozen=True)
class Regrouping:
    """Customers that would become others: ``before`` and ``after`` are groups of identifiers; ``interactions`` they hold."""

    before: tuple[tuple[str, ...], ...]
    after: tuple[tuple[str, ...], ...]
    interactions: int


@dataclass(frozen=True)
class WhatIf:
    """What a change would do: customers before and after it, and every merge and split, those with most interactions first.

    A regrouping both merges and splits where identifiers change sides. ``shared`` are identifiers that would belong to
    nobody any more, ``owned`` those that would again.
    """

    customers_before: int
    customers_after: int
    merges: tuple[Regrouping, ...]
    splits: tuple[Regrouping, ...]
    mixed: tuple[Regrouping, ...]
    shared: tuple[str, ...]
    owned: tuple[str, ...]


def what_if(
    connection: duckdb.DuckDBPyConnection,
    now: tuple[Sequence[Decision], IdentityPolicy],
    then: tuple[Sequence[Decision], IdentityPolicy],
    proposed: Sequence[Proposal] = (),
) -> WhatIf:
    """Resolve the session's interactions and records twice and compare; leaves the tables of ``then`` behind."""
    for name, (decided, policy) in (("now", now), ("then", then)):
        write_links(connection, decided, policy, proposed)
        write_customers(connection, policy)
        keep_customers(connection, name)
    return compare_customers(connection)


def keep_customers(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Keep the session's ``customers`` aside as those of ``now`` or ``then``."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE customers_{name} AS SELECT customer_id, identifier FROM customers"
    )


def compare_customers(connection: duckdb.DuckDBPyConnection) -> WhatIf:
    """Compare the customers that were kept as ``now`` and ``then``, with how many of the session's interactions are theirs."""
    found = _regroupings(connection)
    counts = [
        connection.execute(f"SELECT count(DISTINCT customer_id) FROM customers_{name}").fetchall()[0][0]
        for name in ("now", "then")
    ]
    gone, back = (
        tuple(identifier for (identifier,) in connection.execute(_ONLY_IN.format(*order)).fetchall())
        for order in (("now", "then"), ("then", "now"))
    )
    return WhatIf(
        int(counts[0]),
        int(counts[1]),
        merges=tuple(each for each in found if len(each.after) == 1 and len(each.before) > 1),
        splits=tuple(each for each in found if len(each.before) == 1 and len(each.after) > 1),
        mixed=tuple(each for each in found if len(each.before) > 1 and len(each.after) > 1),
        shared=gone,
        owned=back,
    )


_ONLY_IN = "SELECT identifier FROM customers_{0} ANTI JOIN customers_{1} USING (identifier) ORDER BY ALL"

#: Identifiers of both sides whose customer loses or wins members.
_MOVED = """
WITH pairs AS (
  SELECT n.identifier, n.customer_id AS was, t.customer_id AS will
  FROM customers_now n JOIN customers_then t USING (identifier)
), touched AS (
  SELECT was FROM pairs GROUP BY was HAVING count(DISTINCT will) > 1
  UNION SELECT was FROM pairs WHERE will IN (SELECT will FROM pairs GROUP BY will HAVING count(DISTINCT was) > 1)
)
SELECT identifier, was, will FROM pairs WHERE was IN (FROM touched) ORDER BY identifier
"""
#: How many interactions name any identifier of each part, each counted once.
_SIZES = """
SELECT part, count(*)::BIGINT AS n FROM (
  SELECT DISTINCT interaction_id, part FROM (SELECT interaction_id, unnest(identifiers) AS identifier FROM interactions)
  JOIN in_part USING (identifier)
) GROUP BY part
"""


def _regroupings(connection: duckdb.DuckDBPyConnection) -> list[Regrouping]:
    """Return every set of customers that exchange members, those with most interactions first."""
    moved = connection.execute(_MOVED).fetchnumpy()
    identifiers = moved["identifier"].astype(str)
    _, was = np.unique(moved["was"].astype(str), return_inverse=True)
    _, will = np.unique(moved["will"].astype(str), return_inverse=True)
    befores = int(was.max()) + 1 if len(was) else 0
    afters = int(will.max()) + 1 if len(will) else 0
    part = connected(befores + afters, np.column_stack((was, will + befores)).astype(np.int64))[was]
    connection.register("in_part", pa.table({"identifier": pa.array(identifiers.tolist(), pa.string()), "part": part}))
    sizes = dict(connection.execute(_SIZES).fetchall())
    connection.unregister("in_part")
    order = np.argsort(part, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(part[order]) != 0]) if len(order) else np.zeros(0, dtype=np.int64)
    found = [
        Regrouping(
            _groups(identifiers[own], was[own]), _groups(identifiers[own], will[own]), sizes.get(int(part[own[0]]), 0)
        )
        for own in np.split(order, starts[1:])
        if len(own)
    ]
    return sorted(found, key=lambda each: (-each.interactions, each.before))


def _groups(identifiers: NDArray[np.str_], group: NDArray[np.int64]) -> tuple[tuple[str, ...], ...]:
    members: dict[int, list[str]] = {}
    for identifier, number in zip(identifiers.tolist(), group.tolist(), strict=True):
        members.setdefault(number, []).append(identifier)
    return tuple(sorted(tuple(sorted(own)) for own in members.values()))
