"""Importing again: the same file changes nothing, the same rows are duplicates, and --replace takes an import back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.cli.running import Shop, counts, run

HEADER = "id,when,channel,email\n"
ROWS = "".join(f"{i},2024-03-{i:02d} 10:00,chat,c{i % 3}@example.com\n" for i in range(1, 11))
BAD = "11,2024-03-11 10:00,faxx,c1@example.com\n"


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    assert run("init", tmp_path / "shop").code == 0
    return Shop(tmp_path / "shop")


def test_importing_the_same_file_twice_changes_not_one_byte(shop: Shop) -> None:
    file = shop.file("calls.csv", HEADER + ROWS + BAD)
    shop.takes(file)
    commands = [("sources", "--json"), ("journeys", "--json"), ("metrics", "--json"), ("quarantine", "--json")]
    before = [shop.run(*words).out for words in commands]
    said = shop.takes(file)
    assert "unchanged" in said.out
    assert [shop.run(*words).out for words in commands] == before
    assert shop.ledger() == {"calls": counts(11, stored=10, quarantined=1)}


def test_the_same_file_packed_or_under_another_name_is_still_the_same(shop: Shop) -> None:
    shop.takes(shop.file("calls.csv", HEADER + ROWS), "--source", "desk")
    for name, content in (("calls.csv.gz", gzip.compress((HEADER + ROWS).encode())), ("copy.csv", HEADER + ROWS)):
        shop.takes(shop.file(name, content), "--source", "desk")
    assert shop.ledger() == {"desk": counts(10, stored=10)}


def test_the_same_rows_in_another_file_are_duplicates(shop: Shop) -> None:
    shop.takes(shop.file("calls.csv", HEADER + ROWS), "--source", "desk")
    more = ROWS + "12,2024-03-12 10:00,chat,c1@example.com\n"
    shop.takes(shop.file("later.csv", HEADER + more), "--source", "desk")
    assert shop.ledger() == {"desk": counts(21, stored=11, duplicate=10)}
    assert len(shop.interactions()) == 11


def test_rows_without_an_id_that_come_again_are_duplicates_by_their_content(shop: Shop) -> None:
    row = "2024-03-01 10:00,chat,a@example.com\n"
    shop.takes(shop.file("calls.csv", f"when,channel,email\n{row}{row}2024-03-02 10:00,chat,a@example.com\n"))
    assert shop.ledger() == {"calls": counts(3, stored=2, duplicate=1)}


def test_the_same_rows_in_two_files_of_one_folder_are_stored_once(shop: Shop) -> None:
    folder = shop.folder.parent / "exports"
    folder.mkdir()
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(HEADER + ROWS)
    shop.takes(folder, "--source", "desk")
    assert shop.ledger() == {"desk": counts(10, stored=10)}
    assert len(shop.interactions()) == 10


def test_another_mapping_is_not_applied_to_a_file_that_is_in_until_replace_is_said(shop: Shop) -> None:
    file = shop.file("calls.csv", HEADER + ROWS + BAD)
    shop.takes(file)
    mapping = shop.folder / "mappings" / "calls.toml"
    mapping.write_text(mapping.read_text() + '\n[channels]\nfaxx = "post"\n')
    said = shop.takes(file, "--mapping", mapping)
    assert "imported before with another mapping; nothing was changed. Say --replace" in said.all
    assert shop.ledger() == {"calls": counts(11, stored=10, quarantined=1)}
    shop.takes(file, "--mapping", mapping, "--replace")
    assert shop.ledger() == {"calls": counts(11, stored=11)}
    assert [row["channel"] for row in shop.interactions()] == ["chat"] * 10 + ["post"]


def test_replace_takes_back_everything_the_earlier_import_stored(shop: Shop) -> None:
    file = shop.file("calls.csv", HEADER + ROWS)
    shop.takes(file, "--source", "desk")
    before = shop.run("journeys", "--json").out
    shop.takes(file, "--source", "desk", "--replace")
    assert shop.ledger() == {"desk": counts(10, stored=10)}
    assert shop.run("journeys", "--json").out == before


def test_a_mapping_that_a_person_changed_is_kept_and_reads_the_next_file(shop: Shop) -> None:
    shop.takes(shop.file("calls.csv", HEADER + ROWS))
    mapping = shop.folder / "mappings" / "calls.toml"
    mapping.write_text("# mine\n" + mapping.read_text())
    said = shop.takes(shop.file("calls.csv", HEADER + ROWS + BAD))
    assert mapping.read_text().startswith("# mine\n")
    assert "read by mappings/calls.toml, as before" in said.all
    assert "mapping saved" not in said.out


def test_the_guess_that_was_saved_reads_the_file_to_the_same_interactions(shop: Shop) -> None:
    file = shop.file("calls.csv", HEADER + ROWS)
    shop.takes(file)
    guessed = [{**row, "received_us": 0} for row in shop.interactions()]
    saved = shop.folder / "mappings" / "calls.toml"
    shop.takes(file, "--mapping", saved, "--replace")
    assert [{**row, "received_us": 0} for row in shop.interactions()] == guessed


def test_the_reports_of_import_and_sources_are_the_same_numbers(shop: Shop) -> None:
    report = json.loads(shop.takes(shop.file("calls.csv", HEADER + ROWS + BAD), "--json").out)
    (file,) = report["files"]
    (source,) = shop.run("sources", "--json").json()
    for name in ("received", "stored", "duplicate", "quarantined", "refused"):
        assert file[name] == source[name]
    assert file["state"] == "imported"
    assert report["left_out"] == []
