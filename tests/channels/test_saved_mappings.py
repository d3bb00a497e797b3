"""The next export of the same kind is read as the last one was, and what it repeats is not counted again."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew

HEADER = "ticket,created_at,email,channel,message\n"
JANUARY = "T-1,2026-01-05 10:00:00,mia@example.com,chat,Hello\nT-2,2026-01-06 11:00:00,noah@example.com,email,Hi\n"
FEBRUARY = "T-2,2026-01-06 11:00:00,noah@example.com,email,Hi\nT-3,2026-02-07 12:00:00,ada@example.com,phone,Oh\n"


@pytest.fixture
def shop(tmp_path: Path) -> clew.Workspace:
    return clew.create(tmp_path / "shop")


def _file(shop: clew.Workspace, name: str, content: str) -> Path:
    path = shop.path.parent / name
    path.write_text(content, encoding="utf-8")
    return path


def _ledger(shop: clew.Workspace) -> dict[str, tuple[int, int, int]]:
    return {each.source: (each.received, each.stored, each.duplicate) for each in shop.sources()}


def test_a_renamed_copy_of_a_file_changes_nothing(shop: clew.Workspace) -> None:
    shop.import_files(_file(shop, "cases_jan.csv", HEADER + JANUARY))
    report = shop.import_files(_file(shop, "something else.csv", HEADER + JANUARY))

    assert [outcome.state for outcome in report.outcomes] == ["unchanged"]
    assert _ledger(shop) == {"cases_jan": (2, 2, 0)}


def test_next_months_export_is_the_same_source_and_repeats_are_duplicates(shop: clew.Workspace) -> None:
    shop.import_files(_file(shop, "cases_2026_jan.csv", HEADER + JANUARY))
    shop.import_files(_file(shop, "cases_2026_feb (1).csv", HEADER + FEBRUARY))

    assert _ledger(shop) == {"cases_2026_jan": (4, 3, 1)}


def test_a_zone_that_a_person_corrected_holds_for_the_next_file(shop: clew.Workspace) -> None:
    shop.import_files(_file(shop, "cases.csv", HEADER + JANUARY))
    mapping = shop.path / "mappings" / "cases.toml"
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('zone = "UTC"', 'zone = "Europe/Berlin"'), "utf-8")
    shop.import_files(_file(shop, "cases.csv", HEADER + FEBRUARY.splitlines(keepends=True)[1]))

    moments = {row["case_ref"]: str(row["occurred_at"]) for row in shop.interactions().to_dicts()}
    assert moments["T-3"].startswith("2026-02-07 11:00")


def test_another_table_of_the_same_name_gets_a_source_of_its_own(shop: clew.Workspace) -> None:
    (shop.path.parent / "a").mkdir()
    (shop.path.parent / "b").mkdir()
    shop.import_files(_file(shop, "a/export.csv", HEADER + JANUARY))
    shop.import_files(
        _file(shop, "b/export.csv", "call start,caller,reason\n2026-01-05 10:00:00,+14155552671,billing\n")
    )

    assert set(_ledger(shop)) == {"export", "b_export"}


def test_a_date_and_a_time_in_two_columns_are_one_moment(shop: clew.Workspace) -> None:
    log = (
        "Date,Time,Caller,Talk Time\n1/13/2024,9:00 AM,C1,3:10\n1/13/2024,2:30 PM,C1,5:00\n1/14/2024,11:05 AM,C2,2:00\n"
    )
    shop.import_files(_file(shop, "calls.csv", log))

    found = sorted(str(row["occurred_at"])[:16] for row in shop.interactions().to_dicts())
    assert found == ["2024-01-13 09:00", "2024-01-13 14:30", "2024-01-14 11:05"]


def test_rows_without_an_id_that_differ_in_any_column_are_all_kept(shop: clew.Workspace) -> None:
    log = "created_at,email,channel,shelf\n" + "2026-01-05 10:00:00,mia@example.com,chat,{}\n" * 2
    shop.import_files(_file(shop, "log.csv", log.format("first", "second")))

    assert _ledger(shop) == {"log": (2, 2, 0)}


def test_a_retry_reads_day_and_month_as_the_import_did(shop: clew.Workspace) -> None:
    rows = [f"{month}/{20 + month}/2024 10:00,c{month}@example.com,chat\n" for month in range(1, 7)]
    shop.import_files(
        _file(shop, "log.csv", "created_at,email,channel\n" + "".join(rows) + "03/04/2024 10:00,x@example.com,faxx\n")
    )
    mapping = shop.path / "mappings" / "log.toml"
    mapping.write_text(mapping.read_text(encoding="utf-8") + '\n[channels]\nfaxx = "post"\n', "utf-8")
    from clew.app.retrying import retry_quarantine
    from clew.app.workspace import Workspace

    (retried,) = retry_quarantine(Workspace(shop.path))

    assert (retried.tried, retried.stored) == (1, 1)
    (late,) = [row for row in shop.interactions().to_dicts() if row["channel"] == "post"]
    assert str(late["occurred_at"]).startswith("2024-03-04")
