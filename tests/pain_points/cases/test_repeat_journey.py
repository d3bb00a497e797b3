"""Same issue again: the same customer's next case about it, within the repeat window."""

from __future__ import annotations

from tests.journeys.threads import DAY, Row, said
from tests.pain_points.hurts import Hurt, hurts


def case(name: str, day: float, who: str | None = "mia", **columns: object) -> Row:
    return said(name, round(day * DAY), who, case_ref=name, issue="bill") | columns


def test_another_case_about_the_same_issue_within_a_week_shows_at_the_end_of_the_first() -> None:
    story = [case("first", 0), case("second", 6.5), case("third", 13.5)]

    # 6.5 days, then exactly 7: that is no longer within the week.
    assert hurts("repeat_journey", story, one_case=False) == [Hurt("first", None, 6.5)]


def test_another_issue_or_another_customer_is_none() -> None:
    assert hurts("repeat_journey", [case("first", 0), case("second", 1, issue="move")], one_case=False) == []
    assert hurts("repeat_journey", [case("first", 0), case("second", 1, "zoe")], one_case=False) == []


def test_customers_nobody_knows_are_not_the_same() -> None:
    assert hurts("repeat_journey", [case("first", 0, None), case("second", 1, None)], one_case=False) == []
