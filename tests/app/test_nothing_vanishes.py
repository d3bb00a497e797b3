"""What Clew can't read is never dropped without a word: it stays with the interaction, and the import says how much it is."""

from __future__ import annotations

import io
import json
import tomllib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from clew.app.workspace import find_workspace
from clew.channels import Intake, UnreadWords, discover, mapping_from, plan_files, preview, wishes_for
from clew.channels.reading import Limits
from tests.cli.running import Shop, counts, run

MAPPING = """source = "desk"
[columns]
occurred_at = "When"
channel = "Channel"
phone = "Phone"
email = "Mail"
outcome = "Ende"
kind = "Art"
sla_met = "Ziel"
"""
HEADER = "When,Channel,Phone,Mail,Ende,Art,Ziel\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    assert run("init", tmp_path / "shop").code == 0
    return Shop(tmp_path / "shop")


def takes(shop: Shop, rows: str, mapping: str = MAPPING) -> list[str]:
    said = shop.takes(shop.file("calls.csv", HEADER + rows), "--mapping", shop.mapping(mapping), "--json").json()
    return said["files"][0]["notes"]


def attributes(shop: Shop) -> list[dict[str, Any]]:
    return [json.loads(each["attributes"] or "{}") for each in shop.interactions()]


def test_a_phone_number_of_another_country_is_kept_and_counted(shop: Shop) -> None:
    rows = "2026-10-01 10:00,phone,0171 5550123,,,,\n2026-10-01 11:00,phone,(415) 555-2671,,,,\n"
    (note,) = takes(shop, rows + "2026-10-01 12:00,phone,unknown,,,,\n")
    assert note.startswith("1 row has a phone number that isn't possible in US") and "0171" not in note
    assert [each.get("phone_as_given") for each in attributes(shop)] == ["0171 5550123", None, None]
    assert [each["identifiers"] for each in shop.interactions()] == [None, ["phone:+14155552671"], None]


def test_callers_whose_numbers_cannot_be_read_stay_two(shop: Shop) -> None:
    takes(shop, "2026-10-01 10:00,phone,0171 5550123,,,,\n2026-10-01 10:00,phone,0171 5550124,,,,\n")
    assert shop.ledger() == {"desk": counts(2, stored=2)}


def test_unknown_words_are_kept_and_named(shop: Shop) -> None:
    rows = "".join(
        f"2026-10-{day:02d} 10:00,phone,,,{word},,\n"
        for day, word in enumerate(["Gelöst", "weitergeleitet", "Weitergeleitet", "vertagt", "AUFGELEGT"], 1)
    )
    (note,) = takes(shop, rows)
    assert note.startswith("2 words of outcome were not understood (3 rows): Weitergeleitet, vertagt.")
    assert "outcome_as_given" in note
    assert [each["outcome"] for each in shop.interactions()] == ["resolved", None, None, None, "abandoned"]
    given = [each.get("outcome_as_given") for each in attributes(shop)]
    assert given == [None, "weitergeleitet", "Weitergeleitet", "vertagt", None]


def test_the_other_fields_with_fixed_words_lose_nothing_either(shop: Shop) -> None:
    notes = takes(shop, "2026-10-01 10:00,phone,,mia example,,Beratung,knapp\n2026-10-01 11:00,phone,,,,call,yes\n")
    assert [note.split(" (")[0] for note in notes[:2]] == [
        "1 word of kind was not understood",
        "1 word of sla_met was not understood",
    ]
    assert notes[2].startswith("1 row has an e-mail address that can't be one") and "mia" not in notes[2]
    kept = {"kind_as_given": "Beratung", "sla_met_as_given": "knapp", "email_as_given": "mia example"}
    assert attributes(shop) == [kept, {}]


def test_names_and_texts_mapped_as_outcome_are_counted_and_never_shown(shop: Shop) -> None:
    notes = takes(shop, "2026-10-01 10:00,phone,,,ruf mich an 0171 5550123,,\n")
    assert notes[0].startswith("1 word of outcome was not understood (1 row). They are kept")


def test_german_words_for_direction_and_party_are_understood_where_a_person_chose_the_column(shop: Shop) -> None:
    mapping = MAPPING.replace('kind = "Art"', 'direction = "Art"').replace('sla_met = "Ziel"', 'party = "Ziel"')
    assert takes(shop, "2026-10-01 10:00,phone,,,,Ausgehend,Mitarbeiter\n", mapping) == []
    (found,) = shop.interactions()
    assert (found["direction"], found["party"]) == ("outbound", "agent")


def test_a_mapping_that_is_tried_tells_its_unknown_words(shop: Shop) -> None:
    rows = "2026-10-01 10:00,phone,0171 1,,vertagt,,\n2026-10-02 10:00,phone,,,vertagt,,\n2026-10-03 10:00,zzz,,,geparkt,,\n"
    file = shop.file("calls.csv", HEADER + rows)
    workspace = find_workspace(shop.folder)
    intake = Intake(workspace.journal, workspace.warehouse, workspace.settings)
    mapping = mapping_from(tomllib.loads(MAPPING), "desk")
    files = discover([file], shop.folder.parent / "scratch", Limits()).files
    (proposal,) = plan_files(files, wishes_for(mapping, "desk"), workspace.settings, Limits()).proposals
    assert preview(intake, proposal.plan).unread == (
        UnreadWords("outcome", 3, 2, (("vertagt", 2), ("geparkt", 1))),
        UnreadWords("phone", 1, 1, ()),
    )


def workbook(rows: Sequence[tuple[str | date | time | None, ...]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def moments(shop: Shop) -> list[str]:
    return [f"{datetime.fromtimestamp(each['occurred_us'] / 1e6, UTC):%Y-%m-%d %H:%M}" for each in shop.interactions()]


EXCEL = """source = "desk"
[columns]
occurred_at = "Datum"
occurred_time = "Uhrzeit"
[constants]
channel = "phone"
"""


def test_a_day_and_a_time_in_two_excel_columns_are_one_moment(shop: Shop) -> None:
    rows = [("Datum", "Uhrzeit", "Kunde"), (date(2026, 9, 10), time(9, 30), "K1"), (date(2026, 9, 11), None, "K2")]
    file = shop.file("anrufe.xlsx", workbook(rows))
    shop.takes(file, "--mapping", shop.mapping(EXCEL))
    assert moments(shop) == ["2026-09-10 09:30", "2026-09-11 00:00"]


def test_the_guess_finds_the_time_that_belongs_to_an_excel_day(shop: Shop) -> None:
    rows = [
        ("Datum", "Uhrzeit", "Kundennummer"),
        *((date(2026, 9, day), time(9, day), f"K{day}") for day in range(1, 9)),
    ]
    shop.takes(shop.file("anrufe.xlsx", workbook(rows)))
    assert moments(shop) == [f"2026-09-{day:02d} 09:{day:02d}" for day in range(1, 9)]


def test_a_moment_of_two_columns_that_cannot_be_names_both(shop: Shop) -> None:
    file = shop.file("anrufe.csv", "Datum,Uhrzeit\n2026-09-10,09:30\n2026-09-11,25:99\n")
    shop.takes(file, "--mapping", shop.mapping(EXCEL))
    assert [row["column"] for row in shop.waiting()] == ["Datum and Uhrzeit (occurred_at)"]
