"""Effort spikes: far more conversations in a day than is usual for the issue."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, Row, said
from tests.pain_points.hurts import Hurt, hurts


def journey(number: int, talks: int, **columns: object) -> list[Row]:
    return [
        said(
            f"{number}/{talk}",
            number * DAY + talk * HOUR,
            f"c{number}",
            conversation_id=f"{number}/{talk}",
            case_ref=str(number),
        )
        | columns
        for talk in range(talks)
    ]


def test_five_conversations_in_a_day_are_a_spike_where_one_is_usual() -> None:
    usual = [row for number in range(20) for row in journey(number, 1, issue="bill")]
    story = [*usual, *journey(30, 5, issue="bill")]

    # Median 1, median distance 0: half a conversation counts as one deviation, so (5 - 1) / 0.5 = 8.
    assert hurts("effort_spike", story, one_case=False) == [Hurt("30/4", "30/0", 5)]


def test_three_conversations_are_never_a_spike() -> None:
    usual = [row for number in range(20) for row in journey(number, 1, issue="bill")]

    assert hurts("effort_spike", [*usual, *journey(30, 3, issue="bill")], one_case=False) == []


def test_what_is_usual_for_the_issue_is_no_spike() -> None:
    bills = [row for number in range(20) for row in journey(number, 1, issue="bill")]
    moves = [row for number in range(40, 60) for row in journey(number, 4 + number % 2, issue="move")]

    # Median 4.5, median distance 0.5: five lie (5 - 4.5) / 0.74 = 0.7 above. Among all journeys they would be a spike.
    assert hurts("effort_spike", [*bills, *moves], one_case=False) == []


def test_conversations_of_different_days_do_not_add_up() -> None:
    usual = [row for number in range(20) for row in journey(number, 1, issue="bill")]
    slow = [
        said(
            f"slow {talk}",
            40 * DAY + talk * 9 * HOUR,
            "slow",
            conversation_id=f"s{talk}",
            case_ref="slow",
            issue="bill",
        )
        for talk in range(6)
    ]

    # Nine hours apart: never more than three within 24 hours.
    assert hurts("effort_spike", [*usual, *slow], one_case=False) == []
