"""Texts are read once for each stored file, what was read equals a reading from scratch, and handoffs say what they kept."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import clew
from clew.app import reading_texts
from clew.app.building import build
from clew.app.workspace import Workspace, create_workspace
from clew.model import TextRules
from clew.store import latest_build

HEADER = ["id", "time", "email", "channel", "direction", "party", "conversation", "text"]
CHAT = [
    (
        "c1",
        "2026-03-01T10:00:00Z",
        "chatbot",
        "inbound",
        "customer",
        "b1",
        "My bill is too high. My account number is 76623077.",
    ),
    ("c2", "2026-03-01T10:00:09Z", "chatbot", "outbound", "bot", "b1", "I'm connecting you with an agent."),
    ("c3", "2026-03-01T10:04:00Z", "chat", "outbound", "agent", "l1", "Hello. What is your account number?"),
    ("c4", "2026-03-01T10:04:30Z", "chat", "inbound", "customer", "l1", "76623077"),
]
LATER = [
    ("p1", "2026-03-02T09:00:00Z", "phone", "inbound", "customer", "k1", "It's about my bill again."),
    (
        "p2",
        "2026-03-02T09:03:00Z",
        "phone",
        "outbound",
        "agent",
        "k1",
        "I have account 76623077 open. Your bill is corrected within 5 days, you'll hear from us.",
    ),
]
FACTS = "SELECT interaction_id, fact, act, value, start_char, end_char FROM facts ORDER BY ALL"


def written(path: Path, rows: list[tuple[str, ...]]) -> Path:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for number, time, channel, direction, party, conversation, text in rows:
        writer.writerow([number, time, "mia@example.com", channel, direction, party, conversation, text])
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def told(place: Workspace, query: str) -> list[tuple[object, ...]]:
    with place.session() as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def ours(tmp_path: Path) -> clew.Workspace:
    ours = clew.create(tmp_path / "ws")
    ours.import_files(written(tmp_path / "desk.csv", CHAT))
    return ours


def test_a_handoff_says_what_was_known_and_what_was_asked_again(ours: clew.Workspace, tmp_path: Path) -> None:
    ours.import_files(written(tmp_path / "calls.csv", LATER))
    place = Workspace(ours.path)
    build(place)
    acts = told(place, "SELECT fact, act FROM facts WHERE fact = 'account' ORDER BY position, start_char")
    kept = told(
        place, "SELECT to_channel, facts_known, facts_carried, facts_asked_again FROM handoffs ORDER BY position"
    )

    assert acts == [("account", "give"), ("account", "ask_again"), ("account", "answer"), ("account", "use")]
    assert ("chat", ["account", "problem"], [], ["account"]) in kept
    assert ("phone", ["account", "problem"], ["account"], []) in kept


def test_what_was_read_is_kept_and_only_new_files_are_read(
    ours: clew.Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace(ours.path)
    build(place)
    read: list[int] = []
    before = reading_texts.read_marks
    monkeypatch.setattr(reading_texts, "read_marks", lambda rows: (read.append(len(rows)), before(rows))[1])
    build(place, anew=True)
    assert read == []

    ours.import_files(written(tmp_path / "calls.csv", LATER))
    build(place)
    assert sum(read) == len(LATER)
    together = told(place, FACTS)
    for kept in (place.warehouse.root / "readings").iterdir():
        kept.unlink()
    build(place, anew=True)
    assert told(place, FACTS) == together
    assert len(together) >= 6


def test_what_was_read_goes_with_its_file(ours: clew.Workspace) -> None:
    place = Workspace(ours.path)
    build(place)
    ours_files = list((place.warehouse.root / "readings").iterdir())
    assert ours_files
    (place.warehouse.root / "readings" / "gone-000.parquet").write_bytes(b"")
    build(place, anew=True)
    assert sorted((place.warehouse.root / "readings").iterdir()) == sorted(ours_files)


def test_what_was_read_holds_no_words(ours: clew.Workspace) -> None:
    place = Workspace(ours.path)
    build(place)
    kept = b"".join(path.read_bytes() for path in (place.warehouse.root / "readings").iterdir())
    columns = told(place, "SELECT DISTINCT number FROM readings WHERE number IS NOT NULL")
    assert b"bill is too high" not in kept
    assert all(len(str(number)) <= 2 for (number,) in columns)


def test_many_texts_are_read_in_several_processes_with_the_same_result(
    ours: clew.Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Workspace(ours.path)
    build(place)
    alone = told(place, FACTS)
    for kept in (place.warehouse.root / "readings").iterdir():
        kept.unlink()
    monkeypatch.setattr(reading_texts, "SEVERAL_FROM", 1)
    monkeypatch.setattr(reading_texts, "BATCH", 1)
    build(place, anew=True)
    assert told(place, FACTS) == alone


def test_texts_are_left_alone_where_the_settings_say_so_and_nothing_is_claimed_then(tmp_path: Path) -> None:
    place = create_workspace(tmp_path / "unread", texts=TextRules(facts=False))
    clew.open(place.folder).import_files(written(tmp_path / "desk.csv", CHAT))
    build(place)
    assert told(place, FACTS) == []
    assert told(place, "SELECT DISTINCT facts_known, facts_asked_again FROM handoffs") == [(None, None)]
    assert not (place.warehouse.root / "readings").exists() or not list((place.warehouse.root / "readings").iterdir())


def test_a_build_of_an_older_clew_without_these_columns_is_still_read(ours: clew.Workspace) -> None:
    place = Workspace(ours.path)
    build(place)
    newest = latest_build(place.journal)
    assert newest is not None
    path = place.warehouse.root / newest.files["handoffs"]
    pq.write_table(pq.read_table(path).drop_columns(["facts_known", "facts_carried"]), path)
    assert told(place, "SELECT DISTINCT facts_known FROM handoffs") == [(None,)]
    assert told(place, "SELECT count(*) FROM handoffs") == [(1,)]
