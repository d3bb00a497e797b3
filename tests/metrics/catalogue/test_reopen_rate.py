"""reopen_rate: of journeys resolved or closed at least once, those that were reopened."""

from __future__ import annotations

from tests.metrics.measuring import journey, many, measure


def test_two_of_eight_settled_journeys_were_reopened() -> None:
    found = measure(
        "reopen_rate",
        [
            *many(5),
            journey(10, outcome="closed"),
            journey(11, outcome="resolved", reopens=2),
            journey(12, outcome="reopened", reopens=1, censored=True),
            journey(13, outcome="open"),
            journey(14, outcome="abandoned"),
        ],
    )

    assert (found.value, found.n) == (2 / 8, 8)
    assert found.reason.endswith("2 left out: journeys never resolved or closed")


def test_a_journey_given_up_after_it_was_reopened_had_been_settled() -> None:
    found = measure("reopen_rate", [*many(5), journey(10, outcome="abandoned", reopens=1)])

    assert (found.value, found.n) == (1 / 6, 6)
