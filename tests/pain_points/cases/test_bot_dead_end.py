"""Bot dead end: a bot's conversation that the customer ends with nothing; a handover, a direction or a solution is no dead end."""

from __future__ import annotations

from tests.journeys.threads import HOUR, MINUTE
from tests.pain_points.heard import heard, hears, places, says
from tests.pain_points.hurts import Hurt

TALK = [
    says("asks", 0, "My bag is missing.", channel="chatbot"),
    hears("bot", MINUTE, "Please report missing bags at the airport.", "bot", channel="chatbot"),
]
LEAVES = says("leaves", 2 * MINUTE, "Forget it.", channel="chatbot")


def test_a_customer_who_gives_up_on_the_bot_met_a_dead_end() -> None:
    assert heard("bot_dead_end", [*TALK, LEAVES]) == [Hurt("leaves", "asks")]


def test_turning_elsewhere_later_does_not_undo_it() -> None:
    assert places("bot_dead_end", [*TALK, LEAVES, says("calls", HOUR, "", channel="phone", kind="call", talk="2")]) == [
        "leaves"
    ]


def test_being_met_by_a_person_at_once_does() -> None:
    bot = hears("hands over", 3 * MINUTE, "I'm transferring you to an agent.", "bot", channel="chatbot")
    thanks = says("thanks", 4 * MINUTE, "ok", channel="chatbot")
    person = says("goes on", 5 * MINUTE, "Hello", talk="2")

    assert places("bot_dead_end", [*TALK, bot, thanks, person]) == []


def test_where_the_bot_has_the_last_word_or_solved_it_nobody_is_left_standing() -> None:
    done = hears("settles", 2 * MINUTE, "I've refunded you.", "bot", channel="chatbot")

    assert places("bot_dead_end", TALK) == []
    assert places("bot_dead_end", [*TALK, done, says("thanks", 3 * MINUTE, "Thanks!", channel="chatbot")]) == []


def test_a_person_who_is_left_with_the_customers_word_is_no_bot() -> None:
    story = [
        says("asks", 0, "My bag is missing."),
        hears("agent", MINUTE, "I see."),
        says("leaves", 2 * MINUTE, "Forget it."),
    ]

    assert places("bot_dead_end", story) == []
