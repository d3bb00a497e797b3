"""Support dialogues: one dialogue by hand, and the real set's figures from the data's own README."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import duckdb
import pytest

from clew.channels.connectors.dialogues import CONNECTOR
from tests.channels.connectors.harness import Row, figures, records, run

EVENTS: list[Row] = [
    {"Agent": "UserGuide", "Action": "instruct", "Text": "Act worried.", "UnixTime": 100},
    {"Agent": "User", "Action": "utter", "Text": "I need a ride.", "UnixTime": 110},
    {"Agent": "Wizard", "Action": "request_suggestions", "Text": "name?", "UnixTime": 115},
    {
        "Agent": "Wizard",
        "Action": "pick_suggestion",
        "Text": "Could I get your name, please?",
        "ActionLabel": "ask_name",
        "ActionLabelOptions": ["ask_name", "goodbye_1"],
        "UnixTime": 120,
    },
    {"Agent": "Wizard", "Action": "query", "APIName": "ride_book", "Constraints": [{"Name": "x"}], "UnixTime": 130},
    {"Agent": "KnowledgeBase", "Action": "return_item", "APIName": "ride_book", "Item": {"id": 7}, "TotalItems": 3},
    {"Agent": "Wizard", "Action": "utter", "Text": "It comes at six.", "UnixTime": 140},
    {"Agent": "User", "Action": "complete", "UnixTime": 150},
]


def dialogue(events: list[Row] | str, **everywhere: object) -> Row:
    return {
        "DialogueID": 9,
        "BatchID": "b1",
        "AnonymizedUserWorkerID": "user-1",
        "AnonymizedWizardWorkerID": "wizard-1",
        "CompletionLevel": "Complete",
        "Scenario": {"Domains": ["ride"], "WizardCapabilities": [{"Domain": "ride", "Task": "ride_book"}]},
        "Events": events,
        "UserQuestionnaire": "[]",
        "WizardQuestionnaire": "[]",
    } | everywhere


def drafts(row: Row) -> list[dict[str, object]]:
    return records(run(CONNECTOR, {"dialogues": [row]}), "SELECT * FROM drafts_dialogues ORDER BY source_id")


def attributes(draft: dict[str, object]) -> dict[str, object]:
    found = json.loads(str(draft["attributes"]))
    assert isinstance(found, dict)
    return found


def test_a_dialogue_becomes_the_steps_that_were_seen_or_done() -> None:
    assert [
        (row["source_id"], row["occurred_at"], row["kind"], row["direction"], row["party"], row["text"])
        for row in drafts(dialogue(EVENTS))
    ] == [
        ("9/2", "110", "message", "inbound", "customer", "I need a ride."),
        ("9/4", "120", "message", "outbound", "agent", "Could I get your name, please?"),
        ("9/5", "130", "lookup", "internal", "agent", None),
        ("9/7", "140", "message", "outbound", "agent", "It comes at six."),
        ("9/8", "150", "status", "inbound", "customer", None),
    ]


def test_every_step_says_whose_it_is_and_what_it_is_about() -> None:
    rows = drafts(dialogue(EVENTS))
    assert {
        (row["channel"], row["case_ref"], row["conversation_id"], row["customer_ref"], row["issue"]) for row in rows
    } == {("chat", "9", "9", "user-1", "ride_book")}
    assert [row["party_id"] for row in rows] == [None, "wizard-1", "wizard-1", "wizard-1", None]


def test_several_tasks_are_one_issue_that_names_them_all() -> None:
    tasks: Row = {"WizardCapabilities": [{"Task": "bank_balance"}, {"Task": None}, {"Task": "trivia"}]}
    assert drafts(dialogue(EVENTS, Scenario=tasks))[0]["issue"] == "bank_balance + trivia"


def test_what_the_assistant_asked_and_what_it_looked_up_stay_with_their_steps() -> None:
    rows = drafts(dialogue(EVENTS))
    assert attributes(rows[1]) == {"ActionLabel": "ask_name", "ActionLabelOptions": ["ask_name", "goodbye_1"]}
    assert attributes(rows[2]) == {
        "APIName": "ride_book",
        "Constraints": [{"Name": "x"}],
        "Item": {"id": 7},
        "TotalItems": 3,
    }


def test_what_never_reached_the_chat_is_kept_with_the_first_step() -> None:
    rows = drafts(dialogue(EVENTS))
    first = attributes(rows[0])
    assert (first["instructions"], first["not_sent"], first["batchid"]) == (["Act worried."], ["name?"], "b1")
    assert all("instructions" not in attributes(row) for row in rows[1:])


@pytest.mark.parametrize(
    ("level", "outcome"),
    [
        ("Complete", "resolved"),
        ("EarlyDisconnectDuringDialogue", "abandoned"),
        ("DisconnectDuringDialogue", "abandoned"),
        ("DisconnectDuringQuestionnaire", None),
    ],
)
def test_the_last_step_has_the_dialogues_outcome(level: str, outcome: str | None) -> None:
    assert [row["outcome"] for row in drafts(dialogue(EVENTS, CompletionLevel=level))] == [None] * 4 + [outcome]


@pytest.mark.parametrize(
    ("answers", "rating"),
    [
        ({"Did the assistant find you a ride?": True, "Did the assistant stay calm and helpful?": False}, "1"),
        ({"Did the assistant find you a ride?": True, "Did the robot unlock the door?": False}, "0"),
        ({"Did the assistant stay calm and helpful?": True}, None),
        ({"Did you enjoy this task?": True}, None),
        ({"...find you a suitable ride?": True}, None),
    ],
)
def test_the_questions_about_the_task_are_the_rating(answers: dict[str, bool], rating: str | None) -> None:
    asked = [{"Question": question, "Answer": answer} for question, answer in answers.items()]
    ratings = [row for row in drafts(dialogue(EVENTS, UserQuestionnaire=asked)) if row["kind"] == "rating"]
    assert [(row["rating"], row["occurred_at"], row["channel"]) for row in ratings] == (
        [(rating, "150", "chat")] if rating else []
    )


def test_the_wizards_word_on_the_customers_mood_is_on_the_last_step() -> None:
    asked = [{"Question": "Did the user become aggressive or annoyed during the dialogue?", "Answer": True}]
    assert attributes(drafts(dialogue(EVENTS, WizardQuestionnaire=asked))[-1]) == {"user_annoyed": True}
    assert attributes(drafts(dialogue(EVENTS))[-1]) == {}


@pytest.mark.parametrize("events", [[], EVENTS[:1], "not JSON", '"a text"', "[1, 2]"])
def test_a_dialogue_in_which_nobody_did_anything_gives_no_step(events: list[Row] | str) -> None:
    assert drafts(dialogue(events)) == []


@pytest.fixture(scope="module")
def real(shared_data: Path) -> duckdb.DuckDBPyConnection:
    with gzip.open(shared_data / "support_dialogues" / "star_dialogues.jsonl.gz", "rt", encoding="utf-8") as lines:
        return run(CONNECTOR, {"dialogues": [json.loads(line) for line in lines]})


def test_the_real_set_gives_its_dialogues_and_people(real: duckdb.DuckDBPyConnection) -> None:
    raw = "count(*), count(DISTINCT anonymizeduserworkerid), count(DISTINCT anonymizedwizardworkerid)"
    assert figures(real, f"SELECT {raw}, count(DISTINCT dialogueid) FROM dialogues") == (6_652, 109, 115, 6_652)
    # In 445 dialogues (126 without any event) nobody said or did anything; one user only ever took part in such.
    spoken = "count(DISTINCT case_ref), count(DISTINCT customer_ref)"
    assert figures(real, f"SELECT {spoken} FROM drafts_dialogues") == (6_652 - 445, 108)


def test_the_real_set_gives_every_user_utterance_and_nothing_that_was_not_sent(real: duckdb.DuckDBPyConnection) -> None:
    # 53,923 = 46,640 picked suggestions + 7,283 free utterances; the 58,357 requests for suggestions are not among them.
    assert figures(
        real,
        "SELECT count(*) FILTER (direction = 'inbound'), count(*) FILTER (direction = 'outbound') "
        "FROM drafts_dialogues WHERE kind = 'message'",
    ) == (54_214, 53_923)
    assert figures(real, "SELECT count(*) FROM drafts_dialogues WHERE kind = 'lookup'") == (22_169,)


def test_the_real_set_gives_its_outcomes(real: duckdb.DuckDBPyConnection) -> None:
    # Of 700 early disconnects all 445 silent dialogues are kept as records; 131 more broke off later.
    assert figures(real, "SELECT count(*) FROM dialogues WHERE completionlevel LIKE 'Early%'") == (700,)
    assert figures(
        real,
        "SELECT count(*) FILTER (outcome = 'resolved'), count(*) FILTER (outcome = 'abandoned') FROM drafts_dialogues",
    ) == (5_820, 700 - 445 + 131)


def test_the_real_set_gives_its_ratings_and_annoyed_users(real: duckdb.DuckDBPyConnection) -> None:
    assert figures(
        real,
        "SELECT count(rating), count(*) FILTER (rating = '1'), count(DISTINCT conversation_id) "
        "FILTER (json_extract_string(attributes, '$.user_annoyed') = 'true') FROM drafts_dialogues",
    ) == (2_274, 1_656, 251)
