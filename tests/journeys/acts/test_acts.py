"""What people do by words is read in their own words only: each act's worked cases, hard ones that only sound like it among them.

Lines of ``cases/<act>.txt`` begin with ``+`` (does it) or ``-`` (doesn't, hard ones). A hash splits them: phrasebooks were learnt with
the *tuned* half of those that do it (``training/phrases/en/general.txt``); the *held* half and all that don't were only counted.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from clew.journeys.acts import ActReader, Done, SpeechAct, known_acts
from clew.journeys.facts import Reader

CASES = Path(__file__).parent / "cases"
ACTS = known_acts()
ACT_READER, READER = ActReader(), Reader()


def done_in(text: str, party: str) -> list[Done]:
    return list(ACT_READER.read(text, READER.read(text, party).deeds))


def acts_in(text: str, party: str) -> set[str]:
    return {done.act for done in done_in(text, party)}


def half_of(line: str) -> str:
    return "tuned" if hashlib.sha256(line.encode()).digest()[0] % 2 == 0 else "held"


def party(act: SpeechAct) -> str:
    return "customer" if act.by == "customer" else "agent"


def cases(sign: str) -> list[tuple[str, str]]:
    return [
        (path.stem, line[2:])
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(sign)
    ]


@pytest.mark.parametrize(("half", "least"), [("tuned", 0.9), ("held", 0.7)])
def test_acts_are_found_in_words_that_do_them(half: str, least: float) -> None:
    found = [act in acts_in(text, party(ACTS[act])) for act, text in cases("+") if half_of(text) == half]

    assert len(found) > 150
    assert sum(found) >= least * len(found)


def test_acts_are_seldom_found_in_words_that_only_sound_like_them() -> None:
    found = [act in acts_in(text, party(ACTS[act])) for act, text in cases("-")]

    assert len(found) > 150
    assert sum(found) <= 0.1 * len(found)


def test_every_act_has_cases_of_both_kinds() -> None:
    for sign in "+-":
        assert {act for act, _ in cases(sign)} == set(ACTS)


def test_only_the_one_whose_act_it_is_can_do_it() -> None:
    assert "asks_for_person" not in acts_in("I want to speak to a human.", "agent")
    assert "settles" not in acts_in("I've corrected the invoice.", "customer")


def test_each_speaker_of_a_transcript_does_their_own() -> None:
    text = "Agent: How can I help?\nCustomer: Any news on my case?\nAgent: I can't see any status yet."
    done = done_in(text, "customer")
    assert [(each.act, each.speaker) for each in done] == [("asks_for_news", "customer"), ("leaves_open", "company")]
    assert text[done[0].start : done[0].end] == "Any news on my case?"


def test_quoted_history_and_signatures_do_nothing() -> None:
    mail = "I see.\n\nOn Wed, May 27, 2026 at 10:46 AM, Mia Tran <mia@example.org> wrote:\n> Any news?\n> Please call our hotline.\n"
    assert acts_in(mail, "agent") <= {"tells_little"}


def test_where_the_customer_is_sent_is_told() -> None:
    done = [
        [each.about for each in done_in(text, "agent") if each.act == "sends_elsewhere"]
        for text in (
            "Please call our hotline.",
            "You'd have to write to our complaints team.",
            "You'd have to come to one of our branches for that.",
        )
    ]
    assert done == [["phone"], ["email"], ["in_person"]]


@pytest.mark.parametrize("speaker", ["customer", "agent"])
@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "😀" * 500,
            "update " * 20_000,
            "please call " * 10_000,
            "I've " * 30_000,
            "a" * 100_000,
            "no\n" * 50_000,
        ),
        *("when will " * 10_000 + "it be done?", "Agent: hi\nCustomer: any " + "news " * 5_000),
    ],
)
def test_odd_texts_are_read_without_harm(text: str, speaker: str) -> None:
    assert acts_in(text, speaker) <= set(ACTS)
