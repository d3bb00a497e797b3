"""Numbers identifiers by age, and turns the ledger into pairs of numbers: from here on identity is worked out on integers."""

from __future__ import annotations

import duckdb

from clew.channels.mailbox import mailbox_sql
from clew.customers.policy import knows_mailboxes
from clew.model import NAMESPACES, SOURCE_NUMBER, IdentityPolicy

#: Every identifier in the data with the first time it was seen.
_GIVEN = """
CREATE OR REPLACE TEMP TABLE given AS
SELECT identifier, min(at_us) AS since_us FROM (
  SELECT unnest(identifiers) AS identifier, occurred_us AS at_us FROM interactions WHERE identifiers IS NOT NULL
  UNION ALL
  SELECT unnest(identifiers), received_us FROM records WHERE identifiers IS NOT NULL
) GROUP BY identifier
"""
#: The plain address of a mailbox is known with each of its other spellings.
_PLAIN_ADDRESSES = f"""
CREATE OR REPLACE TEMP TABLE given AS
SELECT identifier, min(since_us) AS since_us FROM (
  FROM given UNION ALL
  SELECT plain, since_us FROM (SELECT {mailbox_sql("identifier")} AS plain, since_us FROM given) WHERE plain IS NOT NULL
) GROUP BY identifier
"""

#: The latest word of a person about each pair (NULL where it was withdrawn).
_WORDS = """
CREATE OR REPLACE TEMP TABLE words AS
WITH told AS (
  SELECT least(identifier_a, identifier_b) AS a, greatest(identifier_a, identifier_b) AS b, verdict, at_us,
    row_number() OVER () AS place
  FROM identity_links WHERE author <> 'rule'
)
SELECT a, b, nullif(max_by(verdict, place), 'withdrawn') AS word, min(at_us) AS told_us FROM told GROUP BY a, b
"""

#: Identifiers in the order of their age. Those that only people named come last, so that a word names no customer, moves no
#: date, and leaves nothing behind once it is withdrawn; ``is_held`` says whether a standing word says whose they are.
_NUMBERED = """
CREATE OR REPLACE TEMP TABLE numbered AS
WITH named AS (SELECT unnest([a, b]) AS identifier, word, told_us FROM words),
told AS (
  SELECT identifier, min(told_us) FILTER (WHERE word = 'same') AS since_us FROM named
  ANTI JOIN given USING (identifier) GROUP BY identifier
)
SELECT identifier, since_us, is_held, (row_number() OVER () - 1)::INTEGER AS code,
  split_part(identifier, ':', 1) AS namespace,
  CASE WHEN namespace IN ({namespaces}) THEN namespace ELSE '{source}' END AS kind
FROM (FROM (
  SELECT identifier, since_us, false AS is_told, true AS is_held FROM given
  UNION ALL SELECT identifier, since_us, true, since_us IS NOT NULL FROM told
) ORDER BY is_told, since_us, identifier)
"""

#: What is said of each pair, by the numbers of both, the older first.
_PAIRS = """
CREATE OR REPLACE TEMP TABLE pairs AS
WITH ruled AS (
  SELECT least(na.code, nb.code) AS a, greatest(na.code, nb.code) AS b, max(confidence)::DOUBLE AS confidence,
    sum(times)::BIGINT AS times, min(at_us) AS at_us
  FROM identity_links JOIN numbered na ON na.identifier = identifier_a JOIN numbered nb ON nb.identifier = identifier_b
  WHERE author = 'rule' AND asserted GROUP BY 1, 2
), told AS (
  SELECT least(na.code, nb.code) AS a, greatest(na.code, nb.code) AS b, word, told_us
  FROM words JOIN numbered na ON na.identifier = words.a JOIN numbered nb ON nb.identifier = words.b
)
SELECT a, b, word, told_us, coalesce(confidence, 0) AS confidence, coalesce(times, 0) AS times,
  least(coalesce(at_us, told_us), coalesce(told_us, at_us)) AS at_us
FROM ruled FULL JOIN told USING (a, b)
"""


def write_given(connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy) -> None:
    """Create the session's ``given``: ``identifier, since_us`` of everything in interactions and records, and what it implies."""
    connection.execute(_GIVEN)
    if knows_mailboxes(policy):
        some = f"SELECT count(*) FROM given WHERE {mailbox_sql('identifier')} IS NOT NULL"
        if connection.execute(some).fetchall()[0][0]:
            connection.execute(_PLAIN_ADDRESSES)


def write_pairs(connection: duckdb.DuckDBPyConnection) -> None:
    """Create ``numbered`` and ``pairs`` from the session's ``given`` and ``identity_links``."""
    connection.execute(_WORDS)
    spaces = ", ".join(f"'{name}'" for name in NAMESPACES)
    connection.execute(_NUMBERED.format(namespaces=spaces, source=SOURCE_NUMBER))
    connection.execute(_PAIRS)
