"""A world small enough to score by hand: two people, three journeys, seven interactions, and a way to hand in tables.

Ann has a bill journey (j1: b1 by bot, c1 by chat, p1 by phone; resolved) and an outage journey (j2: e1; open); she also
browses (w1, of no journey, not identifiable). Bob has a bill journey (j3: b2, p2; gave up).
"""

from __future__ import annotations

from typing import Any

import polars as pl

from clew.simulator.score import Board, Row, Tables, score, tables_of
from clew.simulator.score.read_tables import TYPES
from clew.simulator.score.submission import SUBMISSION
from clew.simulator.truth_tables import TRUTH

HOUR = 3_600_000_000
DAY = 24 * HOUR

INTERACTIONS: list[tuple[Any, ...]] = [
    # id, person, journey, issue, channel, kind, party, position, hour, case, emotion, valence, identifiable
    ("b1", "ann", "j1", "bill", "chatbot", "message", "customer", 1, 0, None, "calm", 0.0, True),
    ("c1", "ann", "j1", "bill", "chat", "message", "agent", 2, 1, None, "annoyed", -1.0, True),
    ("p1", "ann", "j1", "bill", "phone", "call", "customer", 3, 30, "T1", "angry", -2.0, True),
    ("e1", "ann", "j2", "outage", "email", "message", "customer", 1, 40, "T2", "annoyed", -1.0, True),
    ("w1", "ann", None, None, "web", "visit", "customer", None, 41, None, None, None, False),
    ("b2", "bob", "j3", "bill", "chatbot", "message", "customer", 1, 2, None, "calm", 0.0, True),
    ("p2", "bob", "j3", "bill", "phone", "call", "customer", 2, 600, None, "angry", -2.0, True),
]


def truth(untold: str = "w1", **more: list[dict[str, Any]]) -> Tables:
    """Return the truth of this world; ``more`` gives rows of other tables, missing columns are null.

    Everything leads to its customer but the ``untold`` interaction.
    """
    interactions = [
        {
            "interaction_id": f"i-{record}",
            "system": "any",
            "record": record,
            "person_id": person,
            "journey_id": journey,
            "issue": issue,
            "channel": channel,
            "kind": kind,
            "party": party,
            "position": position,
            "occurred_us": hour * HOUR,
            "case_ref": case,
            "emotion": emotion,
            "valence": valence,
            "expressed": emotion in ("annoyed", "angry"),
            "identifiable": identifiable,
            "told": record != untold,
        }
        for record, person, journey, issue, channel, kind, party, position, hour, case, emotion, valence, identifiable in INTERACTIONS
    ]
    rows = {"interactions": interactions, "journeys": JOURNEYS, **more}
    return tables_of({table.name: _frame(table, rows.get(table.name, [])) for table in TRUTH})


JOURNEYS: list[dict[str, Any]] = [
    {
        "journey_id": "j1",
        "person_id": "ann",
        "issue": "bill",
        "outcome": "resolved",
        "contacts": 2,
        "started_us": 0,
        "ended_us": 30 * HOUR,
        "first_contact_us": 0,
        "second_contact_us": 30 * HOUR,
        "first_response_us": HOUR,
        "first_resolved_us": 2 * HOUR,
        "resolved_us": 30 * HOUR,
        "switches": 2,
        "first_channel": "chatbot",
        "satisfaction": 4,
    },
    {
        "journey_id": "j2",
        "person_id": "ann",
        "issue": "outage",
        "outcome": "open",
        "contacts": 1,
        "started_us": 40 * HOUR,
        "ended_us": 40 * HOUR,
        "first_contact_us": 40 * HOUR,
        "switches": 0,
        "first_channel": "email",
        "satisfaction": 3,
    },
    {
        "journey_id": "j3",
        "person_id": "bob",
        "issue": "bill",
        "outcome": "gave_up",
        "contacts": 2,
        "started_us": 2 * HOUR,
        "ended_us": 600 * HOUR,
        "first_contact_us": 2 * HOUR,
        "switches": 1,
        "second_contact_us": 600 * HOUR,
        "first_response_us": 5 * HOUR,
        "first_channel": "chatbot",
        "satisfaction": 1,
    },
]


def submission(**tables: list[dict[str, Any]]) -> Tables:
    """Return tables handed in; columns that no row of a table names are left out."""
    known = {table.name: table for table in SUBMISSION}
    return tables_of({name: _frame(known[name], rows, spare=True) for name, rows in tables.items()})


def _frame(table: Any, rows: list[dict[str, Any]], spare: bool = False) -> pl.DataFrame:
    named = {name for row in rows for name in row}
    assert named <= set(table.columns), named - set(table.columns)
    kept = [name for name in table.columns if not spare or name in named or name not in table.optional]
    schema = {name: TYPES[table.columns[name][0]] for name in kept}
    return pl.DataFrame([[row.get(name) for name in kept] for row in rows], schema=schema, orient="row")


def rows_of(capability: str, handed_in: Tables, planted: Tables | None = None) -> dict[str, Row]:
    """Score what was handed in and return one capability's rows by subject."""
    board = board_of(handed_in, planted)
    return {row.subject: row for row in board.section(capability).rows}


def board_of(handed_in: Tables, planted: Tables | None = None) -> Board:
    """Score what was handed in against this world, or another truth."""
    return score(planted if planted is not None else truth(), handed_in)


def values(row: Row) -> dict[str, float | None]:
    """Return a row's numbers without their intervals, to six places."""
    return {each.name: None if each.value is None else round(each.value, 6) for each in row.measures}


def pairs(column: str, **named: str) -> list[dict[str, Any]]:
    """Return rows that name something of each record."""
    return [{"record": record, column: name} for record, name in named.items()]
