"""Works out who is one person: the connected groups of identifiers, named after their oldest member."""

from __future__ import annotations

import duckdb

#: Pairs that hold: for each pair the latest decision of a person, else any rule's assertion.
_HOLDING = """
CREATE OR REPLACE TEMP TABLE holding AS
WITH pairs AS (
  SELECT least(identifier_a, identifier_b) AS a, greatest(identifier_a, identifier_b) AS b, asserted, author, at_us,
    row_number() OVER () AS place
  FROM identity_links
), judged AS (
  SELECT a, b, bool_or(author = 'rule' AND asserted) AS by_rule,
    max_by(asserted, place) FILTER (WHERE author <> 'rule') AS by_person,
    min(at_us) FILTER (WHERE author <> 'rule') AS told_us
  FROM pairs GROUP BY a, b
)
SELECT a, b, told_us FROM judged WHERE coalesce(by_person, by_rule)
"""

#: Every identifier with the first time it was seen in the data. Those that only a standing decision names come last, so
#: that a decision names no customer, moves no date, and leaves nothing behind once it is taken back.
_SEEN = """
CREATE OR REPLACE TEMP TABLE seen AS
WITH given AS (
  SELECT identifier, min(at_us) AS since_us FROM (
    SELECT unnest(identifiers) AS identifier, occurred_us AS at_us FROM interactions WHERE identifiers IS NOT NULL
    UNION ALL
    SELECT unnest(identifiers), received_us FROM records WHERE identifiers IS NOT NULL
  ) GROUP BY identifier
), told AS (
  SELECT identifier, min(told_us) AS since_us FROM (
    SELECT unnest([a, b]) AS identifier, told_us FROM holding WHERE told_us IS NOT NULL
  ) ANTI JOIN given USING (identifier) GROUP BY identifier
)
SELECT identifier, since_us, (row_number() OVER (ORDER BY is_told, since_us, identifier)) - 1 AS code
FROM (SELECT *, false AS is_told FROM given UNION ALL SELECT *, true FROM told)
"""

_LINKS = """
SELECT sa.code AS code_a, sb.code AS code_b
FROM holding JOIN seen sa ON sa.identifier = a JOIN seen sb ON sb.identifier = b
"""


def write_customers(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the session's table ``customers`` from interactions, records and ``identity_links``.

    A customer's id is a digest of the oldest identifier of the group (ties by its text), so ids stay the same through
    rebuilds and as younger identifiers come and go.
    """
    import numpy as np
    import pyarrow as pa
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    connection.execute(_HOLDING)
    connection.execute(_SEEN)
    links = connection.execute(_LINKS).fetchnumpy()
    ((count,),) = connection.execute("SELECT count(*) FROM seen").fetchall()
    oldest = np.arange(count)
    if count and len(links["code_a"]):
        ones = np.ones(len(links["code_a"]), dtype=np.int8)
        graph = coo_array((ones, (links["code_a"], links["code_b"])), shape=(count, count))
        _, group = connected_components(graph, directed=False)
        first = np.full(group.max() + 1, count, dtype=np.int64)
        np.minimum.at(first, group, np.arange(count))
        oldest = first[group]
    connection.register("groups", pa.table({"code": np.arange(count), "oldest": oldest}))
    connection.execute("DROP VIEW IF EXISTS customers")
    connection.execute(
        """CREATE OR REPLACE TABLE customers AS
        SELECT 'c' || substr(md5(elder.identifier), 1, 15) AS customer_id, seen.identifier, seen.since_us
        FROM seen JOIN groups USING (code) JOIN seen elder ON elder.code = groups.oldest
        ORDER BY customer_id, seen.since_us, seen.identifier"""
    )
    connection.unregister("groups")
