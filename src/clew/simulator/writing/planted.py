"""Makes the planted truth of one block into Arrow tables, in the columns that every scorer reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyarrow as pa

from clew.simulator.export import Block, Sheet
from clew.simulator.lived import Lived
from clew.simulator.living.telling import journey_id, person_id
from clew.simulator.truth_tables import (
    EFFECTS,
    EMOTIONS,
    FACTS,
    FRICTIONS,
    HANDOFFS,
    IDENTIFIERS,
    INTERACTIONS,
    ROWS,
    TRUTH,
    TruthTable,
    emotion,
)
from clew.simulator.writing.context import handoff_rows
from clew.simulator.writing.identifiable import leading_events

ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
    "array<string>": pa.list_(pa.string()),
}
TruthRow = tuple[object, ...]
#: Acts in whose words customers show how they feel, and which feelings those words fit.
EXPRESSIVE: dict[str, tuple[str, ...]] = {
    "angry": ("angry",),
    "annoyed": ("annoyed",),
    "already_said": ("annoyed", "angry"),
    "give_up": ("annoyed", "angry"),
    "thanks": ("calm", "relieved", "glad"),
    "relief": ("relieved", "glad"),
    "survey": tuple(name for _, name in EMOTIONS),
}
#: A system's name with one of its sheets.
Written = tuple[str, Sheet]


def schema(table: TruthTable) -> pa.Schema:
    """Return the table's Arrow schema."""
    return pa.schema([(name, ARROW[kind]) for name, (kind, _) in table.columns.items()])


def as_arrow(table: TruthTable, rows: Sequence[TruthRow]) -> pa.Table:
    """Return rows, given in the order of the table's columns, as an Arrow table."""
    shape = schema(table)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(shape)
    return pa.table(
        [pa.array(values, field.type) for values, field in zip(columns, shape, strict=True)],
        schema=shape,
    )


def planted_tables(lived: Lived, block: Block, written: Sequence[Written]) -> dict[str, pa.Table]:
    """Return one block's truth by table, all tables but ``effects``, which only the whole world has.

    ``block.spoken`` are true acts (:func:`clew.simulator.writing.context.true_acts`); ``written`` are all sheets of all systems.
    """
    told = _told(lived, written)
    handoffs, asked_again = handoff_rows(lived, block.spoken)
    derived: dict[str, list[TruthRow]] = {
        HANDOFFS.name: handoffs,
        # What was asked again is known only once it is spoken.
        FRICTIONS.name: [*lived.truth.get(FRICTIONS.name, ()), *asked_again],
        IDENTIFIERS.name: _identifier_rows(block),
        INTERACTIONS.name: _interaction_rows(lived, block, written, told),
        ROWS.name: _row_rows(lived, written),
        FACTS.name: _fact_rows(lived, block, told),
    }
    return {
        table.name: as_arrow(table, derived.get(table.name) or lived.truth.get(table.name, []))
        for table in TRUTH
        if table is not EFFECTS
    }


def _told(lived: Lived, written: Iterable[Written]) -> dict[int, str]:
    """Return the record that tells each event: where two systems do, that of the system where it happened."""
    at_home = {event.number: event.system for event in lived.events}
    records: dict[int, str] = {}
    for system, sheet in written:
        for record, _, verdict, event, _ in sheet.rows:
            if verdict == "interaction" and event is not None and (event not in records or at_home[event] == system):
                records[event] = record
    return records


def _identifier_rows(block: Block) -> list[TruthRow]:
    return [(system, kind, value, person_id(person), nature) for system, kind, value, person, nature in block.known]


def _interaction_rows(lived: Lived, block: Block, written: Sequence[Written], told: dict[int, str]) -> list[TruthRow]:
    leading = leading_events(block, written)
    positions, prefix = lived.positions, lived.interaction_id
    people = {number: person_id(number) for number in lived.people}
    rows: list[TruthRow] = []
    for event in lived.events:
        number = event.number
        if number not in told:
            continue
        pursuit, position, felt = event.pursuit, positions.get(number), emotion(event.mood)
        rows.append(
            (
                prefix(number),
                event.system,
                told[number],
                people[event.person.number],
                journey_id(pursuit.key) if pursuit is not None and position is not None else None,
                pursuit.issue.name if pursuit is not None else None,
                event.channel,
                event.kind,
                event.by,
                position,
                event.at * 1_000_000,
                event.case or None,
                felt,
                event.mood,
                number in block.texts and any(felt in EXPRESSIVE.get(act.key, ()) for act in event.acts),
                number in leading.by_identifiers,
                number in leading.by_words,
            )
        )
    return rows


def _row_rows(lived: Lived, written: Iterable[Written]) -> list[TruthRow]:
    name = lived.interaction_id
    return [
        (sheet.path, record, verdict, None if event is None else name(event), dirt)
        for _, sheet in written
        for record, _, verdict, event, dirt in sheet.rows
    ]


def _fact_rows(lived: Lived, block: Block, told: dict[int, str]) -> list[TruthRow]:
    name = lived.interaction_id
    return [
        (name(number), act, fact, value or None, start, end)
        for number, spoken in block.spoken.items()
        if number in told
        for act, fact, value, start, end in spoken
    ]
