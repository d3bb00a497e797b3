"""Which sentences a language model may be asked about: doubtful ones that stand where an "asked again" could be missed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from clew.journeys import masked, plain_words

#: Facts whose places are whole sentences; masking those would leave nothing.
_WHOLE = ("promise", "problem", "step_tried")
_DOUBTS = """
WITH doubts AS ({chosen}), spoken AS (
  SELECT interaction_id, list([start_char, end_char] ORDER BY start_char, end_char) AS said FROM readings
  SEMI JOIN doubts USING (interaction_id) WHERE what = 'said' AND fact NOT IN (SELECT unnest($whole)) GROUP BY interaction_id
)
SELECT d.interaction_id, d.start_char, d.end_char, d.customer_id, i.text, s.said FROM doubts d
JOIN interactions i USING (interaction_id) LEFT JOIN spoken s USING (interaction_id) ORDER BY d.interaction_id, d.start_char
"""
_EVERYWHERE = "SELECT interaction_id, start_char, end_char, '' AS customer_id FROM readings WHERE what = 'doubt'"
# Only where something was known before a handoff can it be asked for again behind it.
_WHERE_IT_MATTERS = """
SELECT r.interaction_id, r.start_char, r.end_char, s.customer_id FROM readings r JOIN steps s USING (interaction_id)
JOIN (SELECT journey_id, min(position) AS since FROM handoffs WHERE len(facts_known) > 0 GROUP BY journey_id) h
  ON h.journey_id = s.journey_id AND s.position >= h.since
WHERE r.what = 'doubt'
"""
_NAMES = """
SELECT customer_id, value FROM facts WHERE fact = 'name' AND value IS NOT NULL
UNION ALL SELECT customer_id, value FROM traits WHERE trait IN ('name', 'first_name', 'last_name') AND value IS NOT NULL
"""
_WORD = re.compile(r"[^\W\d_]+")
#: Shorter words belong to too many names and to too many other words.
_SHORTEST_NAME = 3
_BATCH = 10_000


@dataclass(frozen=True)
class Doubt:
    """One doubtful sentence at its place; ``sentence`` is the masked one, None where masking leaves too little."""

    interaction_id: str
    start: int
    end: int
    customer_id: str
    sentence: str | None


@dataclass(frozen=True)
class Doubtful:
    """The distinct masked sentences with how often each stands there, the most frequent first.

    ``places`` are all doubtful sentences, ``emptied`` those of which masking leaves too little, and ``withheld`` those that
    still hold a word of the customer's own name, written small.
    """

    sentences: dict[str, int]
    places: int
    emptied: int
    withheld: int


def every_doubt(connection: duckdb.DuckDBPyConnection) -> Iterator[Doubt]:
    """Return all doubtful sentences of the session's texts, with their masks; the same text gives the same mask anywhere."""
    return _doubts(connection, _EVERYWHERE)


def doubtful(connection: duckdb.DuckDBPyConnection) -> Doubtful:
    """Return the sentences of a build that may be asked about; the session has to have its readings."""
    names: dict[str, set[str]] = {}
    for customer, value in connection.execute(_NAMES).fetchall():
        words = {word for word in _WORD.findall(value.lower()) if len(word) >= _SHORTEST_NAME}
        names.setdefault(customer, set()).update(words - plain_words())
    counted: Counter[str] = Counter()
    withheld_of: set[str] = set()
    places = emptied = withheld = 0
    for doubt in _doubts(connection, _WHERE_IT_MATTERS):
        places += 1
        if doubt.sentence is None:
            emptied += 1
        elif names.get(doubt.customer_id, set()).isdisjoint(_WORD.findall(doubt.sentence)):
            counted[doubt.sentence] += 1
        else:
            withheld += 1
            withheld_of.add(doubt.sentence)
    # The same words may be nobody's name elsewhere; what names one person is sent for nobody.
    withheld += sum(counted.pop(sentence, 0) for sentence in withheld_of)
    ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return Doubtful(dict(ordered), places, emptied, withheld)


def _doubts(connection: duckdb.DuckDBPyConnection, chosen: str) -> Iterator[Doubt]:
    result = connection.cursor().execute(_DOUBTS.format(chosen=chosen), {"whole": list(_WHOLE)})
    while rows := result.fetchmany(_BATCH):
        for interaction, start, end, customer, text, said in rows:
            places = [(first, last) for first, last in said or ()]
            yield Doubt(interaction, start, end, customer, masked(text, start, end, places))
