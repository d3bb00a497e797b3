"""Tells small stories of one case in words, and says what one detector finds in them when the texts are really read."""

from __future__ import annotations

from collections.abc import Sequence

from clew.pain_points import findings, gather, known_detectors
from clew.store import compile_sql
from tests.journeys.threads import Row, answered, rows_of, said, session
from tests.pain_points.hurts import READ, Hurt


def says(name: str, at: int, text: str, talk: str = "1", **columns: object) -> Row:
    """What the customer says, in the chat unless told otherwise."""
    return said(name, at, "mia", text=text, conversation_id=talk, **columns)


def hears(name: str, at: int, text: str, party: str = "agent", talk: str = "1", **columns: object) -> Row:
    """What the customer hears from the company, a person unless told otherwise."""
    return answered(name, at, party, text=text, conversation_id=talk, **columns)


def heard(detector: str, story: Sequence[Row]) -> list[Hurt]:
    """Return what the detector finds, with where it began and how much, in the order of steps."""
    connection = session([row | {"case_ref": "A"} for row in story], READ, read=True)
    found = compile_sql(findings(known_detectors()[detector], gather(connection, READ)))
    rows = rows_of(
        connection,
        f"""SELECT p.interaction_id AS at, s.interaction_id AS since, amount FROM ({found}) p
        LEFT JOIN steps s ON s.journey_id = p.journey_id AND s.position = p.since_position
        ORDER BY p.journey_id, p.position""",
    )
    connection.close()
    return [Hurt(str(row["at"]), _name(row["since"]), _number(row["amount"])) for row in rows]


def places(detector: str, story: Sequence[Row]) -> list[str]:
    """Return the names of the steps where the detector finds something."""
    return [hurt.at for hurt in heard(detector, story)]


def _name(value: object) -> str | None:
    return None if value is None else str(value)


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
