"""What customers leave behind (visits, posts, answers, orders, contacts) as files, and what Clew reads in them."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import Workspace, create_workspace
from clew.simulator.event import Event
from clew.simulator.export import Block, Export, Row, Sheet
from clew.simulator.exports import crm, orders, social, surveys, website
from clew.simulator.people import Person
from clew.simulator.scenario import Company, Dirt, Scenario
from clew.simulator.writing.files import body, header
from tests.simulator.customers import customer

EXPORTS = (website.EXPORT, social.EXPORT, surveys.EXPORT, orders.EXPORT)
BEGIN = 1_772_409_600  # 2026-03-02 00:00:00 UTC
END = BEGIN + 90 * 86_400
SPOTLESS = Dirt(**dict.fromkeys(Dirt.__struct_fields__, 0.0))
DIRTY = Dirt(duplicate=0.01, late=0.03, broken=0.01, noise=0.02, clock_skew=0.1, zone_slip=0.05, store_tablet=0.1)
TITLE = "Why is my bill higher?"


def person(number: int, *, consent: bool = True, family: bool = False) -> Person:
    return customer(
        number,
        first_name="Elizabeth",
        last_name="Green",
        nickname="Liz",
        email=f"elizabeth.green.{number}@example.com",
        other_email=f"liz{number}@example.org" if number % 3 == 0 else "",
        phone=f"+12015551{number:03}",
        family_phone=f"+12015552{number:03}" if family else "",
        account=f"{40_000_000 + number}",
        devices=(f"device-{number}",),
        family_device=f"family-{number}" if family else "",
        handle=f"{7_000_000 + number}",
        consent=consent,
    )


def block_of(people: list[Person], dirt: Dirt = SPOTLESS, number: int = 0) -> Block:
    """Have everybody look at a page, search, read, post, be answered, order, and say how it was."""
    events: list[Event] = []
    texts: dict[int, str] = {}

    def add(at: int, who: Person, system: str, channel: str, kind: str, detail: str, text: str = "", by: str = "customer") -> None:  # fmt: skip
        thread = f"{who.number}/{system}" if system in ("website", "social") else ""
        case = str(5000 + who.number) if system == "surveys" else ""
        at += BEGIN + 3600 * who.number
        events.append(Event(at, len(events), who, None, system, channel, kind, by, thread, case, None, (), detail, 0.0))
        if text:
            texts[len(events) - 1] = text

    for who in people:
        add(0, who, "website", "web", "visit", "/account/bills")
        add(40, who, "website", "self_service", "search", "/help", "bill too high")
        add(60, who, "website", "self_service", "article", "/help", TITLE)
        add(500, who, "social", "social", "message", "", "Why is my bill so high?")
        add(900, who, "social", "social", "message", "", "We are looking into it.", "agent")
        add(7000, who, "orders", "order", "order", f"ORD-{number + 1}{who.number:05}|TV box|49.00")
        add(9000, who, "surveys", "survey", "rating", str(1 + who.number % 5), "Took too long" * (who.number % 2))
    events.sort(key=lambda event: (event.at, event.number))
    scenario = Scenario(
        company=Company(name="Bright Line", industry="energy"),
        hours=(1.0,) * 24,
        weekdays=(1.0,) * 7,
        channels={},
        issues=(),
        dirt=dirt,
    )
    return Block(number, 7, scenario, {who.number: who for who in people}, (), events, texts, BEGIN, END)


def crowd(count: int = 300) -> list[Person]:
    return [person(number, consent=number % 7 > 0, family=number % 5 == 0) for number in range(count)]


def rows_of(block: Block, *exports: Export) -> list[Row]:
    return [row for export in exports or EXPORTS for sheet in export.write(block) for row in sheet.rows]


def cells_of(row: Row) -> dict[str, object]:
    assert isinstance(row.cells, dict)
    return row.cells


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.name)
def test_every_event_has_one_row_and_any_other_row_about_it_is_a_declared_duplicate(export: Export) -> None:
    block = block_of(crowd(), DIRTY)
    rows = rows_of(block, export)
    told = Counter(row.event for row in rows if row.verdict == "interaction")
    expected = {event.number for event in block.of(export.name)}

    assert set(told) == expected and set(told.values()) == {1}
    for row in rows:
        assert (row.event is None) == (row.verdict in ("broken", "noise", "record"))
        assert row.verdict != "duplicate" or row.event in expected
    assert {"duplicate", "broken"} <= {row.verdict for row in rows}


def test_ids_are_unique_in_the_world_but_for_duplicates() -> None:
    rows = [
        row
        for number in (0, 1)
        for row in rows_of(block_of(crowd(120), DIRTY, number), *EXPORTS, crm.EXPORT)
        if row.verdict != "duplicate"
    ]
    assert len({row.record for row in rows}) == len(rows)


def test_a_duplicate_says_the_same_as_the_row_it_repeats() -> None:
    rows = rows_of(block_of(crowd(), DIRTY))
    first = {row.record: row.cells for row in rows if row.verdict == "interaction"}
    repeats = [row for row in rows if row.verdict == "duplicate"]

    assert repeats
    assert all(row.cells == first[row.record] for row in repeats)


def test_the_same_block_is_written_the_same_twice() -> None:
    written = [[body(sheet) for export in EXPORTS for sheet in export.write(block_of(crowd(50), DIRTY))] for _ in "ab"]
    assert written[0] == written[1]


def test_every_identifier_written_is_noted_with_whom_it_stands_for() -> None:
    block = block_of(crowd(), DIRTY)
    noted: set[tuple[str, str]] = set()
    for export in (*EXPORTS, crm.EXPORT):
        for row in rows_of(block, export):
            if row.verdict in ("interaction", "record"):
                noted |= {(export.name, value) for value in identifiers_in(row)}

    assert noted == {(known.system, known.value) for known in block.known}
    assert {known.nature for known in block.known if known.system == "website"} == {"own", "shared", "tablet"}


def identifiers_in(row: Row) -> list[str]:
    cells = cells_of(row)
    names = (
        *("anonymousId", "userId", "previousId", "Email", "Customer email", "Account number"),
        *("id", "property_email", "property_phone", "property_mobilephone"),
    )
    traits = cells.get("traits")
    found = [cells.get(name) for name in names] + ([traits["email"]] if isinstance(traits, dict) else [])
    if cells.get("inbound") == "True":
        found.append(cells["author_id"])
    return [str(value) for value in found if value]


def test_without_consent_every_visit_is_a_strangers() -> None:
    who = person(1, consent=False)
    block = block_of([who])
    first = [cells_of(row) for row in rows_of(block, website.EXPORT)]
    again = [cells_of(row) for row in rows_of(block_of([who], number=1), website.EXPORT)]

    assert len(first) == 3
    assert len({cells["anonymousId"] for cells in first}) == 1
    assert first[0]["anonymousId"] not in ("device-1", again[0]["anonymousId"])
    assert not any({"userId", "traits"} & set(cells) for cells in first)


def test_an_account_is_known_from_the_log_in_on_and_not_before() -> None:
    rows = [cells_of(row) for row in rows_of(block_of(crowd()), website.EXPORT)]
    log_ins = [place for place, cells in enumerate(rows) if cells["type"] in ("identify", "alias")]

    assert 100 < len(log_ins) < 250
    for place in log_ins:
        device, account = rows[place].get("anonymousId", rows[place].get("previousId")), rows[place]["userId"]
        calls = [(at, cells) for at, cells in enumerate(rows) if cells.get("anonymousId") == device and at != place]
        assert [cells.get("userId") for _, cells in calls] == [account if at > place else None for at, _ in calls]
    identified = [rows[place] for place in log_ins if rows[place]["type"] == "identify"]
    assert all(str(cells["traits"]).count("@example.com") == 1 for cells in identified)


def test_a_browser_with_a_wrong_clock_is_received_at_the_right_time() -> None:
    block = block_of(crowd(), Dirt(clock_skew=1.0, zone_slip=0.0, late=0.0, duplicate=0.0, broken=0.0, noise=0.0))
    rows = [row for row in rows_of(block, website.EXPORT) if row.event is not None]
    at = {event.number: event.at for event in block.events}

    assert all("clock_skew" in row.dirt for row in rows)
    for row in rows:
        assert 1 <= seconds(cells_of(row)["receivedAt"]) - at[row.event or 0] <= 3
        assert 60 <= abs(seconds(cells_of(row)["timestamp"]) - at[row.event or 0]) <= 540


def seconds(stamp: object) -> int:
    return int(datetime.fromisoformat(str(stamp)).timestamp())


def test_a_late_call_is_received_after_those_it_stands_behind() -> None:
    rows = rows_of(block_of(crowd(), Dirt(late=0.1, clock_skew=0.0, zone_slip=0.0)), website.EXPORT)
    late = [place for place, row in enumerate(rows) if "late" in row.dirt]

    assert len(late) > 40
    for place in late:
        assert str(cells_of(rows[place])["receivedAt"]) >= str(cells_of(rows[place - 1])["receivedAt"])


def test_posts_of_a_thread_answer_one_another_and_know_handles_only() -> None:
    asked, answered = (cells_of(row) for row in rows_of(block_of([person(3)]), social.EXPORT))

    assert (asked["author_id"], asked["inbound"], asked["in_response_to_tweet_id"]) == ("7000003", "True", "")
    assert (answered["author_id"], answered["inbound"]) == ("BrightLineCare", "False")
    assert answered["in_response_to_tweet_id"] == asked["tweet_id"]
    assert asked["response_tweet_id"] == answered["tweet_id"]
    assert asked["created_at"] == "Mon Mar 02 03:08:20 +0000 2026"  # 3 hours and 500 seconds into the first day


def test_about_nine_in_ten_customers_are_on_file_and_some_of_them_twice() -> None:
    block = block_of(crowd())
    rows = rows_of(block, crm.EXPORT)
    whose = {
        known.value: known.person for known in block.known if known.system == "crm" and known.kind == "customer_ref"
    }
    times = Counter(whose[row.record] for row in rows)

    assert 250 <= len(times) <= 285
    assert 6 <= sum(count == 2 for count in times.values()) <= 32
    assert max(times.values()) == 2
    assert all(row.verdict == "record" for row in rows)
    assert all(any(cells_of(row)[f"property_{way}"] for way in ("email", "phone", "mobilephone")) for row in rows)
    again = [cells_of(row) for row in rows if "second_contact" in row.dirt]
    assert {cells["property_firstname"] for cells in again} == {"Liz"}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Sheet], dict[str, int], Workspace]:
    """Write 300 customers' traces, and import them with nothing configured; rows are counted by verdict of the import."""
    folder = tmp_path_factory.mktemp("traces")
    block = block_of(crowd(), DIRTY)
    sheets = {sheet.path: sheet for export in (*EXPORTS, crm.EXPORT) for sheet in export.write(block)}
    for path, sheet in sheets.items():
        file = folder / "exports" / path
        file.parent.mkdir(parents=True)
        file.write_bytes(header(sheet) + body(sheet))
    workspace = create_workspace(folder / "workspace")
    report = run_import(workspace, ImportOrder([folder / "exports"]))
    assert report.refused == ()
    verdicts = ("duplicate", "quarantined")
    counts = {f"{Path(each.file).name} {verdict}": getattr(each.tally, verdict) for each in report.outcomes for verdict in verdicts}  # fmt: skip
    return sheets, counts, workspace


Imported = tuple[dict[str, Sheet], dict[str, int], Workspace]


def test_clew_reads_each_interaction_under_its_record(imported: Imported) -> None:
    sheets, _, workspace = imported
    with workspace.session() as connection:
        found = {str(each) for (each,) in connection.execute("SELECT source_id FROM interactions").fetchall()}

    planted = {row.record for sheet in sheets.values() for row in sheet.rows if row.verdict in ("interaction", "noise")}
    assert found == planted


def test_clew_finds_what_was_planted_twice_or_broken(imported: Imported) -> None:
    sheets, counts, _ = imported
    for path, sheet in sheets.items():
        planted = Counter(row.verdict for row in sheet.rows)
        name = Path(path).name
        assert (counts[f"{name} duplicate"], counts[f"{name} quarantined"]) == (planted["duplicate"], planted["broken"])


def test_clew_sees_channels_kinds_texts_and_people_as_planted(imported: Imported) -> None:
    _, _, workspace = imported
    with workspace.session() as connection:
        seen = """SELECT DISTINCT channel, kind, text FROM interactions
            WHERE source <> 'social' OR list_contains(identifiers, 'handle:twitter/7000003')"""
        found = set(connection.execute(seen).fetchall())
        contacts = connection.execute("SELECT count(*) FROM records WHERE source = 'hubspot'").fetchone()

    assert found == {
        ("web", "visit", None),
        ("self_service", "visit", None),
        ("self_service", "search", "bill too high"),
        ("social", "message", "Why is my bill so high?"),
        ("social", "message", "We are looking into it."),
        ("order", "order", None),
        ("survey", "rating", None),
        ("survey", "rating", "Took too long"),
    }
    assert contacts == (len(imported[0]["hubspot/contact.csv"].rows),)
