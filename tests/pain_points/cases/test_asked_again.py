"""Asked again: a question for what the customer had given before; a first question and a check are none."""

from __future__ import annotations

from tests.journeys.threads import DAY, MINUTE
from tests.pain_points.heard import heard, hears, places, says
from tests.pain_points.hurts import Hurt

GIVEN = [
    says("gives", 0, "My account number is 4283 7540."),
    says("comes again", DAY, "The bill is wrong.", talk="2"),
]


def test_asking_for_what_was_given_in_another_conversation_is_asking_again() -> None:
    story = [*GIVEN, hears("asks", DAY + MINUTE, "What is your account number?", talk="2")]

    assert heard("asked_again", story) == [Hurt("asks", "gives", 1)]


def test_a_first_question_and_a_check_are_none() -> None:
    first = hears("asks", DAY + MINUTE, "What is your order number?", talk="2")
    check = hears("checks", DAY + MINUTE, "For security reasons, please confirm your account number.", talk="2")

    assert places("asked_again", [*GIVEN, first]) == []
    assert places("asked_again", [*GIVEN, check]) == []
