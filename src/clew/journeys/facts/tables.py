"""Writes the facts of all journeys, and what each handoff kept of them and lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import duckdb
import pyarrow as pa

from clew.journeys.facts.marks import reading_of
from clew.journeys.facts.read import known_kinds
from clew.journeys.facts.settle import LEAST_TEXTS, Fact, Formats, Message, Settler

#: Texts that are settled at a time.
BATCH = 20_000

_MESSAGES = """
SELECT s.journey, s.position, s.interaction_id,
  coalesce(i.source || '/' || coalesce(i.conversation_id, i.case_ref), s.interaction_id) AS conversation, i.text, m.marks
FROM (SELECT interaction_id, list({'what': what, 'fact': fact, 'start_char': start_char, 'end_char': end_char, 'speaker': speaker,
    'shape': shape, 'flag': flag, 'number': number} ORDER BY start_char, what) AS marks FROM readings GROUP BY interaction_id) m
JOIN steps s USING (interaction_id) JOIN interactions i USING (interaction_id)
ORDER BY s.journey, s.position
"""
_FORMATS = """
SELECT fact, number::INTEGER, count(*)::BIGINT FROM readings
WHERE what = 'said' AND shape = 'digits' AND flag AND fact <> '' GROUP BY ALL ORDER BY ALL
"""
_PRODUCTS = """
SELECT lower(substr(text, start_char + 1, end_char - start_char)) AS name FROM readings JOIN interactions USING (interaction_id)
WHERE what = 'said' AND fact = 'product' GROUP BY name HAVING count(DISTINCT interaction_id) >= $1 ORDER BY name
"""
_COLUMNS = pa.schema(
    [
        ("journey", pa.int64()),
        ("position", pa.int64()),
        ("interaction_id", pa.string()),
        ("fact", pa.string()),
        ("act", pa.string()),
        ("value", pa.string()),
        ("start_char", pa.int64()),
        ("end_char", pa.int64()),
        ("speaker", pa.string()),
    ]
)


def write_facts(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the session's table ``facts`` and the fact columns of ``handoffs``, from ``readings`` and the journeys' tables."""
    products = frozenset(name for (name,) in connection.execute(_PRODUCTS, [LEAST_TEXTS]).fetchall())
    kinds = known_kinds()
    settler = Settler(kinds, _formats(connection), products)
    connection.execute("DROP VIEW IF EXISTS facts")
    connection.execute(
        "CREATE OR REPLACE TABLE found_facts (journey BIGINT, position BIGINT, interaction_id VARCHAR, fact VARCHAR, act VARCHAR, value VARCHAR, start_char BIGINT, end_char BIGINT, speaker VARCHAR)"
    )
    cursor = connection.cursor()
    rows: list[tuple[object, ...]] = []
    for journey, messages in groupby(_messages(cursor), key=lambda each: each[0]):
        rows += [(journey, *_row(fact)) for fact in settler.settle(message for _, message in messages)]
        if len(rows) >= BATCH:
            _keep(connection, rows)
            rows = []
    _keep(connection, rows)
    connection.execute(
        """CREATE OR REPLACE TABLE facts AS SELECT journey, journey_id, customer_id, found_facts.* EXCLUDE (journey)
        FROM found_facts JOIN (SELECT journey, journey_id, customer_id FROM journeys) USING (journey)"""
    )
    connection.execute("DROP TABLE found_facts")
    connection.execute(_KEPT, [[name for name, kind in kinds.items() if kind.is_asked_for]])


#: What the customer had given before a handoff, and what became of it until the next one.
_KEPT = """
CREATE OR REPLACE TABLE handoffs AS
WITH stretch AS (
  SELECT journey, position, lead(position) OVER (PARTITION BY journey ORDER BY position) AS until FROM handoffs
), given AS (
  SELECT journey, fact, min(position) AS since FROM facts WHERE speaker = 'customer' AND fact IN (SELECT unnest($1)) GROUP BY ALL
), known AS (
  SELECT s.journey, s.position, s.until, g.fact FROM stretch s JOIN given g ON g.journey = s.journey AND g.since < s.position
), done AS (
  SELECT k.journey, k.position, k.fact, coalesce(bool_or(f.act = 'use'), false) AS used, coalesce(bool_or(f.act = 'ask_again'), false) AS asked,
    coalesce(bool_or(f.act = 'verify'), false) AS verified
  FROM known k LEFT JOIN facts f ON f.journey = k.journey AND f.fact = k.fact AND f.position >= k.position
    AND (k.until IS NULL OR f.position < k.until) AND f.speaker = 'company'
  GROUP BY ALL
), kept AS (
  SELECT journey, position, list(fact ORDER BY fact) AS facts_known,
    list(fact ORDER BY fact) FILTER (WHERE used AND NOT asked) AS facts_carried,
    list(fact ORDER BY fact) FILTER (WHERE asked) AS facts_asked_again,
    list(fact ORDER BY fact) FILTER (WHERE verified) AS facts_verified
  FROM done GROUP BY ALL
)
SELECT h.*, coalesce(facts_known, nothing) AS facts_known, coalesce(facts_carried, nothing) AS facts_carried,
  coalesce(facts_asked_again, nothing) AS facts_asked_again, coalesce(facts_verified, nothing) AS facts_verified
FROM handoffs h LEFT JOIN kept USING (journey, position),
  (SELECT CASE WHEN count(*) > 0 THEN []::VARCHAR[] END AS nothing FROM readings)
"""


def _formats(connection: duckdb.DuckDBPyConnection) -> Formats:
    counted: dict[str, dict[int, int]] = {}
    for fact, size, count in connection.execute(_FORMATS).fetchall():
        counted.setdefault(fact, {})[size] = count
    return Formats.learnt(counted)


def _messages(cursor: duckdb.DuckDBPyConnection) -> Iterator[tuple[int, Message]]:
    reader = cursor.sql(_MESSAGES).to_arrow_reader(2048)
    for batch in reader:
        for row in batch.to_pylist():
            yield row["journey"], _message(row)


def _message(row: Mapping[str, Any]) -> Message:
    return Message(
        row["interaction_id"], row["position"], row["conversation"], row["text"], reading_of(row["text"], row["marks"])
    )


def _row(fact: Fact) -> tuple[object, ...]:
    return (fact.position, fact.interaction_id, fact.fact, fact.act, fact.value, fact.start, fact.end, fact.speaker)


def _keep(connection: duckdb.DuckDBPyConnection, rows: list[tuple[object, ...]]) -> None:
    if not rows:
        return
    columns = zip(*rows, strict=True)
    table = pa.table([pa.array(column, field.type) for column, field in zip(columns, _COLUMNS, strict=True)], _COLUMNS)
    connection.register("settled", table)
    connection.execute("INSERT INTO found_facts SELECT * FROM settled")
    connection.unregister("settled")
