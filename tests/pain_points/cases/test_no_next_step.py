"""No next step: an open answer without a day counts; a day, a handover, a direction or a solution is a next step."""

from __future__ import annotations

import pytest

from tests.journeys.threads import DAY, MINUTE
from tests.pain_points.heard import hears, places, says
from tests.pain_points.hurts import noted

ASKS = says("asks", 0, "My line is down.")


@pytest.mark.parametrize(
    "words",
    [
        "We'll get back to you as soon as possible.",
        "I can't say how long it will take.",
        "I'm afraid I can't see any status.",
        "I've passed your case to our back office.",
    ],
)
def test_an_answer_without_a_day_leaves_no_next_step(words: str) -> None:
    assert places("no_next_step", [ASKS, hears("answers", MINUTE, words)]) == ["answers"]


@pytest.mark.parametrize(
    "words",
    [
        "I've passed your case to our back office. You'll hear from us within 3 days.",
        "I can't say how long it will take here, so I'm transferring you to a colleague.",
        "I can't see any status here. Please call our hotline.",
        "I've repaired the line.",
        "What is your account number?",
    ],
)
def test_a_day_a_handover_a_direction_a_solution_or_a_question_is_a_next_step(words: str) -> None:
    assert places("no_next_step", [ASKS, hears("answers", MINUTE, words)]) == []


def test_the_day_may_come_in_the_next_message_but_not_an_hour_later() -> None:
    first = hears("first", MINUTE, "I've passed your case to our back office.")
    day = "You'll hear from us within 3 days."

    assert places("no_next_step", [ASKS, first, hears("then", 2 * MINUTE, day)]) == []
    assert places("no_next_step", [ASKS, first, hears("then", 62 * MINUTE, day)]) == ["first"]


def test_a_notice_that_nothing_is_settled_counts_and_the_bot_does_not() -> None:
    words = "We'll contact you as soon as possible."

    assert places("no_next_step", [ASKS, hears("notice", DAY, words, "system", channel="sms", talk="2")]) == ["notice"]
    assert places("no_next_step", [ASKS, hears("bot", MINUTE, words, "bot")]) == []


def test_in_whatever_words_an_answer_before_the_back_office_that_names_no_day_counts() -> None:
    story = [
        ASKS,
        hears("mumbles", MINUTE, "So be it, off it goes to the people behind."),
        hears("leaves", 2 * MINUTE, "Goodbye."),
        noted("case", 3 * MINUTE, kind="message"),
    ]

    assert places("no_next_step", story) == ["mumbles"]


def test_in_whatever_words_an_answer_to_a_chase_that_settles_nothing_counts() -> None:
    story = [
        ASKS,
        hears("promises", MINUTE, "You'll hear from us within 3 days."),
        says("chases", 4 * DAY, "Any news on my case?", talk="2"),
        hears("mumbles", 4 * DAY + MINUTE, "Dear me, the drawer is empty.", talk="2"),
    ]

    assert places("no_next_step", story) == ["mumbles"]
