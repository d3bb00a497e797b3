"""What is said between customers and the company (bot, chat, phone, texts, mail, tickets) as files, and what Clew reads."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from clew.app.importing import ImportOrder, ImportReport, run_import
from clew.app.workspace import Workspace, create_workspace
from clew.simulator.export import Block, Export, Row
from clew.simulator.exports import chatbot, helpdesk, livechat, mailbox, sms, telephony
from clew.simulator.writing.files import body, header
from tests.simulator.conversations import DIRTY, QUEUED_SECONDS, block_of, person

EXPORTS = (chatbot.EXPORT, helpdesk.EXPORT, livechat.EXPORT, mailbox.EXPORT, sms.EXPORT, telephony.EXPORT)
Imported = tuple[Block, dict[str, list[Row]], ImportReport, Workspace]


def dirty_block(number: int = 0, count: int = 250) -> Block:
    return block_of([person(number * 1000 + each) for each in range(count)], DIRTY, number)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("imported")
    block = dirty_block()
    rows: dict[str, list[Row]] = {}
    for export in EXPORTS:
        for sheet in export.write(block):
            path = folder / "exports" / sheet.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(header(sheet) + body(sheet))
            rows[sheet.path] = sheet.rows
    workspace = create_workspace(folder / "workspace")
    report = run_import(workspace, ImportOrder([folder / "exports"]))
    return block, rows, report, workspace


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_event_has_one_row_and_any_other_row_about_it_is_a_declared_duplicate(export: Export) -> None:
    block = dirty_block()
    rows = [row for sheet in export.write(block) for row in sheet.rows]
    told = Counter(row.event for row in rows if row.verdict == "interaction")
    expected = {event.number for event in block.of(export.name)}

    assert set(told) == expected and set(told.values()) == {1}
    for row in rows:
        assert (row.event is None) == (row.verdict in ("broken", "noise", "record"))
        assert row.verdict != "duplicate" or row.event in expected
    assert {"duplicate", "broken", "noise"} <= {row.verdict for row in rows}


def test_ids_are_unique_in_the_world_but_for_duplicates() -> None:
    rows = [
        row
        for number in (0, 1)
        for export in EXPORTS
        for sheet in export.write(dirty_block(number, 60))
        for row in sheet.rows
        if row.verdict != "duplicate"
    ]
    assert [record for record, count in Counter(row.record for row in rows).items() if count > 1] == []


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_the_same_block_is_written_the_same_way_twice(export: Export) -> None:
    first, second = (export.write(dirty_block(count=40)) for _ in range(2))
    assert [body(sheet) for sheet in first] == [body(sheet) for sheet in second]


def test_every_file_is_read_with_nothing_configured_and_every_row_accounted_for(imported: Imported) -> None:
    _, rows, report, _ = imported

    assert report.refused == ()
    received = {Path(outcome.file).name: outcome.tally.received for outcome in report.outcomes}
    assert received == {Path(path).name: len(sheet) for path, sheet in rows.items()}


def test_what_is_broken_waits_in_quarantine_and_what_is_repeated_counts_once(imported: Imported) -> None:
    _, rows, report, _ = imported

    for verdict, tallied in (("broken", "quarantined"), ("duplicate", "duplicate")):
        planted = {Path(path).name: sum(row.verdict == verdict for row in sheet) for path, sheet in rows.items()}
        found = {Path(outcome.file).name: getattr(outcome.tally, tallied) for outcome in report.outcomes}
        assert found == planted


def test_clew_makes_one_interaction_of_each_row_that_tells_one_under_the_rows_own_id(imported: Imported) -> None:
    _, rows, _, workspace = imported
    with workspace.session() as connection:
        found = connection.execute("SELECT source_id FROM interactions").fetchall()

    planted = {row.record for sheet in rows.values() for row in sheet if row.verdict == "interaction"}
    noise = {row.record for sheet in rows.values() for row in sheet if row.verdict == "noise"}
    assert planted <= {source_id for (source_id,) in found}
    assert {source_id for (source_id,) in found} <= planted | noise


def test_channel_party_kind_and_case_are_read_as_they_were(imported: Imported) -> None:
    block, rows, _, workspace = imported
    events = {event.number: event for event in block.events}
    expected: dict[str, tuple[str, str, str]] = {}
    for sheet in rows.values():
        for row in sheet:
            if row.verdict == "interaction" and row.event is not None:
                event = events[row.event]
                if event.kind == "status":
                    continue  # Clew leaves these on their ticket's channel, wherever they were set
                expected[row.record] = (event.channel, event.kind, event.by)
    with workspace.session() as connection:
        found = connection.execute("SELECT source_id, channel, kind, party FROM interactions").fetchall()

    assert {record: rest for record, *rest in found if record in expected} == {
        record: list(rest) for record, rest in expected.items()
    }


def test_text_is_read_as_it_was_said_and_stands_first_in_mails(imported: Imported) -> None:
    block, rows, _, workspace = imported
    said = {row.record: row.event for sheet in rows.values() for row in sheet if row.verdict == "interaction"}
    with workspace.session() as connection:
        found = connection.execute("SELECT source_id, text FROM interactions").fetchall()

    for record, text in found:
        if (number := said.get(record)) is not None and number in block.texts:
            assert (text or "").startswith(block.texts[number].rstrip())


def test_cases_are_read_but_where_the_row_says_they_are_missing(imported: Imported) -> None:
    block, rows, _, workspace = imported
    events = {event.number: event for event in block.events}
    with workspace.session() as connection:
        found = dict(connection.execute("SELECT source_id, case_ref FROM interactions").fetchall())

    told: Counter[tuple[str, bool]] = Counter()
    for path, sheet in rows.items():
        for row in sheet:
            if row.verdict == "interaction" and row.event is not None:
                missing = "missing_case" in row.dirt or not events[row.event].case
                assert found[row.record] == (None if missing else events[row.event].case), row.record
                told[Path(path).name, missing] += 1
    for name in ("support.mbox", "calls.csv", "livechat_messages.jsonl"):
        assert told[name, False] > 0 and told[name, True] > 0


#: Columns that a row's record is made of, as docs/scoring.md says.
NAMED = {
    "zendesk/user.csv": "user/{id}",
    "zendesk/group.csv": "group/{id}",
    "zendesk/ticket_form_history.csv": "form/{id}",
    "zendesk/ticket.csv": "ticket/{id}",
    "zendesk/ticket_comment.csv": "comment/{id}",
    "zendesk/ticket_tag.csv": "tag/{ticket_id}/{tag}",
    "zendesk/ticket_field_history.csv": "ticket/{ticket_id}/{field_name}/{updated}",
    "twilio/twilio_message_data.csv": "message/{id}",
    "chatbot/chatbot_messages.jsonl": "{message_id}",
    "livechat/livechat_messages.jsonl": "{message_id}",
    "telephony/calls.csv": "{Call ID}",
}


def test_a_rows_record_is_named_as_the_page_on_scoring_says() -> None:
    for sheet in (sheet for export in EXPORTS for sheet in export.write(dirty_block(count=60))):
        for row in sheet.rows:
            if isinstance(row.cells, str):
                assert f"\nMessage-ID: <{row.record}>\n" in row.cells
            elif not row.record.endswith("/new"):
                assert row.record == NAMED[sheet.path].format(**row.cells)


def test_what_settles_nothing_is_no_outcome() -> None:
    words = [str(cells["outcome"]) for cells in told(livechat.EXPORT) if "outcome" in cells]
    assert set(words) == {"resolved", "transferred", "referred", "ended", "abandoned"}
    assert {cells["outcome"] for cells in told(chatbot.EXPORT) if "outcome" in cells} == {
        *("resolved", "handed over", "referred", "abandoned")
    }


def told(export: Export) -> list[dict[str, object]]:
    rows = [row for sheet in export.write(block_of([person(each) for each in range(20)])) for row in sheet.rows]
    return [row.cells for row in rows if isinstance(row.cells, dict)]


def test_clew_reads_the_ends_of_conversations_for_what_they_are(imported: Imported) -> None:
    block, rows, _, workspace = imported
    ends = {event.number: event.detail for event in block.events if event.system in ("chatbot", "livechat")}
    with workspace.session() as connection:
        found = dict(connection.execute("SELECT source_id, outcome FROM interactions").fetchall())

    seen = {
        (ends[row.event], found[row.record])
        for sheet in rows.values()
        for row in sheet
        if row.verdict == "interaction" and row.event is not None and ends.get(row.event)
    }
    nothing = ("handed over", "transferred", "referred", "closed")
    assert seen == {("resolved", "resolved"), ("abandoned", "abandoned"), *((word, None) for word in nothing)}


def test_a_call_tells_its_queue_and_clew_still_reads_when_it_began_and_ended(imported: Imported) -> None:
    _, rows, _, workspace = imported
    calls = {row.record: row.cells for row in rows["telephony/calls.csv"] if row.verdict == "interaction"}
    with workspace.session() as connection:
        query = "SELECT source_id, occurred_us, ended_us, outcome_us FROM interactions WHERE channel = 'phone'"
        found = {record: times for record, *times in connection.execute(query).fetchall()}

    for record, cells in calls.items():
        assert isinstance(cells, dict)
        start, answered, end = (microseconds(cells[name]) for name in ("Call start", "Answered at", "Call end"))
        assert answered - start == QUEUED_SECONDS * 1_000_000
        assert found[record] == [start, end, None]


def microseconds(stamp: object) -> int:
    return int(datetime.fromisoformat(f"{stamp}+00:00").timestamp()) * 1_000_000


def test_nobody_answers_an_abandoned_call() -> None:
    block = block_of([person(1)])
    block.events = [event._replace(agent=None, detail="Abandoned") for event in block.of("telephony")]
    (row,) = telephony.EXPORT.write(block)[0].rows
    assert isinstance(row.cells, dict) and row.cells["Answered at"] == ""


def test_mails_of_a_thread_are_one_conversation(imported: Imported) -> None:
    block, rows, _, workspace = imported
    threads = {event.number: event.thread for event in block.of("mailbox")}
    with workspace.session() as connection:
        found = dict(connection.execute("SELECT source_id, conversation_id FROM interactions").fetchall())

    told = [row for row in rows["mailbox/support.mbox"] if row.verdict == "interaction" and row.event is not None]
    pairs = {(threads[row.event], found[row.record]) for row in told if row.event is not None}
    assert len(pairs) == len(set(threads.values())) == len({conversation for _, conversation in pairs})


def test_every_identifier_that_clew_finds_on_a_customer_was_noted_as_written(imported: Imported) -> None:
    block, rows, _, workspace = imported
    told = {row.record for sheet in rows.values() for row in sheet if row.verdict == "interaction"}
    noted = {known.value.lower() for known in block.known if known.kind != "phone"}
    noted |= {"".join(filter(str.isdigit, known.value))[-10:] for known in block.known if known.kind == "phone"}
    with workspace.session() as connection:
        found = connection.execute("SELECT source_id, unnest(identifiers) FROM interactions").fetchall()

    for record, identifier in found:
        value = identifier.partition(":")[2].lower()
        if record in told:
            assert value in noted or value[-10:] in noted, identifier
