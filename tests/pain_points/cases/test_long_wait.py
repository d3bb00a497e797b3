"""Long waits: three times what the channel leads to expect, from the customer's latest word."""

from __future__ import annotations

from clew.model import Settings
from tests.journeys.threads import DAY, HOUR, MINUTE, SECOND, Row, answered, said
from tests.pain_points.hurts import Hurt, hurts


def wait(channel: str, us: int) -> list[Row]:
    return [said("asks", 0, channel=channel), answered("answers", us, channel=channel)]


def test_a_wait_is_long_from_three_times_what_the_channel_leads_to_expect() -> None:
    # Chat: 60 seconds, so 180; e-mail and forms on the website: a day, so three; text messages: an hour.
    assert hurts("long_wait", wait("chat", 180 * SECOND)) == []
    assert hurts("long_wait", wait("chat", 181 * SECOND)) == [Hurt("answers", None, 181)]
    assert hurts("long_wait", wait("email", 3 * DAY)) == []
    assert hurts("long_wait", wait("email", 3 * DAY + SECOND)) == [Hurt("answers", None, 3 * 86_400 + 1)]
    assert hurts("long_wait", wait("web", 3 * DAY + SECOND)) == [Hurt("answers", None, 3 * 86_400 + 1)]
    assert hurts("long_wait", wait("sms", 3 * HOUR + SECOND)) == [Hurt("answers", None, 3 * 3600 + 1)]


def test_the_clock_runs_from_the_latest_word_and_a_bots_word_does_not_stop_it() -> None:
    story = [
        said("asks", 0, conversation_id="1"),
        answered("bot", SECOND, "bot", conversation_id="1"),
        said("asks again", 2 * MINUTE, conversation_id="1"),
        answered("answers", 6 * MINUTE, conversation_id="1"),
        answered("adds", HOUR, conversation_id="1"),
    ]

    assert hurts("long_wait", story) == [Hurt("answers", None, 240)]


def test_a_call_waits_in_the_queue_until_somebody_takes_it() -> None:
    def call(queued: int, **columns: object) -> list[Row]:
        answered_us = said("x", queued * SECOND)["occurred_us"]
        told = {"channel": "phone", "kind": "call", "party_id": "jo", "answered_us": answered_us}
        return [said("calls", 0, "mia", **(told | columns))]

    assert hurts("long_wait", call(360)) == []
    assert hurts("long_wait", call(361)) == [Hurt("calls", None, 361)]
    assert hurts("long_wait", call(361, outcome="abandoned")) == []


def test_what_customers_expect_can_be_set_for_each_channel() -> None:
    strict = Settings(expected_answers={"email": 3600})

    assert hurts("long_wait", wait("email", 4 * HOUR), settings=strict) == [Hurt("answers", None, 4 * 3600)]
    # Nobody said anything of forms: they await what letters do.
    assert hurts("long_wait", wait("web", 4 * HOUR), settings=strict) == [Hurt("answers", None, 4 * 3600)]
    assert hurts("long_wait", wait("chat", 180 * SECOND), settings=strict) == []
