"""Repeated verification: the second check of who the customer is, and every further one."""

from __future__ import annotations

from tests.journeys.threads import DAY, MINUTE, Row
from tests.pain_points.heard import heard, hears, says
from tests.pain_points.hurts import Hurt

GIVES = says("gives", 0, "My account number is 4283 7540.")


def check(name: str, at: int, talk: str) -> Row:
    return hears(name, at, "For security reasons, please confirm your account number.", talk=talk)


def test_the_second_check_counts_and_the_third() -> None:
    story = [
        GIVES,
        check("first", MINUTE, "1"),
        says("again", DAY, "Hello", talk="2"),
        check("second", DAY + MINUTE, "2"),
        says("once more", 2 * DAY, "Hello", talk="3"),
        check("third", 2 * DAY + MINUTE, "3"),
    ]

    assert heard("repeated_verification", story) == [Hurt("second", "first", 2), Hurt("third", "first", 3)]


def test_one_check_is_none() -> None:
    assert heard("repeated_verification", [GIVES, check("first", MINUTE, "1")]) == []
