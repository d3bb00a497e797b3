"""Conversations with their messages inside become one row a message, and every row is counted."""

from __future__ import annotations

import json

import pytest

from tests.channels.reading.conftest import ReadBytes

CHATS: list[dict[str, object]] = [
    {
        "id": "c1",
        "channel": "chat",
        "customer": {"email": "mia@example.com", "name": "Mia"},
        "messages": [
            {"id": 1, "at": "2026-10-01T10:00:00Z", "role": "customer", "text": "Hallo"},
            {"id": 2, "at": "2026-10-01T10:01:00Z", "role": "agent", "text": "Guten Tag"},
        ],
    },
    {"id": "c2", "channel": "chat", "customer": {"email": "tom@example.com"}, "messages": []},
]


def test_each_message_is_a_row_with_its_conversations_fields(read: ReadBytes) -> None:
    got = read(json.dumps(CHATS).encode(), "chats.json")
    assert [row["conversation_id"] for row in got.rows] == ["c1", "c1", "c2"]
    assert [row["id"] for row in got.rows] == ["1", "2", None]
    assert [row["customer_email"] for row in got.rows] == ["mia@example.com"] * 2 + ["tom@example.com"]
    assert [row["text"] for row in got.rows] == ["Hallo", "Guten Tag", None]
    assert [row["_row"] for row in got.rows] == [1, 2, 3] and not got.bad
    assert any('the lists "messages"' in note for note in got.table.notes)


def test_conversations_under_a_key_of_the_document_are_spread_too(read: ReadBytes) -> None:
    assert len(read(json.dumps({"chats": CHATS}).encode(), "chats.json").rows) == 3


def test_what_is_no_object_stays_a_row_that_waits(read: ReadBytes) -> None:
    broken = [*CHATS, 7, {"id": "c3", "messages": [8, {"at": "2026-10-02T10:00:00Z"}]}]
    got = read(json.dumps(broken).encode(), "chats.json")
    assert len(got.rows) == 4 and [bad.raw for bad in got.bad] == ["7", "8"]


@pytest.mark.parametrize("own", [{"opened": "2026-10-01"}, {"created_at": 1790000000}, {"updatedAt": 1790000000000}])
def test_objects_with_times_of_their_own_stay_whole(read: ReadBytes, own: dict[str, object]) -> None:
    got = read(json.dumps([{**CHATS[0], **own}]).encode(), "chats.json")
    assert len(got.rows) == 1 and str(got.rows[0]["messages"]).startswith("[")
