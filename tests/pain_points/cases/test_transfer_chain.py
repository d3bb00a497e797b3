"""Transfer chains: the second time that an agent hands over to agents."""

from __future__ import annotations

from tests.journeys.threads import MINUTE, Row, answered, said
from tests.pain_points.hurts import Hurt, hurts


def call(name: str, minute: int) -> Row:
    ends = (minute + 5) * MINUTE
    return said(name, minute * MINUTE, channel="phone", kind="call", party_id=name, ended_at=ends)


def test_the_second_handover_between_agents_shows_where_the_customer_arrives() -> None:
    story = [call("first", 0), call("second", 6), call("third", 12), call("fourth", 18)]

    assert hurts("transfer_chain", story) == [Hurt("third", "second", 2)]


def test_coming_back_hours_later_is_no_transfer() -> None:
    assert hurts("transfer_chain", [call("first", 0), call("second", 6), call("third", 200)]) == []


def test_a_bots_handover_does_not_count() -> None:
    story = [
        said("asks the bot", 0, channel="chatbot"),
        answered("bot", MINUTE, "bot", channel="chatbot"),
        call("first", 2),
        call("second", 8),
    ]

    assert hurts("transfer_chain", story) == []
