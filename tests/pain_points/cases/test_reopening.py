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


def test_who_says_that_it_is_back_reopens_though_nothing_told_that_it_was_settled() -> None:
    story = [said("asks", 0), answered("answers", MINUTE), said("is back", 2 * DAY, conversation_id="2")]

    assert hurts("reopening", story, [act("is back", "came_back", "customer")]) == [Hurt("is back")]


def test_words_settle_nothing_where_the_source_says_how_conversations_end() -> None:
    others = [
        each
        for at in range(10)
        for each in (
            said(f"asks {at}", at, f"c{at}", conversation_id=f"c{at}"),
            answered(f"solves {at}", at + MINUTE, who=f"c{at}", conversation_id=f"c{at}", outcome="resolved"),
        )
    ]
    words = [said("asks", 0), answered("solves", MINUTE), said("is back", 2 * DAY, conversation_id="2")]
    story = [each | {"case_ref": "A"} for each in words]

    assert hurts("reopening", story, [act("solves", "settles")], one_case=False) == [Hurt("is back")]
    assert hurts("reopening", [*story, *others], [act("solves", "settles")], one_case=False) == []
