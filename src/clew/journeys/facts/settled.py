"""Tells which journeys' talk is the same as in the build before, so that their facts stay instead of being found anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from clew.journeys.facts.learnt import Learnt, learnt_in
from clew.journeys.facts.version import reading_version

#: With more names of products come or gone than this, finding the journeys that hold one costs more than settling all.
MOST_NAMES = 300
_BATCH = 20_000


@dataclass(frozen=True)
class SettledBefore:
    """Files of the build before: its ``facts``, and its tables ``talks`` and ``learnt``."""

    facts: Path
    talks: Path
    learnt: Path


# What a journey's facts follow from: its texts with their places, conversations and authors, what a language model read in
# them, and the code that reads. 64 bits
# tell apart what differs; two different talks of one journey with one signature would take some 10^19 tries.
_TALKS = """
CREATE OR REPLACE TABLE talks AS
WITH by_model AS (
  SELECT interaction_id, bit_xor(hash(fact, start_char, end_char, flag, read_by)) AS questions FROM readings
  WHERE read_by IS NOT NULL GROUP BY interaction_id
)
SELECT s.journey, j.journey_id, hash(bit_xor(hash(s.position, s.interaction_id,
  coalesce(i.source || '/' || coalesce(i.conversation_id, i.case_ref), s.interaction_id), i.party, i.text, m.questions)), count(*), $1) AS signature
FROM steps s JOIN interactions i USING (interaction_id) JOIN (SELECT journey, journey_id FROM journeys) j ON j.journey = s.journey
LEFT JOIN by_model m USING (interaction_id)
WHERE i.interaction_id IN (SELECT interaction_id FROM readings)
GROUP BY s.journey, j.journey_id
"""
_ALL_TO_SETTLE = "CREATE OR REPLACE TABLE to_settle AS SELECT journey FROM talks"
_TO_SETTLE = """
CREATE OR REPLACE TABLE to_settle AS SELECT t.journey FROM talks t
LEFT JOIN read_parquet($1) b ON b.journey_id = t.journey_id AND b.signature = t.signature WHERE b.journey_id IS NULL
"""
_UNCHANGED_TEXTS = """
SELECT t.journey, i.text FROM talks t ANTI JOIN to_settle USING (journey) JOIN steps s ON s.journey = t.journey
JOIN interactions i USING (interaction_id) WHERE i.text IS NOT NULL
"""
# A build of an older Clew has no column read_by, and none of its facts stay.
_KEPT_FACTS = """
INSERT INTO found_facts SELECT t.journey, f.position, f.interaction_id, f.fact, f.act, f.value, f.start_char, f.end_char, f.speaker, f.read_by
FROM (FROM read_parquet($1) UNION ALL BY NAME SELECT CAST(NULL AS VARCHAR) AS read_by WHERE false) f JOIN talks t USING (journey_id) ANTI JOIN to_settle ON to_settle.journey = t.journey
"""


def find_unsettled(connection: duckdb.DuckDBPyConnection, learnt: Learnt, before: SettledBefore | None) -> None:
    """Create the session's tables ``talks`` (one signature a journey) and ``to_settle``, the journeys to go over.

    Those are the ones whose talk is new or another, and the ones that say the name of a product that was learnt or
    forgotten since. All of them where there is no build before, or numbers have come to look different.
    """
    connection.execute(_TALKS, [reading_version()])
    known = learnt_in(connection, before.learnt) if before else None
    changed = learnt.products ^ known.products if known else frozenset()
    if before is None or known is None or known.formats != learnt.formats or len(changed) > MOST_NAMES:
        connection.execute(_ALL_TO_SETTLE)
        return
    connection.execute(_TO_SETTLE, [str(before.talks)])
    if changed:
        connection.executemany("INSERT INTO to_settle VALUES (?)", _saying(connection, changed) or [[-1]])


def keep_settled(connection: duckdb.DuckDBPyConnection, before: SettledBefore | None) -> None:
    """Add the facts of journeys that aren't ``to_settle`` to ``found_facts``, as the build before found them."""
    if before is not None:
        connection.execute(_KEPT_FACTS, [str(before.facts)])


def _saying(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> list[list[int]]:
    """Return the journeys that are left as they are but say one of the names, found as the settling itself finds them."""
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names)), re.IGNORECASE)
    found: set[int] = set()
    result = connection.cursor().execute(_UNCHANGED_TEXTS)
    while rows := result.fetchmany(_BATCH):
        found.update(journey for journey, text in rows if journey not in found and pattern.search(text))
    return [[journey] for journey in sorted(found)]
