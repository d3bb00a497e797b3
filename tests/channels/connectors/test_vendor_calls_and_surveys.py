"""Twilio and Qualtrics: whose number, whose answer."""

from __future__ import annotations

from collections import Counter

from tests.channels.connectors.vendor_folders import VENDORS, Loaded, Row, by_id, made

# --- Twilio ----------------------------------------------------------------------------------------------------------


def test_the_customer_of_a_twilio_call_is_the_far_side() -> None:
    calls: list[Row] = [
        {
            "id": "1",
            "direction": "inbound",
            "from": "+4930111",
            "to": "+4930999",
            "status": "completed",
            "start_time": "2024-01-01",
        },
        {
            "id": "2",
            "direction": "outbound-dial",
            "from": "+4930111",
            "to": "+4930555",
            "parent_call_id": "1",
            "start_time": "2024-01-01",
        },
        {
            "id": "3",
            "direction": "outbound-dial",
            "from": "+4930999",
            "to": "+4930222",
            "status": "no-answer",
            "start_time": "2024-01-01",
        },
        {
            "id": "4",
            "direction": "inbound",
            "from": "client:mia",
            "to": "+4930999",
            "status": "no-answer",
            "start_time": "2024-01-01",
        },
    ]
    drafts = by_id(made(VENDORS["twilio"], {"call": calls}).drafts("call"))
    told = [
        (d["direction"], d["phone"], d["party"], d["outcome"], d["conversation_id"]) for _, d in sorted(drafts.items())
    ]
    assert told == [
        ("inbound", "+4930111", "customer", None, "1"),
        ("internal", "+4930111", "agent", None, "1"),
        ("outbound", "+4930222", "agent", None, "3"),
        ("inbound", None, "customer", "abandoned", "4"),
    ]


def test_twilio_calls_that_were_given_up_are_abandoned(loaded: dict[str, Loaded]) -> None:
    calls = loaded["twilio"].drafts("call")
    assert Counter(call["outcome"] for call in calls) == {None: 7, "abandoned": 2}
    assert by_id(calls)["call/CAbaf3bc44353d256b4bez7b253933bf11"]["occurred_at"] == "2022-02-30 17:23:13.000000 UTC"


def test_a_twilio_whatsapp_message_goes_by_the_plain_number() -> None:
    messages: list[Row] = [
        {
            "id": "1",
            "direction": "inbound",
            "from": "whatsapp:+4930111",
            "to": "whatsapp:+4930999",
            "date_sent": "2024-01-01",
        },
        {"id": "2", "direction": "outbound-reply", "from": "+4930999", "to": "+4930222", "date_sent": "2024-01-01"},
    ]
    drafts = by_id(made(VENDORS["twilio"], {"message": messages}).drafts("message"))
    told = [(d["channel"], d["phone"], d["direction"], d["party"]) for _, d in sorted(drafts.items())]
    assert told == [("whatsapp", "+4930111", "inbound", "customer"), ("sms", "+4930222", "outbound", "bot")]


# --- Qualtrics -------------------------------------------------------------------------------------------------------


def test_a_qualtrics_response_goes_to_the_person_who_answered(loaded: dict[str, Loaded]) -> None:
    response = by_id(loaded["qualtrics"].drafts("survey_response"))["response/R_3e9aZTqhcgXRH0o"]
    assert response["email"] == "jatin.aggarwal@fivetran.com"
    assert (response["occurred_at"], response["ended_at"]) == (
        "2022-12-07 08:59:11.000000",
        "2022-12-07 08:59:21.000000",
    )


def test_only_questions_that_ask_for_a_number_give_a_qualtrics_rating() -> None:
    rows: dict[str, list[Row]] = {
        "survey_response": [
            {"id": "r", "survey_id": "s", "status": "0", "start_date": "2024-01-01", "end_date": "2024-01-02"}
        ],
        "distribution_contact": [{"response_id": "r", "contact_id": "c"}],
        "directory_contact": [{"id": "c", "email": "mia@example.com"}],
        "question": [
            {"survey_id": "s", "id": "Q1", "selector": "NPS"},
            {"survey_id": "s", "id": "Q2", "selector": "SAVR"},
        ],
        "question_response": [
            {"_fivetran_id": "1", "response_id": "r", "question_id": "Q1", "question": "How likely?", "value": "9"},
            {
                "_fivetran_id": "2",
                "response_id": "r",
                "question_id": "Q2",
                "question": "Drink",
                "value": "2",
                "text": "Tea",
            },
        ],
    }
    drafts = by_id(made(VENDORS["qualtrics"], rows).drafts("question_response"))
    assert (drafts["answer/1"]["kind"], drafts["answer/1"]["rating"]) == ("rating", "9")
    assert (drafts["answer/2"]["kind"], drafts["answer/2"]["rating"], drafts["answer/2"]["text"]) == (
        "form",
        None,
        "Tea",
    )
    assert {(d["email"], d["occurred_at"], d["customer_ref"]) for d in drafts.values()} == {
        ("mia@example.com", "2024-01-02", "c")
    }
