"""Tells small stories of one case and says what one detector finds in them, by the names of the steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clew.model import READINGS, Settings, TextRules
from clew.pain_points import findings, gather, known_detectors
from clew.store import compile_sql
from tests.journeys.threads import Row, contract_rows, rows_of, said, session

#: Settings of a workspace in which texts are read.
READ = Settings(texts=TextRules(facts=True))


@dataclass(frozen=True)
class Hurt:
    """One finding: the step where it shows, where it began (None where that isn't told), and how much."""

    at: str
    since: str | None = None
    amount: float | None = None


def act(name: str, done: str, speaker: str = "company", start: int = 0, **columns: object) -> Row:
    """A speech act in the text of the interaction called ``name``."""
    told: Row = {"interaction_id": name, "what": "act", "fact": done, "speaker": speaker}
    return told | {"start_char": start, "end_char": start + 5} | columns


def noted(name: str, at: int, party: str = "agent", **columns: object) -> Row:
    """Work of the company's own that no customer sees: a note on the case, unless another kind is told."""
    told = {"channel": "back_office", "kind": "note", "direction": "internal", "party": party}
    return said(name, at, "mia", **(told | columns))


def hurts(
    detector: str, story: Sequence[Row], acts: Sequence[Row] = (), settings: Settings = READ, *, one_case: bool = True
) -> list[Hurt]:
    """Return what the detector finds in a story, in the order of journeys and steps; all of it is one case unless told."""
    connection = session([row | {"case_ref": "A"} if one_case else row for row in story], settings)
    connection.register("given", contract_rows(READINGS, acts))
    connection.execute("INSERT INTO readings SELECT * FROM given")
    evidence = gather(connection, settings)
    found = compile_sql(findings(known_detectors()[detector], evidence))
    rows = rows_of(
        connection,
        f"""SELECT p.interaction_id AS at, s.interaction_id AS since, amount FROM ({found}) p
        LEFT JOIN steps s ON s.journey_id = p.journey_id AND s.position = p.since_position
        ORDER BY p.journey_id, p.position""",
    )
    connection.close()
    return [
        Hurt(str(row["at"]), None if row["since"] is None else str(row["since"]), _number(row["amount"]))
        for row in rows
    ]


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
