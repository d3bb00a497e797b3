"""channel_switching_rate and switches_per_journey: how often a customer's issue changes channel, with both denominators."""

from __future__ import annotations

from tests.metrics.measuring import journey, many, measure

JOURNEYS = [*many(3), journey(10, switches=1, channels=2), journey(11, switches=2, channels=2)]
UNSEEN = journey(12, channels=0)


def test_two_of_five_journeys_change_channel() -> None:
    found = measure("channel_switching_rate", [*JOURNEYS, UNSEEN])

    assert (found.value, found.n) == (2 / 5, 5)
    assert found.reason.endswith("1 left out: journeys without a contact by the customer")


def test_five_journeys_change_channel_three_times() -> None:
    found = measure("switches_per_journey", [*JOURNEYS, UNSEEN])

    assert (found.value, found.n, found.unit) == (3 / 5, 5, "count")
