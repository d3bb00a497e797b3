"""Ping-pong: back where the customer was before, or a case back with a team that passed it on."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE, Row, answered, said
from tests.pain_points.hurts import Hurt, act, hurts, noted


def talk(name: str, day: int, channel: str) -> list[Row]:
    return [
        said(name, day * DAY, channel=channel, conversation_id=name),
        answered(f"{name} answered", day * DAY + MINUTE, channel=channel, conversation_id=name),
    ]


def test_back_at_the_first_desk_with_another_in_between_is_ping_pong() -> None:
    story = [*talk("chats", 0, "chat"), *talk("writes", 1, "email"), *talk("chats again", 2, "chat")]

    assert hurts("ping_pong", story) == [Hurt("chats again", "chats")]


def test_twice_at_one_desk_is_none_and_three_desks_are_none() -> None:
    assert hurts("ping_pong", [*talk("chats", 0, "chat"), *talk("chats again", 2, "chat")]) == []
    assert hurts("ping_pong", [*talk("a", 0, "chat"), *talk("b", 1, "email"), *talk("c", 2, "social")]) == []


def test_asking_for_news_at_the_first_desk_is_none() -> None:
    story = [*talk("chats", 0, "chat"), *talk("writes", 1, "email"), *talk("any news", 2, "chat")]

    assert hurts("ping_pong", story, [act("any news", "asks_for_news", "customer")]) == []


def test_a_case_that_goes_back_to_a_team_is_ping_pong_out_of_sight() -> None:
    def note(name: str, hour: int, team: str | None) -> Row:
        return noted(name, hour * HOUR, kind="status", team=team)

    story = [
        said("writes", 0, channel="email"),
        *(note("first", 1, "A"), note("passed on", 2, "B"), note("unnamed", 3, None), note("still", 4, "B")),
        *(note("back", 5, "A"), note("stays", 6, "A"), note("and forth", 7, "B")),
    ]

    assert hurts("ping_pong", story) == [Hurt("back", "first"), Hurt("and forth", "still")]
