"""Works out who is one person: the connected groups of identifiers, named after their oldest member."""

from __future__ import annotations

import duckdb

#: Every identifier that was seen with the first time it was seen.
_SEEN = """
CREATE OR REPLACE TEMP TABLE seen AS
SELECT identifier, min(at_us) AS since_us, (row_number() OVER (ORDER BY min(at_us), identifier)) - 1 AS code
FROM (
  SELECT unnest(identifiers) AS identifier, occurred_us AS at_us FROM interactions WHERE identifiers IS NOT NULL
  UNION ALL
  SELECT unnest(identifiers), received_us FROM records WHERE identifiers IS NOT NULL
  UNION ALL
  SELECT identifier_a, at_us FROM identity_links WHERE author <> 'rule'
  UNION ALL
  SELECT identifier_b, at_us FROM identity_links WHERE author <> 'rule'
) GROUP BY identifier
"""

#: Links that hold: for each pair the latest decision of a person, else any rule's assertion.
_HOLDING = """
WITH pairs AS (
  SELECT least(identifier_a, identifier_b) AS a, greatest(identifier_a, identifier_b) AS b, asserted, author, at_us,
    row_number() OVER () AS place
  FROM identity_links
), judged AS (
  SELECT a, b, bool_or(author = 'rule' AND asserted) AS by_rule,
    max_by(asserted, place) FILTER (WHERE author <> 'rule') AS by_person
  FROM pairs GROUP BY a, b
)
SELECT sa.code AS code_a, sb.code AS code_b
FROM judged JOIN seen sa ON sa.identifier = a JOIN seen sb ON sb.identifier = b
WHERE coalesce(by_person, by_rule)
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

    connection.execute(_SEEN)
    links = connection.execute(_HOLDING).fetchnumpy()
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
