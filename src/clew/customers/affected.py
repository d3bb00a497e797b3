"""Works out what people's words would change by joining again only the parts that they touch, however large the rest is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from clew.channels.mailbox import mailbox_sql
from clew.customers.constrained import connected
from clew.customers.decision import Decision
from clew.customers.links import decided_table
from clew.customers.resolve import resolve
from clew.customers.what_if import WhatIf, compare_customers, keep_customers
from clew.model import IDENTITY_LINKS, IdentityPolicy

_COLUMNS = ", ".join(IDENTITY_LINKS.columns)


@dataclass(frozen=True)
class Parts:
    """The connected part of every linked identifier of a build, by the identifiers' hashes in rising order.

    Two identifiers of one hash only make a part larger, which changes no answer.
    """

    hashes: NDArray[np.uint64]
    part: NDArray[np.int64]

    def around(self, hashes: set[int]) -> set[int]:
        """Return the hashes of whatever is connected with these, themselves too."""
        wanted = np.array(sorted(hashes), dtype=np.uint64)
        at = np.searchsorted(self.hashes, wanted)
        known = at < len(self.hashes)
        known[known] = self.hashes[at[known]] == wanted[known]
        same = np.isin(self.part, self.part[at[known]])
        return hashes | set(self.hashes[same].tolist())


def parts_of(connection: duckdb.DuckDBPyConnection) -> Parts:
    """Return the connected parts of a build: by every link but those through shared identifiers, also those that don't count."""
    found = connection.execute(
        "SELECT hash(identifier_a) AS a, hash(identifier_b) AS b FROM link_fates WHERE fate <> 'shared'"
    ).fetchnumpy()
    ends = np.concatenate((found["a"], found["b"])).astype(np.uint64)
    hashes, codes = np.unique(ends, return_inverse=True)
    return Parts(hashes, connected(len(hashes), codes.reshape(2, -1).T.astype(np.int64)))


def what_words_change(
    connection: duckdb.DuckDBPyConnection,
    parts: Parts,
    said: Sequence[Decision],
    tried: Sequence[Decision],
    policy: IdentityPolicy,
) -> WhatIf:
    """Return what :func:`clew.customers.what_if` tells of ``tried`` on top of what was ``said``, counting only what is touched.

    ``connection`` is a session on a build, ``parts`` are its own; words are about identifiers that were seen. Customers before and after are those of the touched parts.
    """
    with duckdb.connect(config={"threads": 1}) as aside:
        touched = _touched(connection, parts, said, tried)
        _copy(connection, aside, touched)
        for name, words in (("now", said), ("then", (*said, *tried))):
            _write_links(aside, words)
            resolve(aside, policy)
            keep_customers(aside, name)
        return compare_customers(aside)


def _touched(
    connection: duckdb.DuckDBPyConnection, parts: Parts, said: Sequence[Decision], tried: Sequence[Decision]
) -> pa.Table:
    """Return the hashes of all identifiers that what is tried can move, following what people said since the build as well."""
    pairs = [(each.identifier_a, each.identifier_b) for each in (*tried, *said)]
    texts = pa.table(
        {"a": pa.array([a for a, _ in pairs], pa.string()), "b": pa.array([b for _, b in pairs], pa.string())}
    )
    connection.register("words_said", texts)
    ends = connection.execute("SELECT hash(a), hash(b) FROM words_said").fetchall()
    connection.unregister("words_said")
    touched = parts.around({number for pair in ends[: len(tried)] for number in pair})
    waiting = ends[len(tried) :]
    while beside := [pair for pair in waiting if touched.intersection(pair)]:
        waiting = [pair for pair in waiting if not touched.intersection(pair)]
        further = {number for pair in beside for number in pair} - touched
        touched |= parts.around(further) if further else set()
    return pa.table({"touched": pa.array(sorted(touched), pa.uint64())})


#: ``given`` as a build has it: what stands in the data; who was only named by people is known by their words.
_GIVEN = "SELECT identifier, since_us FROM customers WHERE identifier IN (SELECT identifier FROM named) AND identifier IN (FROM held)"
_RULED = f"""
SELECT {_COLUMNS} FROM identity_links WHERE author = 'rule'
AND hash(identifier_a) IN (SELECT touched FROM touched) AND hash(identifier_b) IN (SELECT touched FROM touched)
"""
_NAMED = """
SELECT interaction_id, identifiers FROM interactions
WHERE identifiers IS NOT NULL AND list_has_any(identifiers, (SELECT coalesce(list(identifier), []) FROM held))
"""


def _copy(connection: duckdb.DuckDBPyConnection, aside: duckdb.DuckDBPyConnection, touched: pa.Table) -> None:
    """Copy what is said of the touched identifiers by rules, when they were first seen, and the interactions that name them."""
    connection.register("touched", touched)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE held AS SELECT identifier FROM customers "
        "WHERE hash(identifier) IN (SELECT touched FROM touched)"
    )
    interactions = connection.sql(_NAMED).to_arrow_table()
    connection.register("naming", interactions)
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE named AS SELECT DISTINCT unnest(identifiers) AS identifier FROM naming
        UNION SELECT DISTINCT unnest(identifiers) FROM records WHERE identifiers IS NOT NULL
          AND list_has_any(identifiers, (SELECT coalesce(list(identifier), []) FROM held))"""
    )
    connection.execute(
        f"INSERT INTO named SELECT plain FROM (SELECT DISTINCT {mailbox_sql('identifier')} AS plain FROM named) "
        "WHERE plain IS NOT NULL AND plain NOT IN (FROM named)"
    )
    tables = {
        "ruled": connection.sql(_RULED).to_arrow_table(),
        "given": connection.sql(_GIVEN).to_arrow_table(),
        "interactions": interactions,
        "touched": touched,
        "nobodys": connection.sql("SELECT identifier FROM shared_identifiers").to_arrow_table(),
    }
    for name in ("touched", "naming"):
        connection.unregister(name)
    for name, table in tables.items():
        aside.register("copied", table)
        aside.execute(f"CREATE TABLE {name} AS SELECT * FROM copied")
        aside.unregister("copied")


def _write_links(aside: duckdb.DuckDBPyConnection, words: Sequence[Decision]) -> None:
    """Create ``identity_links`` of what rules said and people; what is shared joins nobody, whatever is said of it."""
    aside.register("decided", decided_table(list(words)))
    aside.execute(
        f"""CREATE OR REPLACE TABLE identity_links AS SELECT {_COLUMNS} FROM ruled UNION ALL
        SELECT {_COLUMNS} FROM (
          SELECT identifier_a, identifier_b, 'person' AS rule, 1 AS rule_version, verdict, verdict = 'same' AS asserted,
            evidence, 1.0 AS confidence, at_us, at_us AS last_us, 1 AS times, author, basis FROM decided
          WHERE identifier_a NOT IN (FROM nobodys) AND identifier_b NOT IN (FROM nobodys)
            AND hash(identifier_a) IN (FROM touched)
        )"""
    )
    aside.unregister("decided")
