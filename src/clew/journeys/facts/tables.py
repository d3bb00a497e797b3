"""Writes the facts of all journeys: found anew where the talk changed, kept where it is the same as in the build before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import duckdb
import pyarrow as pa

from clew.journeys.facts.kept import write_kept
from clew.journeys.facts.learnt import learn, write_learnt
from clew.journeys.facts.marks import reading_of
from clew.journeys.facts.read import known_kinds
from clew.journeys.facts.settle import Fact, Message, Settler
from clew.journeys.facts.settled import SettledBefore, find_unsettled, keep_settled

#: Facts that are written at a time.
BATCH = 20_000

_MESSAGES = """
WITH chosen AS (SELECT s.journey, s.position, s.interaction_id FROM steps s SEMI JOIN to_settle USING (journey)),
m AS (
  SELECT interaction_id, list({'what': what, 'fact': fact, 'start_char': start_char, 'end_char': end_char, 'speaker': speaker,
    'shape': shape, 'flag': flag, 'number': number, 'read_by': read_by} ORDER BY start_char, what) AS marks
  FROM readings SEMI JOIN chosen USING (interaction_id) WHERE what NOT IN ('act', 'doubt') GROUP BY interaction_id
)
SELECT s.journey, s.position, s.interaction_id,
  coalesce(i.source || '/' || coalesce(i.conversation_id, i.case_ref), s.interaction_id) AS conversation, i.text, m.marks
FROM m JOIN chosen s USING (interaction_id) JOIN interactions i USING (interaction_id)
ORDER BY s.journey, s.position
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
        ("read_by", pa.string()),
    ]
)


def write_facts(connection: duckdb.DuckDBPyConnection, before: SettledBefore | None = None) -> None:
    """Create the session's tables ``facts``, ``talks`` and ``learnt``, and what ``handoffs`` say of facts, from ``readings``.

    ``before`` names the files of an earlier build whose facts stay where nothing they follow from has changed; the result
    is the same without it.
    """
    kinds, learnt = known_kinds(), learn(connection)
    settler = Settler(kinds, learnt.formats, learnt.products)
    connection.execute("DROP VIEW IF EXISTS facts")
    connection.execute(
        """CREATE OR REPLACE TABLE found_facts (journey BIGINT, position BIGINT, interaction_id VARCHAR, fact VARCHAR,
        act VARCHAR, value VARCHAR, start_char BIGINT, end_char BIGINT, speaker VARCHAR, read_by VARCHAR)"""
    )
    find_unsettled(connection, learnt, before)
    keep_settled(connection, before)
    cursor = connection.cursor()
    rows: list[tuple[object, ...]] = []
    for journey, messages in groupby(_messages(cursor), key=lambda each: each[0]):
        rows += [(journey, *_row(fact)) for fact in settler.settle(message for _, message in messages)]
        if len(rows) >= BATCH:
            _add(connection, rows)
            rows = []
    _add(connection, rows)
    connection.execute(
        """CREATE OR REPLACE TABLE facts AS SELECT journey, journey_id, customer_id, found_facts.* EXCLUDE (journey)
        FROM found_facts JOIN (SELECT journey, journey_id, customer_id FROM journeys) USING (journey)"""
    )
    connection.execute("DROP TABLE found_facts")
    write_learnt(connection, learnt)
    write_kept(connection, [name for name, kind in kinds.items() if kind.is_asked_for])


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
    place = (fact.start, fact.end, fact.speaker)
    return (fact.position, fact.interaction_id, fact.fact, fact.act, fact.value, *place, fact.read_by)


def _add(connection: duckdb.DuckDBPyConnection, rows: list[tuple[object, ...]]) -> None:
    if not rows:
        return
    columns = zip(*rows, strict=True)
    table = pa.table([pa.array(column, field.type) for column, field in zip(columns, _COLUMNS, strict=True)], _COLUMNS)
    connection.register("settled", table)
    connection.execute("INSERT INTO found_facts SELECT * FROM settled")
    connection.unregister("settled")
