"""Quarantine: rows are kept whole, come out when the mapping is mended, and no try changes anything else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Shop, counts, run

HEADER = "Id,When,Channel,E-Mail\n"
MAPPING = """connector = "table"
source = "desk"
[columns]
source_id = "Id"
occurred_at = "When"
channel = "Channel"
email = "E-Mail"
"""
MENDED = MAPPING + '[channels]\nemial = "email"\n'
ROWS = """1,2024-03-01 10:00,chat,a@example.com
2,2024-03-02 10:00,emial,b@example.com
3,2024-03-03 10:00
4,2024-03-04 10:00,emial,d@example.com
5,2024-02-31 10:00,chat,e@example.com
6,2024-03-06 10:00,chat,f@example.com,g
7,2024-03-07 10:00,emial,h@example.com
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop and the files it was made from; tests get copies."""
    folder = tmp_path_factory.mktemp("imported")
    assert run("init", folder / "shop").code == 0
    shop = Shop(folder / "shop")
    shop.takes(shop.file("calls.csv", HEADER + ROWS), "--mapping", shop.mapping(MAPPING))
    assert shop.ledger() == {"desk": counts(7, stored=1, quarantined=6)}
    return folder


@pytest.fixture
def shop(imported: Path, tmp_path: Path) -> Shop:
    shutil.copytree(imported, tmp_path, dirs_exist_ok=True)
    return Shop(tmp_path / "shop")


def test_the_list_names_file_row_column_and_reason(shop: Shop) -> None:
    assert [(row["file"], row["row"], row["column"]) for row in shop.waiting()] == [
        ("calls.csv", 3, "Channel (channel)"),
        ("calls.csv", 4, "Channel"),
        ("calls.csv", 5, "Channel (channel)"),
        ("calls.csv", 6, "When (occurred_at)"),
        ("calls.csv", 7, "beyond the last column"),
        ("calls.csv", 8, "Channel (channel)"),
    ]
    assert json.loads(shop.waiting()[0]["raw"]) == {
        "Id": "2",
        "When": "2024-03-02 10:00",
        "Channel": "emial",
        "E-Mail": "b@example.com",
    }
    assert 'calls.csv 3 Channel (channel) No channel "emial"' in shop.run("quarantine", "desk", "-n", "1").all


def test_rows_move_to_stored_when_the_mapping_is_mended_and_the_ledger_balances(shop: Shop) -> None:
    said = shop.run("quarantine", "desk", "--retry", "--mapping", shop.mapping(MENDED))
    assert said.code == 0, said.err
    assert "3 stored, 3 still in quarantine" in said.out
    assert shop.ledger() == {"desk": counts(7, stored=4, quarantined=3)}
    assert [row["row"] for row in shop.waiting()] == [4, 6, 7]
    found = {(row["source_id"], row["channel"], row["source_row"]) for row in shop.interactions()}
    assert found == {("1", "chat", 2), ("2", "email", 3), ("4", "email", 5), ("7", "email", 8)}


def test_rows_come_out_by_the_mapping_that_was_mended_in_its_place(tmp_path: Path) -> None:
    assert run("init", tmp_path / "other").code == 0
    shop = Shop(tmp_path / "other")
    shop.takes(shop.file("calls.csv", HEADER + ROWS))
    guessed = shop.folder / "mappings" / "calls.toml"
    guessed.write_text(guessed.read_text() + '\n[channels]\nemial = "email"\n')
    assert shop.run("quarantine", "--retry").code == 0
    assert shop.ledger() == {"calls": counts(7, stored=4, quarantined=3)}


def test_a_retry_without_mending_changes_nothing(shop: Shop) -> None:
    before = (shop.ledger(), shop.waiting(), shop.interactions())
    said = shop.run("quarantine", "--retry")
    assert said.code == 0, said.err
    assert "0 stored, 6 still in quarantine" in said.out
    assert (shop.ledger(), shop.waiting(), shop.interactions()) == before


def test_a_second_retry_finds_nothing_more_to_do(shop: Shop) -> None:
    mended = shop.mapping(MENDED)
    shop.run("quarantine", "--retry", "--mapping", mended)
    before = (shop.ledger(), shop.waiting(), shop.interactions())
    shop.run("quarantine", "--retry", "--mapping", mended)
    assert (shop.ledger(), shop.waiting(), shop.interactions()) == before


def test_importing_again_by_the_mended_mapping_after_a_retry_changes_nothing(shop: Shop) -> None:
    mended = shop.mapping(MENDED)
    shop.run("quarantine", "--retry", "--mapping", mended)
    said = shop.takes(shop.folder.parent / "calls.csv", "--mapping", mended)
    assert "unchanged" in said.out
    assert shop.ledger() == {"desk": counts(7, stored=4, quarantined=3)}


def test_a_retried_row_that_is_stored_already_is_a_duplicate(shop: Shop) -> None:
    mended = shop.mapping(MENDED)
    rows = HEADER + "2,2024-03-02 10:00,emial,b@example.com\n"
    shop.takes(shop.file("again.csv", rows), "--mapping", mended)
    shop.run("quarantine", "--retry", "--mapping", mended)
    assert shop.ledger() == {"desk": counts(8, stored=4, duplicate=1, quarantined=3)}
    assert len(shop.interactions()) == 4


def test_a_mended_mapping_that_names_a_missing_column_changes_nothing(shop: Shop) -> None:
    wrong = shop.mapping(MENDED.replace('"When"', '"Wehn"'))
    before = (shop.ledger(), shop.waiting())
    said = shop.run("quarantine", "--retry", "--mapping", wrong)
    assert said.code == 5
    assert "column 'Wehn'" in said.err
    assert (shop.ledger(), shop.waiting()) == before


def test_a_retry_with_the_file_reads_rows_that_could_not_be_split(tmp_path: Path) -> None:
    assert run("init", tmp_path / "other").code == 0
    shop = Shop(tmp_path / "other")
    head = f"{HEADER}1,2024-03-01 10:00,chat,ä@example.com\n2,2024-03-01 11:00,chat,ö@example.com\n"
    file = shop.file("calls.csv", head.encode() + b"3,2024-03-01 12:00,chat,\xfc@example.com\n")
    shop.takes(file, "--mapping", shop.mapping(MAPPING))
    assert shop.ledger() == {"desk": counts(3, stored=2, quarantined=1)}
    mended = shop.mapping(MAPPING + '[reading]\naccept_bad_bytes_as = "latin-1"\n')
    said = shop.run("quarantine", "--retry", "--mapping", mended, "--file", file)
    assert said.code == 0, said.err
    assert shop.ledger() == {"desk": counts(3, stored=3)}
    assert shop.interactions()[2]["identifiers"] == ["email:ü@example.com"]


def test_a_damaged_line_of_json_is_not_taken_for_a_row_at_the_next_try(tmp_path: Path) -> None:
    assert run("init", tmp_path / "other").code == 0
    shop = Shop(tmp_path / "other")
    line = '{"Id":"%s","When":"2024-03-01 10:00","Channel":"chat","E-Mail":"%s@example.com"}\n'
    good = (line % ("1", "ä")).encode() + (line % ("2", "ö")).encode()
    file = shop.file("calls.jsonl", good + (line % ("3", "ü")).encode("latin-1"))
    shop.takes(file, "--mapping", shop.mapping(MAPPING))
    shop.run("quarantine", "--retry")
    assert shop.ledger() == {"desk": counts(3, stored=2, quarantined=1)}


def test_a_source_that_is_not_there_is_answered_with_those_that_are(shop: Shop) -> None:
    said = shop.run("quarantine", "dekc")
    assert said.code == 2
    assert 'No source "dekc". Known: desk.' in said.err
