"""Status chasing: asking what became of it counts while the company has the matter, in words or by coming with nothing new."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE
from tests.pain_points.heard import heard, hears, places, says
from tests.pain_points.hurts import Hurt, noted

ASKS = says("asks", 0, "My refund is missing.", channel="email")
PASSED = [ASKS, hears("answers", HOUR, "I've passed it on.", channel="email"), noted("case", 2 * HOUR, kind="message")]


def test_asking_for_news_while_nobody_answers_is_chasing() -> None:
    story = [ASKS, says("asks again", DAY, "Is there any update on my refund?", channel="email")]

    assert heard("status_chasing", story) == [Hurt("asks again", "asks")]


def test_asking_for_news_while_the_back_office_has_it_is_chasing_on_any_channel() -> None:
    story = [*PASSED, says("calls", 2 * DAY, "Customer: Any news?\nAgent: No.", channel="phone", kind="call", talk="2")]

    assert heard("status_chasing", story) == [Hurt("calls", "case")]


def test_the_first_word_of_a_journey_chases_nothing() -> None:
    assert places("status_chasing", [says("asks", 0, "I'm still waiting for an answer.")]) == []


def test_what_happens_next_asked_in_the_same_breath_is_no_chasing() -> None:
    story = [says("asks", 0, "My refund is missing."), hears("answers", MINUTE, "We will look at it.")]

    assert places("status_chasing", [*story, says("asks back", 2 * MINUTE, "And when will I hear from you?")]) == []


def test_in_whatever_words_coming_with_nothing_new_while_the_back_office_has_it_is_chasing() -> None:
    silent = says("comes", 2 * DAY, "Hm, are you folks asleep over there.", talk="2")

    assert places("status_chasing", [*PASSED, silent]) == ["comes"]


def test_who_brings_something_new_or_comes_after_the_result_chases_nothing() -> None:
    new = says("brings", 2 * DAY, "Hm, it was order ORD-847475622, by the way.", talk="2")
    done = [
        noted("solved", DAY, "system", kind="status", outcome="resolved"),
        says("comes", 2 * DAY, "Hm, this refund looks too small.", talk="2"),
    ]

    assert places("status_chasing", [*PASSED, new]) == []
    assert places("status_chasing", [*PASSED, *done]) == []


def test_in_whatever_words_writing_again_after_an_hour_without_an_answer_is_chasing() -> None:
    assert places("status_chasing", [ASKS, says("writes", 2 * HOUR, "Hm, knock knock.", channel="email")]) == ["writes"]
    assert places("status_chasing", [ASKS, says("adds", 20 * MINUTE, "Hm, knock knock.", channel="email")]) == []
