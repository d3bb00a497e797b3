"""Answers to the survey that follows a contact: a rating, sometimes a comment; it knows the address it was sent to."""

from __future__ import annotations

from clew.simulator.chance import Chance
from clew.simulator.dirt import Clocks, entered, often, unreadable, written_email
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.stamps import plain_stamp

COLUMNS = ("Answer ID", "Submitted at", "Email", "Case", "Rating", "Comment")


def write(block: Block) -> list[Sheet]:
    """Return ``surveys/survey_answers.csv``: one row an answer; a row's record is the answer's id.

    Who agreed to nothing answers without an address; the case stands there where the survey was sent about one.
    """
    chance, clocks, next_id = block.chance("surveys"), Clocks(block, "surveys"), block.series("SV")
    rows = entered(
        list(block.of("surveys")),
        block,
        block.chance("surveys", "dirt"),
        lambda event: _row(event, next_id(), block, chance, clocks),
        unreadable("Answer ID", "Submitted at", ("13/32/2026 25:00:00",), next_id),
    )
    return [Sheet("surveys/survey_answers.csv", "csv", COLUMNS, rows)]


def _row(event: Event, record: str, block: Block, chance: Chance, clocks: Clocks) -> Row:
    dirt, person = block.scenario.dirt, event.person
    at, tags = clocks.skewed(event.at, person.number)
    email = written_email(person, block, "surveys", chance, dirt, typed=False) if person.consent else ""
    case = "" if often(chance, dirt.missing_case) else event.case
    cells: dict[str, object] = {
        "Answer ID": record,
        "Submitted at": _month_first(at),
        "Email": email,
        "Case": case,
        "Rating": event.detail,
        "Comment": block.texts.get(event.number, ""),
    }
    tags += () if email else ("no_consent",)
    tags += () if case == event.case else ("missing_case",)
    return Row(record, cells, "interaction", event.number, tags)


def _month_first(at: int) -> str:
    """Return a moment as people in the United States write it: ``03/02/2026 14:05:11``."""
    stamp = plain_stamp(at)
    return f"{stamp[5:7]}/{stamp[8:10]}/{stamp[:4]}{stamp[10:]}"


EXPORT = Export("surveys", "Survey answers", write)
