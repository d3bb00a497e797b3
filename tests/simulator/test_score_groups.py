"""Identity and journeys are scored as worked out by hand in the small world."""

from __future__ import annotations

import pytest

from tests.simulator.score_world import pairs, rows_of, submission, truth, values

# Ann's w1 is left alone, and Bob's b2 is taken for Ann's: clusters {b1 c1 p1 e1 b2}, {w1}, {p2}.
CUSTOMERS = pairs("customer", b1="A", c1="A", p1="A", e1="A", b2="A", w1="W", p2="B")


def test_identity_by_pairs_counts_pairs_of_interactions() -> None:
    # True pairs: Ann's five make 10, Bob's two make 1. Submitted: five in A make 10, of which Ann's four make 6 right.
    row = rows_of("identity", submission(customers=CUSTOMERS))["pairs of interactions"]
    assert values(row) == {"precision": 0.6, "recall": round(6 / 11, 6), "f1": round(2 * 6 / (10 + 11), 6)}
    assert row.n == 7


def test_identity_by_interaction_is_b_cubed() -> None:
    # Precision: Ann's four in A 4/5 each, b2 1/5, w1 and p2 1: (3.2 + 0.2 + 2) / 7.
    # Recall: Ann's four 4/5 each, w1 1/5, b2 and p2 1/2 each: (3.2 + 0.2 + 1) / 7.
    row = rows_of("identity", submission(customers=CUSTOMERS))["by interaction"]
    precision, recall = 5.4 / 7, 4.4 / 7
    f1 = 2 * precision * recall / (precision + recall)
    assert values(row) == {"precision": round(precision, 6), "recall": round(recall, 6), "f1": round(f1, 6)}


def test_the_ceiling_is_the_recall_of_joining_all_that_identifiers_tie() -> None:
    # Nothing ties w1 to Ann: her other four make 6 pairs and Bob's two make 1, of 11.
    row = rows_of("identity", submission(customers=CUSTOMERS))["ceiling"]
    assert values(row) == {"recall": round(7 / 11, 6)}


def test_a_recall_above_the_ceiling_is_explained_beside_it() -> None:
    assert "above it" not in rows_of("identity", submission(customers=CUSTOMERS))["ceiling"].note
    everyone = [{**row, "customer": "A"} for row in CUSTOMERS]
    assert "recall is above it" in rows_of("identity", submission(customers=everyone))["ceiling"].note


def test_whole_customers_are_those_with_nothing_missing_and_nothing_added() -> None:
    perfect = pairs("customer", b1="1", c1="1", p1="1", e1="1", w1="1", b2="2", p2="3")
    row = rows_of("identity", submission(customers=perfect))["whole customers"]
    assert values(row) == {"share": 0.5}
    assert row.n == 2


def test_interactions_that_are_not_handed_in_count_as_left_alone() -> None:
    only_bob = pairs("customer", b2="B", p2="B")
    row = rows_of("identity", submission(customers=only_bob))["pairs of interactions"]
    assert values(row) == {"precision": 1.0, "recall": round(1 / 11, 6), "f1": round(2 / 12, 6)}


def test_a_repeated_row_stands_for_the_interaction_that_it_repeats() -> None:
    again = truth(
        rows=[{"file": "x", "record": "p2-again", "verdict": "duplicate", "interaction_id": "i-p2", "dirt": []}]
    )
    handed_in = pairs("customer", b2="B", **{"p2-again": "B"})
    row = rows_of("identity", submission(customers=handed_in), again)["pairs of interactions"]
    assert values(row)["recall"] == round(1 / 11, 6)


# Ann's two issues are thrown together, her visit too; Bob's two contacts are torn apart.
JOURNEYS = pairs("journey", b1="X", c1="X", p1="X", e1="X", w1="X", b2="Y", p2="Z")


def test_journeys_by_pairs_leave_out_what_belongs_to_none() -> None:
    # True pairs: j1 3, j2 0, j3 1. Submitted, among the six of journeys: X has four of them = 6 pairs, 3 right.
    rows = rows_of("journeys_assignment", submission(journeys=JOURNEYS))
    assert values(rows["pairs of interactions"]) == {"precision": 0.5, "recall": 0.75, "f1": 0.6}
    assert values(rows["whole journeys"]) == {"share": 0.0}


def test_journeys_without_a_case_are_scored_by_themselves() -> None:
    # p1 and e1 have a case. Left: b1 c1 of j1 (1 pair, found), b2 p2 of j3 (1 pair, not found).
    rows = rows_of("journeys_assignment", submission(journeys=JOURNEYS))
    assert values(rows["pairs without a case"]) == {"precision": 1.0, "recall": 0.5, "f1": round(2 / 3, 6)}


def test_the_ceiling_joins_what_leads_to_its_customer_and_what_does_not_apart() -> None:
    # Without a case: b1 c1 and b2 p2. Nothing says whose b2 is, so nobody can join it with p2.
    rows = rows_of("journeys_assignment", submission(journeys=JOURNEYS), truth(untold="b2"))
    assert values(rows["ceiling, pairs without a case"]) == {"precision": 1.0, "recall": 0.5, "f1": round(2 / 3, 6)}


def test_a_visit_in_a_journey_is_not_kept_apart() -> None:
    rows = rows_of("journeys_assignment", submission(journeys=JOURNEYS))
    assert values(rows["kept apart"]) == {"share": 0.0}
    elsewhere = [row for row in JOURNEYS if row["record"] != "w1"] + [{"record": "w1", "journey": "W"}]
    rows = rows_of("journeys_assignment", submission(journeys=elsewhere))
    assert values(rows["kept apart"]) == {"share": 1.0}


def test_beginnings_are_the_earliest_interactions_of_submitted_journeys() -> None:
    # True: b1, e1, b2. Submitted: X begins at b1, Y at b2, Z at p2.
    row = rows_of("journeys_boundary", submission(journeys=JOURNEYS))["beginnings"]
    assert values(row) == {"precision": round(2 / 3, 6), "recall": round(2 / 3, 6), "f1": round(2 / 3, 6)}


def test_a_system_may_say_itself_where_journeys_begin() -> None:
    said = [{**row, "starts": row["record"] in ("b1", "e1")} for row in JOURNEYS]
    row = rows_of("journeys_boundary", submission(journeys=said))["beginnings"]
    assert values(row) == {"precision": 1.0, "recall": round(2 / 3, 6), "f1": 0.8}


@pytest.mark.parametrize(("word", "share", "n"), [("likely", 0.75, 4), ("assumed", 0.0, 1)])
def test_a_class_of_confidence_is_as_good_as_its_share_of_rightly_placed(word: str, share: float, n: int) -> None:
    # Most of X are of j1: b1 c1 p1 are right, e1 and w1 are not. Y and Z hold one each and can't be wrong.
    said = [{**row, "confidence": "assumed" if row["record"] == "w1" else "likely"} for row in JOURNEYS]
    row = rows_of("journeys_confidence", submission(journeys=said))[word]
    assert (values(row), row.n) == ({"share": share}, n)


def test_numeric_confidence_has_a_brier_score_and_a_calibration_error() -> None:
    # X at 0.75: three right (0.0625 each), two wrong (0.5625 each); so 0.2625, and 0.75 said against 0.6 so.
    said = [{**row, "probability": 0.75} for row in JOURNEYS]
    row = rows_of("journeys_confidence", submission(journeys=said))["probability"]
    assert values(row) == {"brier": 0.2625, "calibration_error": 0.15}


def test_outcomes_are_told_by_the_journey_that_holds_most() -> None:
    outcomes = [{"journey": "X", "outcome": "resolved"}, {"journey": "Y", "outcome": "gave_up"}]
    rows = rows_of("outcomes", submission(journeys=JOURNEYS, outcomes=outcomes))
    # X tells j1 (rightly) and j2 (wrongly, it's open); Y and Z hold one each of j3, and Y comes first by name.
    assert values(rows["resolved"]) == {"precision": 0.5, "recall": 1.0, "f1": round(2 / 3, 6)}
    assert values(rows["gave_up"]) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert values(rows["open"]) == {"precision": None, "recall": 0.0, "f1": 0.0}
    assert values(rows["any"]) == {"share": round(2 / 3, 6)}


def test_rows_that_tell_nothing_new_are_counted_when_they_are_taken_in_all_the_same() -> None:
    told = truth(
        rows=[
            {"file": "x", "record": "spam", "verdict": "noise"},
            {"file": "x", "record": "test call", "verdict": "noise"},
            {"file": "x", "record": "b1", "verdict": "duplicate", "interaction_id": "i-b1"},
            {"file": "x", "record": "b1 again", "verdict": "duplicate", "interaction_id": "i-b1"},
        ]
    )
    held = [{"record": record, "channel": "chatbot"} for record in ("b1", "b2", "c1", "spam", "b1 again")]
    rows = rows_of("intake", submission(interactions=held), told)
    assert values(rows["arrived"]) == {"share": round(3 / 7, 6)}
    assert values(rows["channel right"]) == {"share": round(2 / 3, 6)}
    assert values(rows["noise taken"]) == {"wrongly_taken": 0.5}
    assert values(rows["duplicates taken"]) == {"wrongly_taken": 1.0}
    assert rows["duplicates taken"].n == 1, "one that bears the id of its first can't be told from it"
    assert rows["noise taken"].measures[0].low is None, "it is nobody's, so there is nobody to draw"
