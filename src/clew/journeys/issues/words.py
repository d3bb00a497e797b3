"""Collects the words of each talk: what the customer told of the matter, else what was said at all, and what was looked at."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa
from scipy import sparse

from clew.journeys.issues.talks import Ints

#: A word tells something when at least this many customers' talks hold it and at most this share of talks.
LEAST_CUSTOMERS, MOST_SHARE, MOST_WORDS = 3, 0.4, 6_000
#: Characters of a text that are looked at: what a matter is about is said at its beginning.
LOOKED_AT = 2_000
#: A sentence that tells the problem as likely as this is about the matter.
TELLS = 0.25
#: In letters what is quoted, in transcripts and forms the label before a line: "Agent:", "Subject:".
NOT_SAID = r"(?m)^\s*(?:>.*$|\w+\s*:)"

_WORDS = """
CREATE OR REPLACE TABLE talk_words AS
WITH spoken AS (
  SELECT interaction_id, text FROM interactions WHERE text IS NOT NULL AND kind <> 'rating' AND (party = 'customer'
    OR party = 'system' AND conversation_id IS NULL OR party = 'agent' AND kind = 'message' AND direction = 'internal')
), subjects AS (
  SELECT interaction_id, json_extract_string(attributes, '$.subject') AS subject FROM interactions
  WHERE attributes LIKE '%"subject":%' AND party = 'customer'
), matter AS (
  SELECT t.talk_no, t.customer, string_agg(substr(i.text, r.start_char + 1, r.end_char - r.start_char), ' ') AS told
  FROM own_talks t JOIN line l USING (rank) JOIN readings r USING (interaction_id) JOIN interactions i USING (interaction_id)
  WHERE r.what = 'rest' AND r.number::DOUBLE >= $3 GROUP BY ALL
), told AS (
  SELECT * FROM matter
  UNION ALL
  SELECT t.talk_no, t.customer, regexp_replace(s.text, $2, '', 'gi') AS told
  FROM own_talks t JOIN line l USING (rank) JOIN spoken s USING (interaction_id)
  WHERE l.party <> 'customer' OR t.talk_no NOT IN (SELECT talk_no FROM matter)
  UNION ALL
  SELECT t.talk_no, t.customer, s.subject FROM own_talks t JOIN line l USING (rank) JOIN subjects s USING (interaction_id)
  UNION ALL
  SELECT t.talk_no, t.customer, l.touchpoint FROM own_talks t JOIN line l USING (rank) WHERE l.kind IN ('visit', 'article', 'search')
), split AS (
  SELECT DISTINCT talk_no, customer, regexp_extract_all(lower(substr(told, 1, $1)),
    '[\\p{Han}\\p{Hiragana}\\p{Katakana}]{2}|\\p{L}{3,}') AS words FROM told WHERE told IS NOT NULL
)
SELECT DISTINCT talk_no, customer, unnest(words) AS word FROM split
"""
_TELLING = """
SELECT word FROM (
  SELECT word, count(*) AS n FROM talk_words GROUP BY word
  HAVING count(DISTINCT customer) >= $1 AND n <= greatest($1, $2 * (SELECT count(DISTINCT talk_no) FROM talk_words))
) ORDER BY n DESC, word LIMIT $3
"""


def write_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the session's table ``talk_words`` (talk_no, customer, word) from ``own_talks``, ``line`` and ``interactions``.

    What tells the problem, as ``readings`` has it, is all that counts of what a customer said; where nothing does, all counts.
    Where words aren't parted by blanks, two signs are a word.
    """
    connection.execute(_WORDS, [LOOKED_AT, NOT_SAID, TELLS])


def telling_words(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the words worth counting, the most frequent first: said by several customers, and not by nearly all."""
    found = connection.execute(_TELLING, [LEAST_CUSTOMERS, MOST_SHARE, MOST_WORDS]).fetchall()
    return [str(word) for (word,) in found]


def held_words(connection: duckdb.DuckDBPyConnection, numbers: Ints, vocabulary: Sequence[str]) -> sparse.csr_matrix:
    """Return which of the words each talk holds: a row for each of ``numbers``, a column for each word, ones and zeros."""
    connection.register("kept_words", pa.table({"word": list(vocabulary), "word_no": np.arange(len(vocabulary))}))
    query = "SELECT talk_no, word_no FROM talk_words JOIN kept_words USING (word) ORDER BY ALL"
    table = connection.sql(query).to_arrow_table()
    connection.unregister("kept_words")
    order = np.argsort(numbers, kind="stable")
    rows = order[np.searchsorted(numbers, table["talk_no"].to_numpy(), sorter=order)]
    places = (rows, table["word_no"].to_numpy())
    return sparse.csr_matrix((np.ones(table.num_rows), places), shape=(numbers.size, len(vocabulary)))
