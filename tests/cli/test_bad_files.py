"""Files that can't be read as a whole: the message names the file and the remedy, nothing of it is stored, no traceback."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import Shop, counts

pytestmark = pytest.mark.faults
HEADER = "id,when,channel,email,text\n"
ROWS = "".join(f"{i},2024-03-{i:02d} 10:00,chat,mia{i}@example.com,My invoice {i} is wrong\n" for i in range(1, 21))
MAPPING = """connector = "table"
source = "desk"
[columns]
source_id = "id"
occurred_at = "when"
channel = "channel"
email = "email"
"""


def test_a_missing_file_is_named_with_the_remedy(shop: Shop) -> None:
    shop.refuses(
        4, shop.folder / "nope.csv", saying=("nope.csv: there is no such file or folder", "Check the spelling")
    )
    assert shop.ledger() == {}


@pytest.mark.parametrize("content", ["", "\n\n  \n", "\ufeff"])
def test_an_empty_file_is_refused(shop: Shop, content: str) -> None:
    shop.refuses(4, shop.file("empty.csv", content), saying=("empty.csv: the file is empty", "Export it again"))
    assert shop.ledger() == {}


@pytest.mark.parametrize(("name", "content"), [("a.csv", HEADER), ("a.tsv", "id\twhen\n"), ("a.json", "[]")])
def test_a_header_without_rows_is_refused_when_nothing_says_how_to_read_it(shop: Shop, name: str, content: str) -> None:
    said = shop.refuses(4, shop.file(name, content), saying=(f"{name}: there is no row", "Export it again"))
    assert ("id, when" in said.err) == (content != "[]")
    assert shop.ledger() == {}


def test_a_header_without_rows_is_an_import_of_nothing_when_a_mapping_says_how_to_read_it(shop: Shop) -> None:
    said = shop.takes(shop.file("quiet.csv", HEADER), "--mapping", shop.mapping(MAPPING))
    assert "quiet.csv holds no rows" in said.all
    assert shop.ledger() == {"desk": counts(0)}


def test_a_delimiter_that_parts_nothing_is_refused_with_the_one_that_does(shop: Shop) -> None:
    mapping = shop.mapping(MAPPING + '[reading]\ndelimiter = ";"\n')
    words = ("calls.csv: the delimiter ';'", "',' gives 5 columns", "Set delimiter to ','")
    shop.refuses(4, shop.file("calls.csv", HEADER + ROWS), "--mapping", mapping, saying=words)
    assert shop.ledger() == {}


def test_a_mapping_that_names_a_missing_column_says_which_and_what_there_is(shop: Shop) -> None:
    mapping = shop.mapping(MAPPING.replace('"when"', '"wehn"'))
    words = ("desk.toml names column 'wehn' for occurred_at", "calls.csv has: id, when", "did you mean 'when'?")
    shop.refuses(5, shop.file("calls.csv", HEADER + ROWS), "--mapping", mapping, saying=words)
    assert shop.ledger() == {}


def test_a_folder_stops_at_a_mapping_that_names_a_missing_column(shop: Shop) -> None:
    folder = shop.folder.parent / "exports"
    folder.mkdir()
    (folder / "a.csv").write_text(HEADER + ROWS)
    (folder / "b.csv").write_text(HEADER.replace("when", "at") + ROWS)
    shop.refuses(5, folder, "--mapping", shop.mapping(MAPPING), saying=("exports/b.csv has: id, at",))
    assert shop.ledger() == {}


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        ("x = [", ("desk.toml is no valid TOML", "Mend that place")),
        (MAPPING + '[channels]\nemial = "e-post"\n', ("channels.", "the name of a channel Clew knows")),
        (MAPPING.replace("source_id", "sourceid"), ("unknown key 'columns.sourceid'", "did you mean 'source_id'?")),
        ('zone = "Europe/Berln"\n' + MAPPING, ('"Europe/Berln"', "Europe/Berlin")),
        (MAPPING + '[reading]\nencoding = "utf-88"\n', ('no encoding "utf-88" is known', "utf-8")),
    ],
)
def test_a_mapping_that_cannot_be_used_names_the_place(shop: Shop, mapping: str, words: tuple[str, ...]) -> None:
    shop.refuses(5, shop.file("a.csv", HEADER + ROWS), "--mapping", shop.mapping(mapping), saying=words)
    assert shop.ledger() == {}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv.gz", gzip.compress((HEADER + ROWS).encode(), mtime=0)[:-12], "the gzip file ends too early"),
        ("a.csv.gz", b"\x1f\x8b\x08\x00" + b"rubbish" * 20, "the gzip file is broken"),
        ("a.zip", b"PK\x03\x04" + b"rubbish" * 20, "the zip file is broken"),
    ],
)
def test_a_broken_archive_is_refused(shop: Shop, name: str, content: bytes, words: str) -> None:
    shop.refuses(4, shop.file(name, content), saying=(f"{name}: {words}", "Fetch or pack the file again"))
    assert shop.ledger() == {}


def test_a_zip_whose_content_was_changed_is_refused(shop: Shop) -> None:
    whole = bytearray(zipped("a.csv", (HEADER + ROWS).encode()))
    whole[60] ^= 0xFF
    shop.refuses(4, shop.file("a.zip", bytes(whole)), saying=("a.zip › a.csv: the zip file is broken",))
    assert shop.ledger() == {}


def test_a_zip_bomb_is_stopped_before_it_fills_the_disk(shop: Shop) -> None:
    bomb = zipped("bomb.csv", HEADER.encode() + b"0" * (40 * 1024 * 1024))
    words = ("bomb.zip: it unpacks to more than 200 times its packed size", "If you trust it, unpack it yourself")
    shop.refuses(4, shop.file("bomb.zip", bomb), saying=words)
    assert shop.ledger() == {}
    assert left_behind(shop.folder) == []


def test_a_gzip_bomb_is_stopped_too(shop: Shop) -> None:
    bomb = gzip.compress(HEADER.encode() + b"\n" * (40 * 1024 * 1024))
    shop.refuses(4, shop.file("bomb.csv.gz", bomb), saying=("bomb.csv.gz: it unpacks to more than 200 times",))
    assert left_behind(shop.folder) == []


def test_files_of_a_folder_that_cannot_be_read_are_left_out_with_reasons_and_the_others_imported(shop: Shop) -> None:
    folder = shop.folder.parent / "exports"
    folder.mkdir()
    (folder / "good.csv").write_text(HEADER + ROWS)
    (folder / "untimed.csv").write_text("id,email\n1,mia@example.com\n2,tom@example.com\n")
    (folder / "broken.csv.gz").write_bytes(b"\x1f\x8b\x08\x00rubbish")
    said = shop.takes(folder)
    assert shop.ledger() == {"good": counts(20, stored=20)}
    assert "left out: exports/broken.csv.gz: the gzip file ends too early; Fetch or pack" in said.all
    assert "left out: exports/untimed.csv: no column holds times" in said.all
    assert "left out: exports/untimed.csv: no column holds times" in shop.run("sources").all


def test_a_connector_that_nobody_knows_is_answered_with_the_known_ones(shop: Shop) -> None:
    shop.refuses(2, shop.file("a.csv", HEADER + ROWS), "--as", "zendsk", saying=('No connector "zendsk"', "zendesk"))


def test_a_file_that_is_not_of_the_wanted_connector_is_refused_with_what_was_expected(shop: Shop) -> None:
    words = ("a.csv does not look like Zendesk", "it has id, when", "Leave out --as")
    shop.refuses(4, shop.file("a.csv", HEADER + ROWS), "--as", "zendesk", saying=words)
    assert shop.ledger() == {}


def zipped(name: str, content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return held.getvalue()


def left_behind(workspace: Path) -> list[Path]:
    return [path for path in (workspace / ".clew" / "warehouse").rglob("*") if path.is_file()]
