"""Switching under duress: elsewhere because nobody answered here."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE, said
from tests.pain_points.hurts import Hurt, hurts


def test_from_a_queue_that_was_left_to_another_desk() -> None:
    story = [
        said("hangs up", 0, channel="phone", kind="call", outcome="abandoned", ended_at=5 * MINUTE),
        said("writes", HOUR, channel="email"),
    ]

    assert hurts("channel_switch_under_duress", story) == [Hurt("writes", "hangs up")]


def test_from_a_letter_without_an_answer_to_the_help_pages() -> None:
    story = [said("writes", 0, channel="email"), said("searches", 2 * DAY, channel="self_service", kind="search")]

    assert hurts("channel_switch_under_duress", story) == [Hurt("searches", "writes")]


def test_trying_the_same_desk_again_is_no_switch_nor_is_leaving_after_an_answer() -> None:
    call = {"channel": "phone", "kind": "call"}
    again = [said("hangs up", 0, outcome="abandoned", **call), said("calls again", HOUR, **call)]
    met = [said("calls", 0, party_id="jo", **call), said("writes", HOUR, channel="email")]

    assert hurts("channel_switch_under_duress", again) == []
    assert hurts("channel_switch_under_duress", met) == []
