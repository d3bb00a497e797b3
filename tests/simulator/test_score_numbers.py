"""Metrics, effects, drivers and intervals are scored as worked out by hand in the small world."""

from __future__ import annotations

import numpy as np
import pytest

from clew.simulator.score.resamples import Resamples, ratio
from clew.simulator.score.survival import median_of_times
from tests.simulator.score_world import HOUR, JOURNEYS, pairs, rows_of, submission, truth, values

FACTS_AT_HANDOFF = {
    "journey_id": "j1",
    "facts_known": ["account", "problem", "invoice", "date"],
    "facts_carried": ["problem"],
    "facts_asked_again": ["account", "invoice"],
}


@pytest.mark.parametrize(
    ("metric", "true"),
    [
        ("contacts_per_journey", 5 / 3),  # 2 + 1 + 2 over three
        ("channel_switching_rate", 2 / 3),  # j1 and j3
        ("switches_per_journey", 1.0),  # 2 + 0 + 1
        # The period ends with p2, at hour 600 = day 25; all three began more than 14 days before, none in one contact.
        ("first_contact_resolution", 0.0),
        ("no_repeat_within_7d", 2 / 3),  # only j1's second contact comes within 168 hours
        ("reopen_rate", 1.0),  # j1 was called settled at hour 2, and was so at hour 30
        # Persons' answers: j1 after 1 h, j3 after 3 h, j2 none in the 560 h it was watched: half are left at 3 h.
        ("time_to_first_response", 3 * 3600),
        # Anyone's: j1 by c1 after 1 h; none to j2 (560 h) and j3 (given up after 598 h). The curve stops at two thirds.
        ("time_to_first_answer", None),
        # j1 settled after 30 h (first after 2); two of three are left, watched 560 and 598 h.
        ("time_to_resolution", None),
        ("customer_satisfaction", 8 / 3),
        ("context_carried_ratio", 0.25),
        ("asked_again_rate", 1.0),
    ],
)
def test_the_true_value_of_a_metric_comes_from_the_truth_alone(metric: str, true: float | None) -> None:
    said = submission(metrics=[{"metric": metric, "value": 1.5, "low": 1.0, "high": 2.0}])
    row = rows_of("metrics", said, truth(handoffs=[FACTS_AT_HANDOFF]))[metric]
    assert values(row).get("truth") == (None if true is None else round(true, 6))


def test_a_metric_is_off_by_so_much_and_its_interval_holds_the_truth_or_not() -> None:
    said = [
        {"metric": "switches_per_journey", "value": 1.5, "low": 0.5, "high": 2.5},
        {"metric": "contacts_per_journey", "value": 2.0, "low": 1.9, "high": 2.1},
    ]
    rows = rows_of("metrics", submission(metrics=said))
    assert values(rows["switches_per_journey"]) == {
        "estimate": 1.5,
        "truth": 1.0,
        "absolute_error": 0.5,
        "relative_error": 0.5,
        "covered": 1.0,
    }
    assert values(rows["contacts_per_journey"])["covered"] == 0.0
    assert (values(rows["intervals"]), rows["intervals"].n) == ({"share": 0.5}, 2)


def test_a_metric_without_a_value_says_why_and_one_that_no_truth_tells_says_so() -> None:
    said = [
        {"metric": "time_to_first_response", "reason": "withheld: only 3 journeys"},
        {"metric": "sla_met_rate", "value": 0.9},
    ]
    rows = rows_of("metrics", submission(metrics=said))
    assert rows["time_to_first_response"].state == "not submitted"
    assert "withheld: only 3 journeys" in rows["time_to_first_response"].note
    assert rows["sla_met_rate"].state == "nothing planted"
    assert "no service levels" in rows["sla_met_rate"].note


def test_a_journey_too_young_for_its_window_counts_in_no_window() -> None:
    young = {"journey_id": "j4", "person_id": "bob", "issue": "bill", "contacts": 1, "first_contact_us": 500 * HOUR}
    said = submission(metrics=[{"metric": "no_repeat_within_7d", "value": 0.5}])
    row = rows_of("metrics", said, truth(journeys=[*JOURNEYS, young]))["no_repeat_within_7d"]
    assert (row.n, values(row)["truth"]) == (3, round(2 / 3, 6))


EFFECTS = [
    {
        "intervention": name,
        "kind": kind,
        "outcome": "contacts",
        "journeys": 10,
        "treated": 4,
        "effect_on_all": on_all,
        "effect_on_treated": on_treated,
    }
    for name, kind, on_all, on_treated in [
        ("transcript", "hand_over_transcript", -0.2, -0.4),
        ("sticker", "placebo", 0, 0),
    ]
]


def test_an_effect_is_off_by_so_much_for_those_it_is_meant_for() -> None:
    said = [
        {"intervention": "transcript", "outcome": "contacts", "value": -0.3, "low": -0.5, "high": -0.1},
        {"intervention": "sticker", "outcome": "contacts", "value": 0.1, "low": 0.05, "high": 0.15, "on": "all"},
    ]
    rows = rows_of("effects", submission(effects=said), truth(effects=EFFECTS))
    assert values(rows["transcript: contacts"]) == {"estimate": -0.3, "truth": -0.4, "error": 0.1, "covered": 1.0}
    assert values(rows["sticker: contacts"])["covered"] == 0.0
    assert (rows["transcript: contacts"].n, rows["sticker: contacts"].n) == (4, 10), "the treated, and all"
    assert "a placebo" in rows["sticker: contacts"].note
    assert values(rows["intervals"]) == {"share": 0.5}


@pytest.mark.parametrize(
    ("times", "seen", "median"),
    [
        ([1, 2, 3, 4], [1, 1, 1, 1], 2.5),  # half are left from 2 on, until 3
        ([1, 2, 3], [1, 1, 1], 2),
        ([1, 2, 3], [1, 0, 0], None),  # two thirds are left for good
        ([1, 2, 3, 4], [1, 0, 1, 1], 3),  # 3/4 are left, then half of those
        ([], [], None),
    ],
)
def test_the_median_of_times_counts_those_still_waiting(
    times: list[float], seen: list[int], median: float | None
) -> None:
    assert median_of_times(np.array(times, dtype=np.float64), np.array(seen, dtype=np.bool_)) == median


#: What is left over of an outcome can't be named by anybody, however big it is.
NO_CAUSES = [("chance", 9.0), ("start", 8.0), ("answers_and_floor", 7.0)]


def test_drivers_are_scored_by_the_order_of_their_weights() -> None:
    planted = [
        {"journey_id": "j1", "outcome": "satisfaction", "driver": name, "contribution": size}
        for name, size in [("long_wait", -3.0), ("asked_again", -2.0), ("resolved", 1.0), *NO_CAUSES]
    ]
    said = [
        {"outcome": "satisfaction", "driver": name, "weight": w} for name, w in [("long_wait", 9), ("asked_again", 4)]
    ]
    row = rows_of("drivers", submission(drivers=said), truth(drivers=planted))["satisfaction"]
    assert (values(row), row.n) == ({"rank_correlation": 1.0}, 3)


def test_links_are_right_when_both_identifiers_stood_for_one_person() -> None:
    known = [
        {"system": "crm", "kind": kind, "value": value, "person_id": person, "nature": "own"}
        for kind, value, person in [
            ("email", "Ann@Example.com", "ann"),
            ("phone", "+1 415 555 0001", "ann"),
            ("phone", "(415) 555-0002", "ann"),
            ("phone", "+14155550002", "bob"),
            ("device", "d1", "ann"),
            ("device", "d1", "bob"),
        ]
    ]
    ann = {"kind_a": "email", "value_a": "ann@example.com", "kind_b": "phone"}
    said = [
        {**ann, "value_b": "+14155550001", "confidence": 0.9},
        {**ann, "value_b": "+14155550002", "confidence": 0.9},
        {**ann, "value_b": "+14155559999", "confidence": 0.9},
    ]
    both = {"kind_a": "device", "value_a": "d1", "kind_b": "phone", "value_b": "+14155550002", "confidence": 0.2}
    rows = rows_of("identity_links", submission(links=[*said, both]), truth(identifiers=known))
    # Right, a phone of two people, unknown to the truth, and a phone and a device of the same two people.
    assert (values(rows["all links"]), rows["all links"].n) == ({"share": round(1 / 3, 6)}, 3)
    assert values(rows["email and phone"]) == {"share": 0.5}
    # Squares 0.01, 0.81 and 0.04; in the bin of 0.9 two say 1.8 where 1 is so, in that of 0.2 one says 0.2 where 0 is.
    assert values(rows["confidence"]) == {"brier": round(0.86 / 3, 6), "calibration_error": round(1.0 / 3, 6)}


def test_intervals_are_drawn_over_people_the_same_with_the_same_seed() -> None:
    # A hundred people of whom half are right: the share's standard error is 0.05, so the interval is about 0.4 to 0.6.
    sums = np.zeros((101, 2))
    sums[:100, 1] = 1
    sums[:50, 0] = 1
    (first,) = Resamples(100, seed=1).measures(sums, {"share": ratio(0, 1)})
    (again,) = Resamples(100, seed=1).measures(sums, {"share": ratio(0, 1)})
    assert first == again
    assert first.low is not None
    assert first.high is not None
    assert first.value == 0.5
    assert 0.36 < first.low < 0.44
    assert 0.56 < first.high < 0.64


def test_what_happens_to_one_person_is_one_voice_however_much_it_is() -> None:
    rows = rows_of("identity", submission(customers=pairs("customer", b1="A", c1="A")))
    recall = rows["pairs of interactions"].measure("recall")
    # Ann: 1 pair of 10 found; Bob: none of 1. Drawn are Ann twice, Bob twice, or each once: 2/20, 0/2, 1/11.
    assert (recall.low, recall.high) == (0.0, 0.1)
