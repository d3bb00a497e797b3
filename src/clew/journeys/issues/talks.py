"""Cuts what customers did into talks: a conversation, a call, a look at the website, each of them about one thing."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

#: What a talk is: a look around, word from the company, a rating, a search for help, or contact with somebody. Of what several
#: of its rows are, the last of these counts.
LOOK, NOTICE, RATING, SEARCH, CONTACT = range(1, 6)
_NATURES = {"look": LOOK, "notice": NOTICE, "rating": RATING, "search": SEARCH, "contact": CONTACT}

#: What a customer does alone is one look as long as pauses stay under half an hour; messages that no conversation holds
#: belong together for half a day.
LOOK_GAP_US, MESSAGE_GAP_US = 30 * 60_000_000, 12 * 3_600_000_000

_TALKS = """
CREATE OR REPLACE TABLE talk_rows AS
WITH lone AS (
  SELECT p.*, l.source, l.kind,
    coalesce(p.occurred_us - lag(p.until_us) OVER w > CASE WHEN l.kind IN ('visit', 'search', 'article', 'lookup') THEN $1
      WHEN l.kind = 'message' THEN $2 ELSE -1 END OR l.kind <> lag(l.kind) OVER w AND 'message' IN (l.kind, lag(l.kind) OVER w), true) AS begins
  FROM placed p JOIN line l USING (rank) WHERE p.thread_no IS NULL AND p.case_no IS NULL
  WINDOW w AS (PARTITION BY p.customer, l.source ORDER BY p.rank)
), parted AS (
  SELECT rank, max(CASE WHEN begins THEN rank END) OVER (PARTITION BY customer, source ORDER BY rank) AS talk FROM lone
)
SELECT p.rank, coalesce(p.thread_no, n.talk, p.rank) AS talk, p.customer
FROM placed p LEFT JOIN parted n USING (rank)
"""
_SUMMED = """
SELECT talk_no, customer, min(p.occurred_us) AS started_us, max(p.until_us) AS ended_us, min(case_no) AS case_no,
  max(CASE WHEN l.kind = 'rating' THEN $rating WHEN is_contact OR l.kind = 'call' THEN $contact
    WHEN l.kind IN ('search', 'article') THEN $search
    WHEN l.direction IN ('outbound', 'internal') OR l.party = 'system' THEN $notice ELSE $look END) AS nature,
  arg_max(outcome_code, rank) FILTER (outcome_code IS NOT NULL) AS outcome,
  arg_min(issue_code, rank) FILTER (issue_code IS NOT NULL) AS label
FROM own_talks JOIN placed p USING (rank, customer) JOIN line l USING (rank)
GROUP BY ALL ORDER BY customer, started_us, talk_no
"""


@dataclass(frozen=True)
class Talks:
    """The talks of all customers, by customer and time.

    ``number`` is what a talk goes by, ``label`` the code of its source's issue; -1 where there is no case, outcome or label.
    """

    number: Ints
    customer: Ints
    started_us: Ints
    ended_us: Ints
    case: Ints
    nature: Ints
    outcome: Ints
    label: Ints

    def __len__(self) -> int:
        return self.number.size


def cut_into_talks(connection: duckdb.DuckDBPyConnection) -> Talks:
    """Create the session's table ``own_talks`` (rank, customer, talk_no) from ``placed`` and ``line``; return what each one was.

    A conversation in which two customers are named is a talk of each.
    """
    connection.execute(_TALKS, [LOOK_GAP_US, MESSAGE_GAP_US])
    connection.execute(
        """CREATE OR REPLACE TABLE own_talks AS
        SELECT rank, customer, min(rank) OVER (PARTITION BY talk, customer) AS talk_no FROM talk_rows"""
    )
    connection.execute("DROP TABLE talk_rows")
    table = connection.sql(_SUMMED, params=_NATURES).to_arrow_table()

    def ints(name: str) -> Ints:
        return table[name].to_numpy(zero_copy_only=False).astype(np.int64)

    def known(name: str) -> Ints:
        return table[name].fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)

    return Talks(
        ints("talk_no"),
        ints("customer"),
        ints("started_us"),
        ints("ended_us"),
        known("case_no"),
        ints("nature"),
        known("outcome"),
        known("label"),
    )
