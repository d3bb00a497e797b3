"""Which interactions are one journey: cases first, then one customer's one issue without a gap of more than 14 days."""

from __future__ import annotations

from tests.journeys.threads import DAY, HOUR, Made, make, said


def together(made: Made) -> list[list[str]]:
    return sorted(sorted(group) for group in made.grouped())


def test_a_case_is_one_journey_whatever_its_issues_and_gaps() -> None:
    made = make(
        [
            said("a1", 0, case_ref="A", issue="billing"),
            said("b1", HOUR, case_ref="B", issue="billing"),
            said("a2", 100 * DAY, case_ref="A", issue="delivery"),
        ]
    )

    assert together(made) == [["a1", "a2"], ["b1"]]
    assert [(each["bounded_by"], each["confidence"]) for each in made.journeys] == [("case reference", "certain")] * 2
    assert [each["journey_id"] for each in made.journeys] == ["desk/A", "desk/B"]


def test_a_gap_of_exactly_14_days_is_no_gap() -> None:
    story = [said("a", 0, issue="billing"), said("b", 14 * DAY, issue="billing")]

    assert together(make(story)) == [["a", "b"]]


def test_a_microsecond_more_than_14_days_begins_a_new_journey() -> None:
    story = [said("a", 0, issue="billing"), said("b", 14 * DAY + 1, issue="billing")]

    assert together(make(story)) == [["a"], ["b"]]
    assert together(make([said("a", 0), said("b", 14 * DAY + 1)])) == [["a"], ["b"]]


def test_the_gap_is_between_neighbours_and_not_to_the_first() -> None:
    story = [said(name, place * 10 * DAY, issue="billing") for place, name in enumerate("abcd")]

    made = make(story)

    assert together(made) == [["a", "b", "c", "d"]]
    assert (made.journey["bounded_by"], made.journey["confidence"]) == ("same issue without a gap", "likely")
    assert made.journey["journey_id"] == "from/a"


def test_parallel_issues_of_one_customer_are_journeys_of_their_own() -> None:
    story = [
        said("b1", 0, issue="billing"),
        said("d1", HOUR, issue="delivery"),
        said("b2", 2 * HOUR, issue="billing"),
        said("d2", 3 * HOUR, issue="delivery"),
    ]

    assert together(make(story)) == [["b1", "b2"], ["d1", "d2"]]


def test_the_same_issue_of_two_customers_is_two_journeys() -> None:
    story = [said("m", 0, issue="billing"), said("b", HOUR, who="bo", issue="billing")]

    assert together(make(story)) == [["b"], ["m"]]


def test_contacts_without_a_case_join_the_case_before_them_or_else_the_one_after() -> None:
    made = make(
        [
            said("first", 0, issue="billing"),
            said("a", DAY, case_ref="A", issue="billing"),
            said("between", 2 * DAY, issue="billing"),
            said("b", 3 * DAY, case_ref="B", issue="billing"),
            said("last", 4 * DAY, issue="billing"),
        ]
    )

    assert together(made) == [["a", "between", "first"], ["b", "last"]]
    assert [(each["bounded_by"], each["confidence"]) for each in made.journeys] == [
        ("same issue, near a case", "likely"),
        ("same issue, near a case", "likely"),
    ]


def test_a_contact_on_another_issue_does_not_join_the_case() -> None:
    story = [said("a", 0, case_ref="A", issue="billing"), said("other", HOUR, issue="delivery")]

    assert together(make(story)) == [["a"], ["other"]]


def test_a_contact_too_far_from_the_case_does_not_join_it() -> None:
    story = [said("a", 0, case_ref="A", issue="billing"), said("late", 14 * DAY + 1, issue="billing")]

    assert together(make(story)) == [["a"], ["late"]]


def test_an_unnamed_issue_is_the_last_one_named_before() -> None:
    made = make(
        [
            said("b", 0, issue="billing"),
            said("what", 10 * DAY),
            said("d", 10 * DAY + HOUR, issue="delivery"),
        ]
    )

    assert together(made) == [["b", "what"], ["d"]]
    assert [each["confidence"] for each in made.journeys] == ["assumed", "likely"]


def test_an_unnamed_issue_is_the_next_one_named_where_none_is_near_before() -> None:
    story = [
        said("b", 0, issue="billing"),
        said("what", 14 * DAY + 1),
        said("d", 15 * DAY, issue="delivery"),
    ]

    assert together(make(story)) == [["b"], ["d", "what"]]


def test_an_unnamed_issue_with_none_near_stays_unnamed() -> None:
    made = make([said("b", 0, issue="billing"), said("what", 20 * DAY), said("again", 21 * DAY)])

    assert together(made) == [["again", "what"], ["b"]]
    assert {each["bounded_by"] for each in made.journeys} == {
        "same issue without a gap",
        "issue not named, without a gap",
    }


def test_an_issue_of_blanks_is_unnamed() -> None:
    assert together(make([said("b", 0, issue="billing"), said("what", HOUR, issue="  ")])) == [["b", "what"]]


def test_the_gap_is_the_workspaces_to_set() -> None:
    from dataclasses import replace

    from clew.model import Settings, Windows

    settings = replace(Settings(), windows=Windows(journey_gap_days=1.0))

    assert together(make([said("a", 0), said("b", DAY)], settings)) == [["a", "b"]]
    assert together(make([said("a", 0), said("b", DAY + 1)], settings)) == [["a"], ["b"]]


def test_a_case_number_that_two_sources_give_for_one_customer_is_one_case() -> None:
    made = make(
        [
            said("ticket", 0, source="zendesk", case_ref="77", issue="billing"),
            said("call", DAY, source="calls", case_ref="77", channel="phone", kind="call"),
        ]
    )

    assert together(made) == [["call", "ticket"]]
    assert made.journey["journey_id"] == "calls/77"


def test_the_same_case_number_of_two_customers_in_two_sources_is_two_cases() -> None:
    story = [
        said("ticket", 0, source="zendesk", case_ref="77"),
        said("call", DAY, who="bo", source="calls", case_ref="77", channel="phone"),
    ]

    assert together(make(story)) == [["call"], ["ticket"]]


def test_nobody_in_the_world_is_no_journey() -> None:
    made = make([])

    assert (made.journeys, made.steps, made.handoffs) == ([], [], [])
