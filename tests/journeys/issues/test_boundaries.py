"""Which talks are one journey where no case number says so: by what they are about, when they were, and what they name."""

from __future__ import annotations

import random

from clew.model import Settings, Windows
from tests.journeys.issues.town import BILL, PARCEL, town
from tests.journeys.threads import DAY, HOUR, MINUTE, Made, make, said


def journey_of(made: Made, name: str) -> object:
    return made.of(name)["journey_id"]


def test_two_matters_of_one_customer_at_the_same_time_stay_apart() -> None:
    story = [
        said("b1", 0, text=BILL[0], conversation_id="1"),
        said("d1", 2 * DAY, text=PARCEL[0], conversation_id="2"),
        said("b2", 3 * DAY, text=BILL[1], conversation_id="3"),
        said("d2", 4 * DAY, text=PARCEL[1], conversation_id="4"),
    ]
    made = make([*town(120), *story])

    assert journey_of(made, "b1") == journey_of(made, "b2")
    assert journey_of(made, "d1") == journey_of(made, "d2")
    assert journey_of(made, "b1") != journey_of(made, "d1")
    assert made.of("b2")["joined_by"] == "about the same"
    assert made.of("d1")["joined_by"] == "nothing before it fits"


def test_what_goes_on_soon_joins_and_what_goes_on_much_later_begins_anew() -> None:
    story = [
        said("first", 0, text=BILL[0], conversation_id="1"),
        said("soon", 2 * HOUR, channel="phone", kind="call"),
        said("late", 60 * DAY, text=BILL[0], conversation_id="2"),
    ]
    made = make([*town(), *story])

    assert journey_of(made, "soon") == journey_of(made, "first") != journey_of(made, "late")
    assert made.of("soon")["joined_by"] == "soon after"
    assert 0.5 < float(str(made.of("soon")["joined_probability"])) < 1


def test_an_explicit_case_always_wins_over_words_and_time() -> None:
    story = [
        said("a", 0, text=BILL[0], case_ref="A", conversation_id="1"),
        said("b", HOUR, text=BILL[0], case_ref="B", conversation_id="2"),
        said("a2", 30 * DAY, text=PARCEL[0], case_ref="A", conversation_id="3"),
    ]
    made = make([*town(), *story])

    assert journey_of(made, "a") == journey_of(made, "a2") != journey_of(made, "b")
    assert made.of("a2")["joined_by"] == "case reference"
    assert made.of("a2")["joined_probability"] == 1.0


def test_a_case_that_is_opened_out_of_a_talk_takes_the_talk_along() -> None:
    story = [
        said("chat", 0, text=BILL[0], conversation_id="1"),
        said("ticket", HOUR, text=BILL[2], case_ref="A", channel="web"),
        said("news", 5 * DAY, text="nothing", case_ref="A", party="agent", direction="outbound"),
    ]
    made = make([*town(), *story])

    assert made.walk("desk/A") == ["chat", "ticket", "news"]


def test_a_talk_of_a_case_takes_no_other_matter_into_the_case() -> None:
    story = [
        said("a", 0, text=BILL[0], case_ref="A", conversation_id="1"),
        said("parcel", 2 * DAY, text=PARCEL[0], conversation_id="2"),
        said("a2", 3 * DAY, text=PARCEL[1], case_ref="A", conversation_id="3"),
    ]
    made = make([*town(120), *story])

    assert made.walk("desk/A") == ["a", "a2"]


def test_what_is_said_in_a_conversation_of_one_case_never_joins_another() -> None:
    story = [
        said("a", 0, text=BILL[0], case_ref="A", conversation_id="1"),
        said("a2", MINUTE, text=BILL[0], conversation_id="1"),
        said("b", HOUR, text=BILL[1], case_ref="B", conversation_id="2"),
        said("b2", HOUR + MINUTE, text=BILL[2], conversation_id="2"),
    ]
    made = make([*town(), *story])

    assert (made.walk("desk/A"), made.walk("desk/B")) == (["a", "a2"], ["b", "b2"])


def test_a_longer_pause_than_the_settings_allow_begins_a_new_journey() -> None:
    story = [
        said("one", 0, text=BILL[0], conversation_id="1"),
        said("two", 36 * HOUR, text=BILL[1], conversation_id="2"),
    ]
    short = Settings(windows=Windows(journey_gap_days=1.0))

    assert len(make([*town(), *story]).walk("from/one")) == 2
    assert len(make([*town(), *story], short).walk("from/one")) == 1


def test_a_conversation_is_never_torn_apart() -> None:
    story = [said(f"c{n}", n * MINUTE, text=(BILL + PARCEL)[n % 8], conversation_id="one") for n in range(8)]
    made = make([*town(), *story])

    assert len({journey_of(made, f"c{n}") for n in range(8)}) == 1


def test_looking_around_on_the_website_is_no_part_of_a_matter_days_later() -> None:
    story = [
        said("look", 0, text=None, channel="web", kind="visit", touchpoint="Home"),
        said("bill", 3 * DAY, text=BILL[0], conversation_id="1"),
        said("offers", 6 * DAY, text=None, channel="web", kind="visit", touchpoint="Offers"),
    ]
    made = make([*town(), *story])

    assert len({journey_of(made, name) for name in ("look", "bill", "offers")}) == 3


def test_journeys_are_the_same_whatever_order_the_rows_come_in() -> None:
    story = town(36)
    mixed = list(story)
    random.Random(5).shuffle(mixed)

    assert make(story).grouped() == make(mixed).grouped()


def test_every_interaction_is_in_exactly_one_journey() -> None:
    made = make(town())

    assert sorted(str(step["interaction_id"]) for step in made.steps) == sorted(
        str(r["interaction_id"]) for r in town()
    )
    assert len(made.journeys) == 40


def test_where_little_was_said_labels_and_time_decide_as_before() -> None:
    made = make([said("x", 0, text=BILL[0], issue="bill"), said("y", HOUR, text=PARCEL[0], issue="parcel")])

    assert {each["bounded_by"] for each in made.journeys} == {"same issue without a gap"}
