"""How journeys end, which are still open, and what they say of answers, resolutions and the customer's next contact."""

from __future__ import annotations

import pytest

from tests.journeys.threads import DAY, HOUR, MINUTE, START, Made, Row, answered, make, said


@pytest.fixture(scope="module")
def ended() -> dict[object, Row]:
    """One customer each: how journeys with these outcomes stand when the source's data end 20 days in."""
    return {each["customer_id"]: each for each in made().journeys}


def made() -> Made:
    def told(who: str, *outcomes: str | None, start: int = 0) -> list[Row]:
        return [
            said(f"{who} {place}", start + place * HOUR, who=who, case_ref=who, outcome=outcome)
            for place, outcome in enumerate(outcomes)
        ]

    return make(
        [
            *told("resolved", None, "resolved"),
            *told("closed", None, "closed"),
            *told("closed after resolved", "resolved", "closed"),
            *told("abandoned", None, "abandoned"),
            *told("reopened long ago", "resolved", "reopened"),
            *told("reopened lately", "resolved", "reopened", start=19 * DAY),
            *told("resolved again", "resolved", "reopened", "resolved"),
            *told("silent for 14 days", None, start=6 * DAY),
            *told("silent for less", None, start=6 * DAY + 1),
            *told("newest", None, start=20 * DAY),
            said("other", 90 * DAY, who="other source", source="calls"),
        ]
    )


@pytest.mark.parametrize(
    ("who", "outcome", "censored"),
    [
        ("resolved", "resolved", False),
        ("closed", "closed", False),
        ("closed after resolved", "resolved", False),
        ("abandoned", "abandoned", False),
        ("reopened long ago", "reopened", False),
        ("reopened lately", "reopened", True),
        ("resolved again", "resolved", False),
        ("silent for 14 days", "unknown", False),
        ("silent for less", "open", True),
        ("newest", "open", True),
        ("other source", "open", True),
    ],
)
def test_a_journey_stands_as_its_last_word_says(
    ended: dict[object, Row], who: str, outcome: str, censored: bool
) -> None:
    assert (ended[who]["outcome"], ended[who]["censored"]) == (outcome, censored)


def test_reopenings_are_counted(ended: dict[object, Row]) -> None:
    assert {who: row["reopens"] for who, row in ended.items() if row["reopens"]} == {
        "reopened long ago": 1,
        "reopened lately": 1,
        "resolved again": 1,
    }


def test_resolutions_are_dated_by_their_outcome_first_and_last() -> None:
    journey = make(
        [
            said("asks", 0, case_ref="A"),
            answered("solves", HOUR, case_ref="A", outcome="resolved", outcome_at=50 * MINUTE),
            said("again", 2 * HOUR, case_ref="A", outcome="reopened"),
            answered("solves again", 4 * HOUR, case_ref="A", outcome="resolved", outcome_at=3 * HOUR),
            answered("undated", 5 * HOUR, case_ref="A", outcome="resolved"),
        ]
    ).journey

    assert journey["first_resolved_us"] == START + 50 * MINUTE
    assert journey["resolved_us"] == START + 3 * HOUR


def test_a_journey_that_is_open_again_is_not_resolved_at_any_time() -> None:
    journey = make(
        [
            answered("solves", 0, case_ref="A", outcome="resolved", outcome_at=0),
            said("again", HOUR, case_ref="A", outcome="reopened"),
        ]
    ).journey

    assert (journey["first_resolved_us"], journey["resolved_us"]) == (START, None)


def test_the_first_answer_may_be_a_bots_and_the_first_response_is_a_persons() -> None:
    journey = make(
        [
            said("asks", 0, case_ref="A"),
            answered("note", 1, case_ref="A", kind="note", channel="back_office") | {"direction": "internal"},
            answered("bot", MINUTE, case_ref="A", party="bot"),
            answered("person", HOUR, case_ref="A"),
        ]
    ).journey

    assert (journey["first_answer_us"], journey["first_response_us"]) == (START + MINUTE, START + HOUR)


def test_a_call_that_somebody_takes_is_answered_as_it_happens_and_one_given_up_is_not() -> None:
    journey = make(
        [
            said("asks", 0, case_ref="A"),
            said("hangs up", HOUR, case_ref="A", kind="call", channel="phone", party_id="7", outcome="abandoned"),
            said("nobody", 2 * HOUR, case_ref="A", kind="call", channel="phone"),
            said("calls", 3 * HOUR, case_ref="A", kind="call", channel="phone", party_id="7"),
        ]
    ).journey

    assert journey["first_response_us"] == START + 3 * HOUR


def test_looking_at_pages_is_no_contact_and_going_to_a_branch_is_one() -> None:
    pages = [
        said("page", 0, channel="web", kind="visit"),
        said("search", 1, channel="self_service", kind="search", text="bill"),
        said("form", 2, channel="web", kind="visit", text="Please call me"),
        said("branch", DAY * 2, channel="in_person", kind="visit"),
    ]

    assert [make(pages[:count]).journey["contacts"] for count in (1, 2, 3, 4)] == [0, 0, 1, 2]


def test_one_missed_service_level_is_a_missed_one() -> None:
    made = make(
        [
            said("a", 0, who="mia", case_ref="A", sla_met=True),
            said("b", 1, who="mia", case_ref="A", sla_met=False),
            said("c", 2, who="bo", case_ref="B", sla_met=True),
            said("d", 3, who="bo", case_ref="B"),
            said("e", 4, who="di", case_ref="C"),
        ]
    )

    assert {each["case_ref"]: each["sla_met"] for each in made.journeys} == {"A": False, "B": True, "C": None}


def test_the_next_contact_is_of_any_issue_and_the_next_on_the_same_issue_is_told_apart() -> None:
    made = make(
        [
            said("b1", 0, case_ref="1", issue="billing"),
            said("d1", DAY, case_ref="2", issue="delivery"),
            said("b2", 2 * DAY, case_ref="3", issue="billing"),
            said("other", HOUR, who="bo", case_ref="4", issue="billing"),
        ]
    )

    next_any = {each["case_ref"]: each["next_contact_us"] for each in made.journeys}
    next_same = {each["case_ref"]: each["next_same_issue_us"] for each in made.journeys}
    assert next_any == {"1": START + DAY, "2": START + 2 * DAY, "3": None, "4": None}
    assert next_same == {"1": START + 2 * DAY, "2": None, "3": None, "4": None}
