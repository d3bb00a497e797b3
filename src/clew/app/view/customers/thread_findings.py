"""What went wrong at each step of a thread, and which words of its text show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from clew.journeys import known_kinds
from clew.pain_points import known_detectors

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class StepFinding:
    """One pain point that shows at a step; ``amount`` is in ``amount_unit``, ``since_position`` the step where it began."""

    detector: str
    title: str
    severity: float
    amount: float | None
    amount_unit: str | None
    since_position: int | None


@dataclass(frozen=True)
class MarkedWords:
    """Characters of a step's text, from ``start_char`` to below ``end_char``, and what they show.

    ``read_by`` names the language model where only its reading says so.
    """

    start_char: int
    end_char: int
    titles: tuple[str, ...]
    read_by: str | None = None


@dataclass(frozen=True)
class AtStep:
    """What was found at one step; ``marked`` doesn't overlap and stands in the text's order."""

    findings: tuple[StepFinding, ...] = ()
    marked: tuple[MarkedWords, ...] = ()


@dataclass
class _Gathered:
    findings: list[StepFinding] = field(default_factory=list)
    marked: list[MarkedWords] = field(default_factory=list)


#: Its words are those of each fact, as the facts have them.
_BY_FACT = "asked_again"
_FINDINGS = """
SELECT interaction_id, detector, severity, amount, since_position, start_char, end_char FROM pain_points
WHERE journey_id IN ({marks}) AND position BETWEEN ? AND ? ORDER BY interaction_id, severity DESC, detector
"""
_ASKED_AGAIN = """
SELECT interaction_id, fact, start_char, end_char, read_by FROM facts
WHERE act = 'ask_again' AND journey_id IN ({marks}) AND position BETWEEN ? AND ? ORDER BY interaction_id, start_char, fact
"""


def found_at_steps(
    session: duckdb.DuckDBPyConnection, journey_ids: Iterable[str], positions: tuple[int, int]
) -> Mapping[str, AtStep]:
    """Return what was found at the steps of these journeys from one position to another, by their interactions."""
    ids, gathered = list(journey_ids), dict[str, _Gathered]()
    marks, known, kinds = ", ".join("?" for _ in ids), known_detectors(), known_kinds()
    for interaction, name, *said, start, end in _rows(session, _FINDINGS.format(marks=marks), ids, positions):
        detector = known.get(str(name))
        if detector is None:
            continue
        severity, amount, since = said
        here = gathered.setdefault(interaction, _Gathered())
        here.findings.append(StepFinding(detector.name, detector.title, severity, amount, detector.amount_unit, since))
        if start is not None and detector.name != _BY_FACT:
            here.marked.append(MarkedWords(start, end, (detector.title,)))
    for interaction, fact, start, end, read_by in _rows(session, _ASKED_AGAIN.format(marks=marks), ids, positions):
        title = kinds[fact].title if fact in kinds else str(fact)
        gathered.setdefault(interaction, _Gathered()).marked.append(
            MarkedWords(start, end, (f"{known[_BY_FACT].title}: {title}",), read_by)
        )
    return {key: AtStep(tuple(each.findings), apart(each.marked)) for key, each in gathered.items()}


def _rows(
    session: duckdb.DuckDBPyConnection, query: str, ids: list[str], positions: tuple[int, int]
) -> list[tuple[Any, ...]]:
    return session.execute(query, [*ids, *positions]).fetchall()


def apart(marked: list[MarkedWords]) -> tuple[MarkedWords, ...]:
    """Return the marks with those that overlap made one, in the text's order."""
    apart: list[MarkedWords] = []
    for each in sorted(marked, key=lambda mark: (mark.start_char, mark.end_char)):
        last = apart[-1] if apart else None
        if last is None or each.start_char >= last.end_char:
            apart.append(each)
            continue
        titles = tuple(dict.fromkeys((*last.titles, *each.titles)))
        read_by = last.read_by if last.read_by == each.read_by else None
        apart[-1] = MarkedWords(last.start_char, max(last.end_char, each.end_char), titles, read_by)
    return tuple(apart)
