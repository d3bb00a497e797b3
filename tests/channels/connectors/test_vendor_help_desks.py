"""Zendesk and Intercom: who wrote, who answered, and how it ended."""

from __future__ import annotations

from collections import Counter

from tests.channels.connectors.vendor_folders import VENDORS, Loaded, Row, by_id, made

# --- Zendesk ---------------------------------------------------------------------------------------------------------


def test_a_zendesk_ticket_belongs_to_its_requester(loaded: dict[str, Loaded]) -> None:
    ticket = by_id(loaded["zendesk"].drafts("ticket"))["ticket/11071"]
    assert (ticket["email"], ticket["customer_ref"]) == ("example@email.com", "2222")
    assert (ticket["channel"], ticket["case_ref"], ticket["occurred_at"]) == ("email", "11071", "2020-08-28 18:06:36")


def test_a_solved_zendesk_ticket_without_history_ends_by_its_own_row(loaded: dict[str, Loaded]) -> None:
    tickets = by_id(loaded["zendesk"].drafts("ticket"))
    assert tickets["ticket/16988/solved"]["outcome"] == "resolved"
    assert tickets["ticket/14173/closed"]["outcome"] == "closed"
    assert "ticket/11071/closed" not in tickets


def test_zendesk_statuses_become_outcomes(loaded: dict[str, Loaded]) -> None:
    changes = by_id(loaded["zendesk"].drafts("ticket_field_history"))
    assert changes["ticket/11071/status/2020-11-14 11:01:27"]["outcome"] == "resolved"
    assert changes["ticket/11071/status/2020-11-15 11:01:27"]["outcome"] == "closed"
    assert changes["ticket/11071/status/2020-11-02 11:01:27"]["outcome"] is None
    assert changes["ticket/11071/status/2020-11-14 11:01:27"]["email"] == "example@email.com"


USERS: list[Row] = [
    {"id": "7", "role": "agent", "email": "ada@company.example"},
    {"id": "9", "role": "end-user", "email": "mia@example.com"},
]
TICKET: Row = {
    "id": "1",
    "requester_id": "9",
    "submitter_id": "9",
    "via_channel": "web",
    "status": "open",
    "created_at": "2024-01-01 10:00:00",
}


def test_a_zendesk_ticket_that_opens_after_being_solved_is_reopened() -> None:
    history: list[Row] = [
        {"field_name": "status", "ticket_id": "1", "updated": "2024-01-01 10:00:00", "value": "new"},
        {"field_name": "status", "ticket_id": "1", "updated": "2024-01-02 10:00:00", "value": "solved", "user_id": "7"},
        {"field_name": "status", "ticket_id": "1", "updated": "2024-01-03 10:00:00", "value": "open", "user_id": "9"},
    ]
    drafts = made(VENDORS["zendesk"], {"ticket": [TICKET], "user": USERS, "ticket_field_history": history}).drafts(
        "ticket_field_history"
    )
    told = sorted((str(d["occurred_at"]), d["outcome"], d["party"], d["party_id"], d["channel"]) for d in drafts)
    assert told == [
        ("2024-01-02 10:00:00", "resolved", "agent", "7", "web"),
        ("2024-01-03 10:00:00", "reopened", "customer", None, "web"),
    ]


def test_zendesk_replies_notes_and_the_opening_comment_are_told_apart() -> None:
    comments: list[Row] = [
        {
            "id": "a",
            "ticket_id": "1",
            "user_id": "9",
            "created": "2024-01-01 10:00:00",
            "public": "true",
            "body": "help",
        },
        {
            "id": "b",
            "ticket_id": "1",
            "user_id": "7",
            "created": "2024-01-01 11:00:00",
            "public": "true",
            "body": "sure",
        },
        {
            "id": "c",
            "ticket_id": "1",
            "user_id": "7",
            "created": "2024-01-01 12:00:00",
            "public": "false",
            "body": "hm",
        },
    ]
    groups: list[Row] = [{"id": "5", "name": "First line"}, {"id": "6", "name": "Billing"}]
    history: list[Row] = [
        {"field_name": "group_id", "ticket_id": "1", "updated": "2024-01-01 10:30:00", "value": "5"},
        {"field_name": "group_id", "ticket_id": "1", "updated": "2024-01-01 11:30:00", "value": "6"},
    ]
    rows = {
        "ticket": [TICKET],
        "user": USERS,
        "ticket_comment": comments,
        "group": groups,
        "ticket_field_history": history,
    }
    drafts = by_id(made(VENDORS["zendesk"], rows).drafts("ticket_comment"))
    assert set(drafts) == {"comment/b", "comment/c"}
    reply, note = drafts["comment/b"], drafts["comment/c"]
    assert (reply["kind"], reply["direction"], reply["party"], reply["party_id"]) == (
        "message",
        "outbound",
        "agent",
        "7",
    )
    assert (reply["team"], note["team"]) == ("First line", "Billing")
    assert (reply["email"], reply["customer_ref"]) == ("mia@example.com", "9")
    assert (note["kind"], note["direction"]) == ("note", "internal")


def test_zendesk_ratings_and_service_levels_are_read() -> None:
    rows: dict[str, list[Row]] = {
        "ticket": [TICKET],
        "user": USERS,
        "satisfaction_rating": [
            {"id": "1", "ticket_id": "1", "requester_id": "9", "score": "offered", "created_at": "2024-01-04"},
            {
                "id": "2",
                "ticket_id": "1",
                "requester_id": "9",
                "score": "bad",
                "comment": "slow",
                "created_at": "2024-01-05",
            },
        ],
        "ticket_metric_event": [
            {"id": "3", "ticket_id": "1", "type": "breach", "time": "2024-01-02"},
            {"id": "4", "ticket_id": "1", "type": "measure", "time": "2024-01-02"},
        ],
    }
    vendor = made(VENDORS["zendesk"], rows)
    assert [(d["rating"], d["text"], d["email"]) for d in vendor.drafts("satisfaction_rating")] == [
        ("0", "slow", "mia@example.com")
    ]
    assert [(d["sla_met"], d["case_ref"]) for d in vendor.drafts("ticket_metric_event")] == [("false", "1")]


def test_a_zendesk_chat_of_two_tickets_is_told_once_under_the_lower_number(loaded: dict[str, Loaded]) -> None:
    events = loaded["zendesk"].drafts("ticket_chat_event")
    asked = [event for event in events if event["text"] == "TALK TO A HUMAN"]
    assert sorted((str(e["case_ref"]), str(e["party"])) for e in asked) == [("45", "bot"), ("49", "customer")]


# --- Intercom --------------------------------------------------------------------------------------------------------


def test_an_intercom_conversation_is_opened_once_and_resolved_when_it_closes(loaded: dict[str, Loaded]) -> None:
    drafts = by_id(loaded["intercom"].drafts("conversation_history"))
    assert set(drafts) == {
        "conversation/156643300001311",
        "conversation/156643300001372",
        "state/156643300001311/2020-11-02 14:17:59",
        "state/156643300001372/2020-11-06 13:55:01",
    }
    assert drafts["conversation/156643300001311"]["occurred_at"] == "2020-10-28 23:59:37"
    assert drafts["conversation/156643300001311"]["customer_ref"] == "5f7295ca37f0d717d37dfddb"
    assert drafts["state/156643300001372/2020-11-06 13:55:01"]["outcome"] == "resolved"


def test_intercom_ratings_tags_and_contacts_are_joined() -> None:
    version: Row = {
        "id": "c",
        "created_at": "2024-01-01",
        "source_type": "email",
        "source_author_type": "user",
        "state": "open",
    }
    rows: dict[str, list[Row]] = {
        "conversation_history": [
            {**version, "updated_at": "2024-01-01"},
            {**version, "updated_at": "2024-01-02", "sla_status": "missed"},
            {
                **version,
                "updated_at": "2024-01-03",
                "sla_status": "missed",
                "conversation_rating_value": "2",
                "conversation_rating_remark": "slow",
                "conversation_rating_created_at": "2024-01-03",
            },
        ],
        "conversation_contact_history": [{"conversation_id": "c", "contact_id": "p"}],
        "contact_history": [
            {"id": "p", "email": "old@example.com", "updated_at": "2023-01-01"},
            {"id": "p", "email": "mia@example.com", "updated_at": "2024-01-01"},
        ],
        "conversation_tag_history": [{"conversation_id": "c", "tag_id": "t"}],
        "tag": [{"id": "t", "name": "refund"}],
    }
    drafts = by_id(made(VENDORS["intercom"], rows).drafts("conversation_history"))
    assert set(drafts) == {"conversation/c", "sla/c/missed", "rating/c/2024-01-03"}
    assert {(d["email"], d["issue"], d["channel"]) for d in drafts.values()} == {("mia@example.com", "refund", "email")}
    assert (drafts["rating/c/2024-01-03"]["rating"], drafts["rating/c/2024-01-03"]["text"]) == ("2", "slow")
    assert drafts["sla/c/missed"]["sla_met"] == "false"


def test_an_intercom_close_resolves_and_a_note_stays_internal(loaded: dict[str, Loaded]) -> None:
    parts = loaded["intercom"].drafts("conversation_part_history")
    assert Counter((part["kind"], part["outcome"]) for part in parts) == {("status", "resolved"): 8, ("note", None): 1}
    assert {(part["party"], part["party_id"]) for part in parts} == {("agent", "4077639")}
