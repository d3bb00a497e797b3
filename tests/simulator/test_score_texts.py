"""What is read out of texts and steps is scored as worked out by hand in the small world."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.score_world import pairs, rows_of, submission, truth, values


def fact(record: str, act: str, name: str, value: str | None, start: int = 0, end: int = 0) -> dict[str, Any]:
    return {"interaction_id": f"i-{record}", "act": act, "fact": name, "value": value, "start": start, "end": end}


def found(record: str, name: str, start: int, end: int) -> dict[str, Any]:
    return {"record": record, "fact": name, "value": "?", "start": start, "end": end}


FACTS = [
    fact("b1", "give", "account", "AC-1", 10, 14),
    fact("b1", "state_problem", "problem", "my bill", 20, 27),
    fact("p1", "answer", "account", "AC-1", 5, 9),
    fact("c1", "ask_again", "account", None),
    fact("p1", "reverify", "postcode", None),
]


def test_a_fact_counts_with_exactly_its_characters_and_apart_from_that_with_any_of_them() -> None:
    # Of three facts one is found exactly, one is one character off, one is found in a text where there is none.
    said = [found("b1", "account", 10, 14), found("b1", "problem", 21, 27), found("e1", "account", 0, 4)]
    rows = rows_of("facts", submission(facts=said), truth(facts=FACTS))
    third = round(1 / 3, 6)
    assert values(rows["all facts"]) == {
        "precision": third,
        "recall": third,
        "f1": third,
        "overlap_f1": round(2 / 3, 6),
    }
    assert values(rows["account"]) == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "overlap_f1": 0.5}
    assert rows["all facts"].n == 3, "what is only asked for is no fact in the text"


def test_facts_that_only_touch_share_no_character() -> None:
    # The account is at 10 to 14: one ends where it begins, one begins where it ends, one reaches into it from before.
    for start, end, overlap in ((5, 10, 0.0), (14, 18, 0.0), (5, 11, 1.0)):
        said = submission(facts=[found("b1", "account", start, end)])
        row = rows_of("facts", said, truth(facts=FACTS[:1]))["account"]
        assert (row.measure("f1").value, row.measure("overlap_f1").value) == (0.0, overlap)


def test_asked_again_and_legitimate_checks_are_scored_apart() -> None:
    # The needless question at c1 is found; the check at p1 is taken for a needless question as well.
    said = [{"record": "c1", "fact": "account"}, {"record": "p1", "fact": "postcode"}]
    rows = rows_of("asked_again", submission(asked_again=said), truth(facts=FACTS))
    assert values(rows["asked again"]) == {"precision": 0.5, "recall": 1.0, "f1": round(2 / 3, 6)}
    assert values(rows["reverified"]) == {"precision": None, "recall": 0.0, "f1": 0.0}
    told = [{**row, "reverified": row["fact"] == "postcode"} for row in said]
    rows = rows_of("asked_again", submission(asked_again=told), truth(facts=FACTS))
    assert values(rows["asked again"])["f1"] == values(rows["reverified"])["f1"] == 1.0


HANDOFFS: list[dict[str, Any]] = [
    {
        "journey_id": "j1",
        "place": 1,
        "from_interaction_id": "i-b1",
        "to_interaction_id": "i-c1",
        "from_channel": "chatbot",
        "to_channel": "chat",
        "facts_known": ["account", "problem"],
        "facts_carried": ["problem"],
        "facts_asked_again": ["account"],
        "facts_reverified": [],
    },
    {
        "journey_id": "j1",
        "place": 2,
        "from_interaction_id": "i-c1",
        "to_interaction_id": "i-p1",
        "from_channel": "chat",
        "to_channel": "phone",
        "facts_known": ["account"],
        "facts_carried": ["account"],
        "facts_asked_again": [],
        "facts_reverified": [],
    },
]
CHANNELS = {"from_channel": "chatbot", "to_channel": "chat"}


def test_handoffs_are_told_by_their_ends_their_place_and_their_channels() -> None:
    said = [
        {"from_record": "b1", "to_record": "c1", **CHANNELS},
        {"from_record": "b1", "to_record": "p1", "from_channel": "chat", "to_channel": "phone"},
        {"from_record": "e1", "to_record": "none of the exports'", **CHANNELS},
    ]
    rows = rows_of("handoffs", submission(handoffs=said), truth(handoffs=HANDOFFS))
    assert values(rows["both ends"]) == {"precision": round(1 / 3, 6), "recall": 0.5, "f1": 0.4}
    for subject in ("place", "place and channels", "changes of channel"):
        assert values(rows[subject]) == {"precision": round(2 / 3, 6), "recall": 1.0, "f1": 0.8}


def test_facts_at_handoffs_are_scored_one_by_one_and_missing_columns_say_so() -> None:
    said = [
        {"from_record": "b1", "to_record": "c1", "facts_known": ["account"], "facts_asked_again": ["account", "date"]}
    ]
    rows = rows_of("handoff_facts", submission(handoffs=said), truth(handoffs=HANDOFFS))
    assert values(rows["facts_known"]) == {"precision": 1.0, "recall": round(1 / 3, 6), "f1": 0.5}
    assert values(rows["facts_asked_again"]) == {"precision": 0.5, "recall": 1.0, "f1": round(2 / 3, 6)}
    assert (rows["facts_carried"].state, rows["facts_carried"].measures) == ("not submitted", ())


def friction(journey: str, record: str, name: str) -> dict[str, Any]:
    return {"journey_id": journey, "interaction_id": f"i-{record}", "friction": name, "cost": 0.5}


def test_a_friction_is_found_at_its_interaction_or_at_least_in_its_journey() -> None:
    planted = truth(frictions=[friction("j1", "c1", "asked_again"), friction("j3", "p2", "asked_again")])
    said = [{"record": "p1", "friction": "asked_again"}, {"record": "p2", "friction": "asked_again"}]
    rows = rows_of("detectors", submission(frictions=said), planted)
    assert values(rows["asked_again"]) == {
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "told_f1": 0.5,
        "journey_f1": 1.0,
    }


def test_where_it_can_be_told_leaves_out_journeys_of_which_a_part_leads_to_nobody() -> None:
    # j1 is found at the wrong place; of j3 the beginning leads to nobody, and what is found there doesn't count either.
    frictions = [friction("j1", "c1", "asked_again"), friction("j3", "p2", "asked_again")]
    said = [{"record": record, "friction": "asked_again"} for record in ("p1", "p2")]
    rows = rows_of("detectors", submission(frictions=said), truth(untold="b2", frictions=frictions))
    assert (values(rows["asked_again"])["f1"], values(rows["asked_again"])["told_f1"]) == (0.5, 0.0)
    asked = [{"record": record, "fact": "account"} for record in ("c1", "p2", "w1")]
    facts = [fact(record, "ask_again", "account", None) for record in ("c1", "p2")]
    rows = rows_of("asked_again", submission(asked_again=asked), truth(untold="b2", facts=facts))
    assert values(rows["asked again"])["precision"] == round(2 / 3, 6)
    assert values(rows["asked again, where it can be told"]) == {"precision": 0.5, "recall": 1.0, "f1": round(2 / 3, 6)}


def test_a_friction_that_is_not_planted_can_only_be_found_wrongly() -> None:
    rows = rows_of("detectors", submission(frictions=[{"record": "p1", "friction": "long_wait"}]))
    assert (rows["long_wait"].state, values(rows["long_wait"])["precision"]) == ("nothing planted", 0.0)


def test_planted_frictions_are_listed_even_if_no_detector_looks_for_them() -> None:
    planted = truth(frictions=[friction("j1", "c1", "asked_again"), friction("j3", "p2", "long_wait")])
    rows = rows_of("detectors", submission(customers=pairs("customer", b1="A")), planted)
    assert {name: row.state for name, row in rows.items()} == {
        "asked_again": "not submitted",
        "long_wait": "not submitted",
    }


def test_a_label_means_the_issue_that_most_of_its_interactions_have() -> None:
    # "x" is on three of bill and one of outage, so it means bill; "y" is on one of bill; one of bill has no label.
    said = pairs("issue", b1="x", c1="x", p1="x", e1="x", b2="y")
    rows = rows_of("issues", submission(issues=said))
    assert values(rows["named rightly"]) == {"share": round(4 / 6, 6)}
    assert values(rows["bill"]) == {"precision": 0.8, "recall": 0.8, "f1": 0.8}
    assert values(rows["outage"]) == {"precision": None, "recall": 0.0, "f1": 0.0}
    # B-cubed: three of x 3/4 each, e1 1/4, b2 and p2 1; of the five of bill 3/5 thrice and 1/5 twice, e1 1.
    grouped = rows["grouped"]
    assert (grouped.measures[0].value, grouped.measures[1].value) == (pytest.approx(4.5 / 6), pytest.approx(3.2 / 6))


def test_issues_of_many_people_that_are_grouped_rightly_are_so_throughout() -> None:
    rows = rows_of("issues", submission(issues=pairs("issue", b1="x", c1="x", p1="x", e1="y", b2="x", p2="x")))
    assert values(rows["grouped"]) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_feelings_are_scored_by_name_and_along_the_scale() -> None:
    # Customers' own: b1 calm, p1 angry, e1 annoyed, b2 calm, p2 angry.
    said = [
        {"record": "b1", "emotion": "calm", "valence": 0.0},
        {"record": "p1", "emotion": "angry", "valence": -4.0},
        {"record": "e1", "emotion": "angry", "valence": -2.0},
        {"record": "b2", "emotion": "calm", "valence": 0.0},
        {"record": "c1", "emotion": "glad", "valence": 9.0},
    ]
    rows = rows_of("emotions", submission(emotions=said))
    assert values(rows["told"]) == {"share": 0.8}
    assert values(rows["calm"]) == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert values(rows["angry"]) == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert values(rows["all feelings"]) == {"macro_f1": 0.5}
    assert values(rows["valence"]) == {"correlation": 1.0}
    assert "glad" not in rows, "what an agent's message made somebody feel isn't asked"


def test_feelings_that_words_show_are_scored_apart_as_well() -> None:
    # Shown in words: p1 angry, e1 annoyed, p2 angry. Of those p1 and e1 are told, p1 rightly; calm is in silence only.
    said = [
        {"record": "b1", "emotion": "calm", "valence": 5.0},
        {"record": "p1", "emotion": "angry", "valence": -2.0},
        {"record": "e1", "emotion": "angry", "valence": -1.0},
    ]
    rows = rows_of("emotions", submission(emotions=said))
    assert (values(rows["told"]), rows["told"].n) == ({"share": 0.6}, 5)
    assert (values(rows["told in words"]), rows["told in words"].n) == ({"share": round(2 / 3, 6)}, 3)
    assert values(rows["angry in words"]) == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert values(rows["all feelings in words"]) == {"macro_f1": 0.25}
    assert values(rows["valence in words"]) == {"correlation": 1.0}
    assert "calm in words" not in rows
