"""Conflicting answers: ruling out what somebody else had taken up counts; saying no from the first on doesn't."""

from __future__ import annotations

from tests.journeys.threads import DAY, MINUTE
from tests.pain_points.heard import heard, hears, places, says
from tests.pain_points.hurts import Hurt

ASKS = says("asks", 0, "I want my fare back.")
AGAIN = says("comes again", DAY, "I want my fare back.", talk="2")
NO = "No, this fare isn't covered, nothing will be refunded."


def test_ruling_out_what_somebody_had_taken_up_is_a_contradiction() -> None:
    story = [
        ASKS,
        hears("takes up", MINUTE, "I've passed your case to our refund team."),
        AGAIN,
        hears("rules out", DAY + MINUTE, NO, talk="2"),
    ]

    assert heard("conflicting_answers", story) == [Hurt("rules out", "takes up")]


def test_the_same_no_twice_and_a_no_at_first_are_none() -> None:
    first = hears("rules out", MINUTE, NO)

    assert places("conflicting_answers", [ASKS, first]) == []
    assert places("conflicting_answers", [ASKS, first, AGAIN, hears("again", DAY + MINUTE, NO, talk="2")]) == []


def test_settling_it_in_the_end_is_none() -> None:
    story = [ASKS, hears("takes up", MINUTE, "We'll look at it."), AGAIN]

    assert places("conflicting_answers", [*story, hears("settles", DAY + MINUTE, "I've refunded it.", talk="2")]) == []
