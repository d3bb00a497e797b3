"""Collects what ties one talk to another: numbers of orders and bills that are named, and words about an earlier talk."""

from __future__ import annotations

import duckdb
import numpy as np
from numpy.typing import NDArray

from clew.journeys.issues.talks import Ints, Talks
from clew.journeys.spelling import number_sql

#: Numbers that are kept of one talk, and what customers do when they speak of an earlier one.
NUMBERS = 3
REFERRING = ("refers_back", "asks_for_news")
BACK = ("came_back",)

_NUMBERS = f"""
WITH named AS (
  SELECT DISTINCT t.talk_no, r.fact || ':' || {number_sql("substr(i.text, r.start_char + 1, r.end_char - r.start_char)")} AS number
  FROM readings r JOIN interactions i USING (interaction_id) JOIN line l USING (interaction_id) JOIN own_talks t USING (rank)
  WHERE r.what = 'said' AND r.fact IN ('order', 'invoice')
)
SELECT talk_no, dense_rank() OVER (ORDER BY number) - 1 AS code, row_number() OVER (PARTITION BY talk_no ORDER BY number) - 1 AS place
FROM named QUALIFY place < $1
"""
_REFERRING = """
SELECT DISTINCT t.talk_no FROM readings r JOIN line l USING (interaction_id) JOIN own_talks t USING (rank)
WHERE r.what = 'act' AND r.speaker = 'customer' AND r.fact IN (SELECT unnest($1))
"""
#: What the company's words call settled, where its source doesn't say by itself how conversations on the channel end.
_SETTLED = """
WITH silent AS (
  SELECT source, channel FROM interactions WHERE kind IN ('message', 'call') GROUP BY ALL
  HAVING count(*) FILTER (outcome = 'resolved') < greatest($1, $2 * count(DISTINCT coalesce(conversation_id, interaction_id)))
)
SELECT DISTINCT t.talk_no FROM readings r JOIN interactions i USING (interaction_id) JOIN line l USING (interaction_id)
JOIN own_talks t USING (rank) JOIN silent s ON s.source = i.source AND s.channel = i.channel
WHERE r.what = 'act' AND r.fact = 'settles' AND r.speaker = 'company'
"""
#: A source says it by itself when it calls so many conversations resolved, and so great a share.
LEAST_RESOLVED, RESOLVED_SHARE = 10, 0.1


def settled_by_words(connection: duckdb.DuckDBPyConnection, talks: Talks) -> NDArray[np.bool_]:
    """Return which talks end with words that call the matter settled."""
    order = np.argsort(talks.number, kind="stable")
    settled = np.zeros(len(talks), dtype=bool)
    told = connection.execute(_SETTLED, [LEAST_RESOLVED, RESOLVED_SHARE]).fetchnumpy()["talk_no"]
    settled[order[np.searchsorted(talks.number, told, sorter=order)]] = True
    return settled


def named_in(connection: duckdb.DuckDBPyConnection, talks: Talks) -> tuple[Ints, NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the codes of the numbers named in each talk (talks x a few, -1 for none), which talks speak of earlier ones, and which say that it is back."""
    order = np.argsort(talks.number, kind="stable")
    numbers = np.full((len(talks), NUMBERS), -1)
    found = connection.execute(_NUMBERS, [NUMBERS]).fetchnumpy()
    rows = order[np.searchsorted(talks.number, found["talk_no"], sorter=order)]
    numbers[rows, found["place"]] = found["code"]
    refers, back = np.zeros(len(talks), dtype=bool), np.zeros(len(talks), dtype=bool)
    for acts, those in ((REFERRING, refers), (BACK, back)):
        told = connection.execute(_REFERRING, [list(acts)]).fetchnumpy()["talk_no"]
        those[order[np.searchsorted(talks.number, told, sorter=order)]] = True
    return numbers, refers, back
