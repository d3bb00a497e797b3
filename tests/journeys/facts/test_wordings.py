"""Questions, steps, promises and problems are found in wordings that nothing was learnt from.

``cases/`` holds sentences written from general knowledge: ways of asking for each kind, and what only sounds like it. ``frames.txt``
is put together with each kind's own nouns (the first line of its file). A hash splits all of it: expressions and phrasebooks were
made with the *tuned* half (``training/phrases/en/general.txt``); the *held* half was only ever counted, so its figures say what unseen
wordings give. Their limits stand a little below what was measured.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from clew.journeys.facts import Reader

CASES = Path(__file__).with_name("cases")
QUESTIONS = CASES / "questions"
KINDS = sorted(path.stem for path in QUESTIONS.glob("*.txt") if path.stem not in ("frames", "none"))
READER = Reader()


def half_of(line: str) -> str:
    return "tuned" if hashlib.sha256(line.encode()).digest()[0] % 2 == 0 else "held"


def lines_of(path: Path, half: str) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if half_of(line) == half]


def asked(sentence: str) -> set[str]:
    return {each.fact for each in READER.read(sentence, "agent").asked}


def questions_for(kind: str, half: str) -> list[str]:
    """A kind's own ways of asking, and every frame of that half with its nouns in turn."""
    first, *lines = (QUESTIONS / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    nouns = first.removeprefix("= ").split(" | ") if first.startswith("= ") else []
    own = [line for line in (lines if nouns else [first, *lines]) if half_of(line) == half]
    frames = (QUESTIONS / "frames.txt").read_text(encoding="utf-8").splitlines()
    return own + [
        framed(frame, nouns[at % len(nouns)]) for at, frame in enumerate(frames) if nouns and half_of(frame) == half
    ]


def framed(frame: str, noun: str) -> str:
    bare = re.sub(r"^(?:your|the|a|an) ", "", noun)
    words = {"it": noun, "It": noun[0].upper() + noun[1:], "bare": bare, "Bare": bare[0].upper() + bare[1:]}
    return frame.format(**words)


@pytest.mark.parametrize(("half", "least"), [("tuned", 0.96), ("held", 0.93)])
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_found_however_it_is_asked_for(kind: str, half: str, least: float) -> None:
    questions = questions_for(kind, half)

    assert sum(kind in asked(question) for question in questions) >= least * len(questions)


@pytest.mark.parametrize(("half", "most"), [("tuned", 0.01), ("held", 0.03)])
def test_a_question_for_one_thing_is_hardly_ever_taken_for_another(half: str, most: float) -> None:
    others = [found - {kind} for kind in KINDS for question in questions_for(kind, half) if (found := asked(question))]

    assert sum(map(bool, others)) <= most * len(others)


@pytest.mark.parametrize(("half", "most"), [("tuned", 0.05), ("held", 0.18)])
def test_what_only_names_things_asks_for_hardly_any(half: str, most: float) -> None:
    statements = lines_of(QUESTIONS / "none.txt", half)

    assert len(statements) > 150
    assert sum(bool(asked(statement)) for statement in statements) <= most * len(statements)


@pytest.mark.parametrize(
    ("fact", "party", "file", "other", "half", "least", "most"),
    [
        ("step_tried", "customer", "steps", "no_steps", "tuned", 0.95, 0.3),
        ("step_tried", "customer", "steps", "no_steps", "held", 0.7, 0.3),
        ("promise", "agent", "promises", "no_promises", "tuned", 0.95, 0.05),
        ("promise", "agent", "promises", "no_promises", "held", 0.85, 0.35),
    ],
)
def test_steps_and_promises_are_told_from_what_sounds_like_them(
    fact: str, party: str, file: str, other: str, half: str, least: float, most: float
) -> None:
    said = [
        [
            fact in {each.fact for each in READER.read(line, party).said}
            for line in lines_of(CASES / f"{name}.txt", half)
        ]
        for name in (file, other)
    ]

    assert sum(said[0]) >= least * len(said[0])
    assert sum(said[1]) <= most * len(said[1])


@pytest.mark.parametrize(
    ("file", "told", "half", "least"),
    [
        ("matters", True, "tuned", 0.95),
        ("matters", True, "held", 0.7),
        ("talk", False, "tuned", 0.95),
        ("talk", False, "held", 0.88),
    ],
)
def test_the_matter_is_told_from_talk_about_the_talk(*, file: str, told: bool, half: str, least: float) -> None:
    lines = lines_of(CASES / f"{file}.txt", half)
    matters = [any(each.share >= 1 for each in READER.read(line, "customer").rest) for line in lines]

    assert matters.count(told) >= least * len(lines)
