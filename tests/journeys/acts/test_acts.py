"""What people do by words is read in their own words only: each act's worked cases, hard ones that only sound like it among them.

Lines of ``cases/<act>.txt`` begin with ``+`` (does it), ``-`` (doesn't) or ``~`` (does it, and isn't found yet: a known gap).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.journeys.acts import ActReader, SpeechAct, known_acts
from clew.journeys.facts.speech import turns_of

CASES = Path(__file__).parent / "cases"
ACTS = known_acts()
READER = ActReader()


def acts_in(text: str, party: str) -> set[str]:
    return {done.act for done in READER.read(text, turns_of(text, party))}


def party(act: SpeechAct) -> str:
    return "customer" if act.by == "customer" else "agent"


def cases(sign: str) -> list[tuple[str, str]]:
    return [
        (path.stem, line[2:])
        for path in sorted(CASES.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith(sign)
    ]


@pytest.mark.parametrize(("act", "text"), cases("+"))
def test_an_act_is_found_in_words_that_do_it(act: str, text: str) -> None:
    assert act in acts_in(text, party(ACTS[act]))


@pytest.mark.parametrize(("act", "text"), cases("-"))
def test_an_act_is_not_found_in_words_that_only_sound_like_it(act: str, text: str) -> None:
    assert act not in acts_in(text, party(ACTS[act]))


def test_known_gaps_are_still_gaps() -> None:
    """Whoever closes one turns its ``~`` into ``+``."""
    closed = [(act, text) for act, text in cases("~") if act in acts_in(text, party(ACTS[act]))]
    assert closed == []


def test_every_act_has_cases_of_both_kinds() -> None:
    for sign in "+-":
        assert {act for act, _ in cases(sign)} == set(ACTS)


def test_only_the_one_whose_act_it_is_can_do_it() -> None:
    assert "asks_for_person" not in acts_in("I want to speak to a human.", "agent")
    assert "settles" not in acts_in("I've corrected the invoice.", "customer")


def test_each_speaker_of_a_transcript_does_their_own() -> None:
    text = "Agent: How can I help?\nCustomer: Any news on my case?\nAgent: I can't see any status yet."
    done = list(READER.read(text, turns_of(text, "customer")))
    assert [(each.act, each.speaker) for each in done] == [("asks_for_news", "customer"), ("leaves_open", "company")]
    assert text[done[0].start : done[0].end] == "Any news on my case?"


def test_quoted_history_and_signatures_do_nothing() -> None:
    mail = "I see.\n\nOn Wed, May 27, 2026 at 10:46 AM, Mia Tran <mia@example.org> wrote:\n> Any news?\n> Please call our hotline.\n"
    assert acts_in(mail, "agent") <= {"tells_little"}


def test_where_the_customer_is_sent_is_told() -> None:
    done = [
        [each.about for each in READER.read(text, turns_of(text, "agent")) if each.act == "sends_elsewhere"]
        for text in (
            "Please call our hotline.",
            "You'd have to write to our complaints team.",
            "Please visit our store.",
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
