"""Repeat contact: whoever has to come again does, whoever is handed over or chases does not."""

from __future__ import annotations

from tests.journeys.threads import DAY, MINUTE, answered, said
from tests.pain_points.hurts import Hurt, act, hurts, noted

TALK = [said("asks", 0, conversation_id="1"), answered("answers", MINUTE, conversation_id="1")]


def test_a_second_conversation_is_a_repeat_and_a_third_another() -> None:
    story = [
        *TALK,
        said("comes again", DAY, conversation_id="2"),
        answered("answers again", DAY + MINUTE, conversation_id="2"),
        said("calls", 2 * DAY, channel="phone", kind="call"),
    ]

    assert hurts("repeat_contact", story) == [Hurt("comes again", "asks", 1), Hurt("calls", "comes again", 2)]


def test_going_on_in_the_same_conversation_is_no_repeat() -> None:
    assert hurts("repeat_contact", [*TALK, said("goes on", 2 * DAY, conversation_id="1")]) == []


def test_who_is_handed_over_has_not_come_again() -> None:
    story = [*TALK, said("is put through", 4 * MINUTE, channel="phone", kind="call")]

    # Three minutes after the agent's last word; at six it is a turn of their own, unless the agent had said so.
    assert hurts("repeat_contact", story) == []
    later = [*TALK, said("calls", 7 * MINUTE, channel="phone", kind="call")]
    assert hurts("repeat_contact", later) == [Hurt("calls", "asks", 1)]
    assert hurts("repeat_contact", later, [act("answers", "hands_over")]) == []


def test_who_was_sent_elsewhere_comes_again_however_soon() -> None:
    story = [*TALK, said("calls", 3 * MINUTE, channel="phone", kind="call")]

    assert hurts("repeat_contact", story, [act("answers", "sends_elsewhere")]) == [Hurt("calls", "asks", 1)]


def test_asking_for_news_is_a_pain_point_of_its_own() -> None:
    story = [*TALK, said("any news", 2 * DAY, conversation_id="2")]

    assert hurts("repeat_contact", story, [act("any news", "asks_for_news", "customer")]) == []


def test_what_the_company_sends_and_pages_are_no_contacts() -> None:
    story = [
        *TALK,
        answered("notice", DAY, "system", channel="sms"),
        said("looks", 2 * DAY, channel="web", kind="visit"),
        noted("notes", 2 * DAY),
    ]

    assert hurts("repeat_contact", story) == []
