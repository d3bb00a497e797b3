"""Reopening: back after it was called settled, unless only to ask what that means."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE, answered, said
from tests.pain_points.hurts import Hurt, act, hurts, noted

SETTLED = [said("asks", 0), answered("solves", MINUTE, outcome="resolved")]


def test_who_comes_days_after_it_was_settled_reopens_it_once() -> None:
    story = [*SETTLED, said("is back", 2 * DAY, conversation_id="2"), said("goes on", 3 * DAY, conversation_id="2")]

    assert hurts("reopening", story) == [Hurt("is back")]


def test_a_word_of_thanks_within_hours_reopens_nothing() -> None:
    assert hurts("reopening", [*SETTLED, said("thanks", 11 * HOUR)]) == []


def test_looking_for_help_again_by_themselves_reopens_too() -> None:
    story = [*SETTLED, said("searches", 2 * DAY, channel="self_service", kind="search")]

    assert hurts("reopening", story) == [Hurt("searches")]


def test_asking_what_a_notice_means_is_no_reopening_unless_it_is_said_to_be_back() -> None:
    closed = noted("closed", HOUR, "system", kind="status", outcome="resolved")
    told = answered("notice", 2 * HOUR, "system", channel="sms")
    story = [said("asks", 0), closed, told, said("what was done", DAY, channel="phone", kind="call")]

    assert hurts("reopening", story) == []
    assert hurts("reopening", story, [act("what was done", "came_back", "customer")]) == [Hurt("what was done")]


def test_a_status_set_back_to_open_reopens() -> None:
    story = [*SETTLED, noted("reopened", DAY, kind="status", outcome="reopened")]

    assert hurts("reopening", story) == [Hurt("reopened")]


def test_the_companys_own_words_settle_where_no_status_tells() -> None:
    story = [said("asks", 0), answered("solves", MINUTE), said("is back", 2 * DAY, conversation_id="2")]

    assert hurts("reopening", story) == []
    assert hurts("reopening", story, [act("solves", "settles")]) == [Hurt("is back")]
