"""Puts the scores of all capabilities together: one section each, weak and missing ones shown as plainly as good ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from clew.simulator.score.capability import Capability, known_capabilities
from clew.simulator.score.matched import Matched
from clew.simulator.score.read_tables import Tables
from clew.simulator.score.remarks import remarks
from clew.simulator.score.row import Measure, Row

#: Raised whenever a reader of the machine format would have to change.
FORMAT = 1


@dataclass(frozen=True)
class Section:
    """One capability's rows."""

    name: str
    title: str
    question: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Board:
    """The whole scoreboard: of which system, over how many true interactions and people, and its sections."""

    system: str
    interactions: int
    people: int
    sections: tuple[Section, ...]
    remarks: tuple[str, ...] = field(default=())

    def section(self, name: str) -> Section:
        """Return a section by the name of its capability; KeyError when there is none."""
        return {section.name: section for section in self.sections}[name]

    def as_dict(self) -> dict[str, object]:
        """Return plain values, numbers with six places: the machine format of ``clew score --json``."""
        return {
            "format": FORMAT,
            "system": self.system,
            "interactions": self.interactions,
            "people": self.people,
            "remarks": list(self.remarks),
            "capabilities": [
                {
                    "name": section.name,
                    "title": section.title,
                    "question": section.question,
                    "rows": [_plain(row) for row in section.rows],
                }
                for section in self.sections
            ],
        }


def score(
    truth: Tables,
    submission: Tables,
    system: str = "submission",
    not_built: Mapping[str, str] | None = None,
    tell: Callable[[str], None] = lambda _name: None,
    seed: int = 7,
) -> Board:
    """Score a submission against the truth; ``tell`` hears the name of each capability as it is begun.

    ``not_built`` says of tables that weren't submitted why not; any other is plainly "not submitted". The board's
    remarks say what of the submission couldn't be scored.
    """
    matched = Matched(truth, submission, seed)
    sections = []
    for capability in known_capabilities():
        tell(capability.title)
        rows = _rows(capability, matched, not_built or {})
        sections.append(Section(capability.name, capability.title, capability.question, tuple(rows)))
    return Board(system, matched.interactions.height, matched.people, tuple(sections), tuple(remarks(matched)))


def _rows(capability: Capability, matched: Matched, not_built: Mapping[str, str]) -> list[Row]:
    missing = [table for table in capability.needs if table not in matched.submission]
    if not missing:
        rows = capability.score(matched)
        return rows or [Row(capability.title, note="the truth holds none of it", state="nothing planted")]
    reasons = [not_built.get(table, f"not submitted (no table {table})") for table in missing]
    note = "; ".join(dict.fromkeys(reasons))
    subjects = capability.planted(matched) if capability.planted else [capability.title]
    return [Row(subject, note=note, state="not submitted") for subject in subjects or [capability.title]]


def _plain(row: Row) -> dict[str, object]:
    return {
        "subject": row.subject,
        "state": row.state,
        "n": row.n,
        "note": row.note,
        "measures": {measure.name: _numbers(measure) for measure in row.measures},
    }


def _numbers(measure: Measure) -> dict[str, float | None]:
    values = {"value": measure.value, "low": measure.low, "high": measure.high}
    return {name: None if value is None else round(value, 6) for name, value in values.items()}
