"""Finds whose matter a conversation is from what is said in it: an account number, an address, a number of an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import ibis

from clew.journeys.spelling import number_sql

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: A bare number is taken for an account number only from this many digits on, and a phone number is known by so many.
LEAST_DIGITS, PHONE_DIGITS = 6, 9

#: What was said, one row a value and a conversation (or lone interaction), spelled as identifiers are.
_SPOKEN = f"""
CREATE OR REPLACE TABLE spoken AS
WITH told AS (
  SELECT l.rank, l.thread_key, r.fact, substr(i.text, r.start_char + 1, r.end_char - r.start_char) AS value
  FROM readings r JOIN interactions i USING (interaction_id) JOIN line l USING (interaction_id)
  WHERE r.what = 'said' AND (r.fact IN ('account', 'email', 'phone', 'order', 'invoice') OR r.speaker = 'customer' AND r.fact = '' AND r.shape = 'digits')
)
SELECT DISTINCT coalesce(thread_key, '#' || rank) AS talk, CASE WHEN fact = '' THEN 'account' ELSE fact END AS kind,
  CASE WHEN fact = 'email' THEN lower(value) WHEN fact = 'phone' THEN right(regexp_replace(value, '\\D', '', 'g'), $2)
    ELSE {number_sql("value")} END AS value
FROM told WHERE fact <> '' OR length(regexp_replace(value, '\\D', '', 'g')) >= $1
"""
#: Whose each identifier of a kind is; values that several customers have are nobody's.
_KNOWN = f"""
CREATE OR REPLACE TABLE known_by AS
SELECT kind, value, min(owner) AS owner FROM (
  SELECT split_part(identifier, ':', 1) AS kind, CASE split_part(identifier, ':', 1)
    WHEN 'phone' THEN right(regexp_replace(identifier, '\\D', '', 'g'), $1) WHEN 'email' THEN substr(identifier, 7)
    ELSE {number_sql("substr(identifier, 9)")} END AS value, owner
  FROM owners WHERE identifier LIKE 'account:%' OR identifier LIKE 'email:%' OR identifier LIKE 'phone:%'
) WHERE value <> '' GROUP BY kind, value HAVING count(DISTINCT owner) = 1
"""
_BY_IDENTIFIER = """
CREATE OR REPLACE TABLE named_by AS
SELECT talk, min(owner) AS owner FROM spoken JOIN known_by USING (kind, value) GROUP BY talk HAVING count(DISTINCT owner) = 1
"""
#: A number of an order or bill is its customer's: of those who named it where they are known, or who placed the order.
_BY_NUMBER = f"""
INSERT INTO named_by
WITH placed_orders AS (
  SELECT {number_sql("i.source_id")} AS value, o.owner
  FROM interactions i JOIN line l USING (interaction_id) JOIN owners o ON o.identifier = l.identifier WHERE i.kind = 'order'
), told AS (
  SELECT DISTINCT s.talk, s.kind, s.value, coalesce(n.owner, o.owner) AS owner FROM spoken s
  LEFT JOIN named_by n USING (talk)
  LEFT JOIN (SELECT coalesce(thread_key, '#' || rank) AS talk, min(owner) AS owner FROM line JOIN owners USING (identifier) GROUP BY ALL) o USING (talk)
  WHERE s.kind IN ('order', 'invoice')
), whose AS (
  SELECT value, min(owner) AS owner FROM (
    SELECT value, owner FROM told WHERE owner IN (SELECT owner FROM accounted) UNION ALL SELECT value, owner FROM placed_orders) WHERE owner IS NOT NULL
  GROUP BY value HAVING count(DISTINCT owner) = 1
)
SELECT talk, min(w.owner) FROM told t JOIN whose w USING (value) WHERE talk NOT IN (SELECT talk FROM named_by) GROUP BY talk HAVING count(DISTINCT w.owner) = 1
"""
#: Customers that more is known of than a device or an address they once wrote from.
_ACCOUNTED = "CREATE OR REPLACE TABLE accounted AS SELECT DISTINCT owner FROM owners WHERE identifier LIKE 'account:%'"
#: Whoever is known by a device or an address only is the one whom all their conversations name, in those that name nobody as well.
_WRITTEN = """
CREATE OR REPLACE TABLE said_owners AS
WITH loose AS (
  SELECT l.rank, o.owner, n.owner AS named FROM line l LEFT JOIN owners o USING (identifier)
  LEFT JOIN named_by n ON n.talk = coalesce(l.thread_key, '#' || l.rank)
  WHERE o.owner IS NULL OR o.owner NOT IN (SELECT owner FROM accounted)
), always AS (
  SELECT owner, min(named) AS named FROM loose WHERE owner IS NOT NULL AND named IS NOT NULL GROUP BY owner HAVING count(DISTINCT named) = 1
)
SELECT rank, coalesce(loose.named, always.named) AS said_owner FROM loose LEFT JOIN always USING (owner)
WHERE coalesce(loose.named, always.named) IS NOT NULL
"""


def said_owners(connection: duckdb.DuckDBPyConnection) -> ir.Table:
    """Create the session's table ``said_owners`` (rank, said_owner) from ``line``, ``owners`` and ``readings``.

    What is said names the customer where nothing else does, or only a device, number or address that no account stands
    behind; whoever has an account of their own may speak of somebody else's.
    """
    connection.execute(_SPOKEN, [LEAST_DIGITS, PHONE_DIGITS])
    connection.execute(_KNOWN, [PHONE_DIGITS])
    for query in (_ACCOUNTED, _BY_IDENTIFIER, _BY_NUMBER, _WRITTEN):
        connection.execute(query)
    for table in ("spoken", "known_by", "named_by", "accounted"):
        connection.execute(f"DROP TABLE {table}")
    return ibis.table({"rank": "int64", "said_owner": "int32"}, name="said_owners")
