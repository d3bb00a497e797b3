"""Missed promise: silence until the promised day counts; any word, taken call or solution before it keeps the promise."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE
from tests.pain_points.heard import heard, hears, places, says
from tests.pain_points.hurts import Hurt, noted

PROMISED = [
    says("asks", 0, "My refund is missing."),
    hears("promises", HOUR, "You'll hear from us within 2 days."),
]
#: The promise falls due two days and an hour after the start.
DUE = 2 * DAY + HOUR


def test_silence_until_after_the_day_is_a_missed_promise() -> None:
    story = [*PROMISED, says("chases", DUE + 12 * HOUR, "Any news?", talk="2")]

    assert heard("missed_promise", story) == [Hurt("chases", "promises", 0.5)]


def test_a_word_a_taken_call_or_a_solution_in_time_keeps_it() -> None:
    late = says("comes", DUE + DAY, "Hello", talk="3")
    kept = [
        hears("writes", DUE - MINUTE, "We're on it.", channel="email", talk="2"),
        hears("notice", DUE - MINUTE, "Still checking.", "system", channel="sms", talk="2"),
        says("calls", DUE - MINUTE, "Customer: Hi", channel="phone", kind="call", talk="2", party_id="ana"),
        noted("solved", DUE - MINUTE, "system", kind="status", outcome="resolved"),
    ]

    for each in kept:
        assert places("missed_promise", [*PROMISED, each, late]) == []


def test_a_note_inside_the_house_and_a_bots_word_reach_nobody() -> None:
    late = says("comes", DUE + DAY, "Hello", talk="3")
    inside = noted("note", DUE - MINUTE, text="Taken from the queue.")
    bot = hears("bot", DUE - MINUTE, "Hi!", "bot", channel="chatbot", talk="2")

    assert places("missed_promise", [*PROMISED, inside, bot, late]) == ["comes"]


def test_it_shows_at_the_first_thing_that_is_no_status_and_no_browsing() -> None:
    story = [
        *PROMISED,
        noted("open", DUE + MINUTE, "system", kind="status"),
        says("looks", DUE + HOUR, "", channel="web", kind="visit", talk="2"),
        noted("note", DUE + DAY),
    ]

    assert heard("missed_promise", story) == [Hurt("note", "promises", 1.0)]


def test_while_nothing_has_come_after_it_nothing_shows() -> None:
    assert places("missed_promise", PROMISED) == []


def test_hours_and_working_days_are_told_from_days() -> None:
    asks, comes = says("asks", 0, "My refund is missing."), says("comes", 2 * DAY, "Hello", talk="2")
    hours = hears("promises", HOUR, "You'll have a reply within 24 hours.")
    week = hears("promises", HOUR, "You'll have a reply within 5 working days.")

    assert places("missed_promise", [asks, hours, comes]) == ["comes"]
    assert places("missed_promise", [asks, week, comes]) == []
