"""Forced channel: being told to go elsewhere counts; being handed over, offers and automatic replies don't."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, MINUTE
from tests.pain_points.heard import hears, places, says

ASKS = says("asks", 0, "My bill is too high.")


def test_being_told_to_call_is_a_forced_channel() -> None:
    story = [ASKS, hears("sends", MINUTE, "I can't change that here. Please call our hotline.")]

    assert places("forced_channel", story) == ["sends"]


def test_being_handed_over_is_none() -> None:
    story = [ASKS, hears("hands over", MINUTE, "I'll put you through to a colleague in the phone team.")]

    assert places("forced_channel", story) == []


def test_an_offer_and_an_automatic_reply_are_none() -> None:
    offer = hears("offers", MINUTE, "I've corrected the bill. If you have any questions, please call us.")
    machine = hears("machine", MINUTE, "This is an automatic reply. Please visit our website.", "bot")

    assert places("forced_channel", [ASKS, offer]) == []
    assert places("forced_channel", [ASKS, machine]) == []


def test_a_call_in_which_the_customer_is_sent_away_shows_it_too() -> None:
    words = "Agent: Hello.\nCustomer: My bill is too high.\nAgent: You'd have to write to our complaints team."
    call = says("calls", 0, words, channel="phone", kind="call", party_id="ana")

    assert places("forced_channel", [call]) == ["calls"]


def test_in_whatever_words_a_customer_who_then_goes_elsewhere_was_sent() -> None:
    story = [
        ASKS,
        hears("mumbles", MINUTE, "That lies outside what this window is for."),
        hears("leaves", 2 * MINUTE, "Goodbye."),
        says("writes", 2 * HOUR, "My bill is too high.", channel="email", talk="2"),
    ]

    assert places("forced_channel", story) == ["mumbles"]
    late = [*story[:3], says("writes", 2 * DAY, "My bill is too high.", channel="email", talk="2")]
    assert places("forced_channel", late) == []


def test_a_promise_or_a_solution_before_it_is_no_sending_away() -> None:
    later = says("writes", 2 * HOUR, "My bill is too high.", channel="email", talk="2")

    for words in ("You'll hear from us within 2 days.", "I've corrected the bill."):
        assert places("forced_channel", [ASKS, hears("answers", MINUTE, words), later]) == []
