"""Abandoned queues: calls and chats that end before anybody of the company has said a word."""

from __future__ import annotations

from tests.journeys.threads import HOUR, MINUTE, SECOND, Row, answered, said
from tests.pain_points.hurts import Hurt, hurts


def call(seconds: int, **columns: object) -> Row:
    return said("calls", 0, "mia", channel="phone", kind="call", ended_at=seconds * SECOND, **columns)


def test_a_call_that_was_given_up_shows_with_how_long_it_was_held() -> None:
    assert hurts("abandoned_queue", [call(90, outcome="abandoned")]) == [Hurt("calls", "calls", 90)]


def test_a_call_that_rang_for_less_than_ten_seconds_is_a_wrong_number() -> None:
    assert hurts("abandoned_queue", [call(9, outcome="abandoned")]) == []
    assert hurts("abandoned_queue", [call(10, outcome="abandoned")]) == [Hurt("calls", "calls", 10)]


def test_a_list_of_calls_that_names_nobody_and_no_ending_says_nothing() -> None:
    assert hurts("abandoned_queue", [call(90)]) == []


def test_a_chat_that_was_left_shows_at_the_last_word() -> None:
    left = [said("greets", 0, conversation_id="1"), said("leaves", 4 * MINUTE, conversation_id="1")]
    met = [*left, answered("answers", 5 * MINUTE, conversation_id="1")]

    assert hurts("abandoned_queue", left) == [Hurt("leaves", "greets", 240)]
    assert hurts("abandoned_queue", met) == []


def test_letters_have_no_queue() -> None:
    assert hurts("abandoned_queue", [said("a", 0, channel="email"), said("b", HOUR, channel="email")]) == []
