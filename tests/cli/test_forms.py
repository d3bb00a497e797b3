"""The same table in every format, packed or not, and in every encoding gives the same interactions."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import Shop, counts, run

COLUMNS = ("id", "when", "channel", "email", "text")
ROWS = [
    (str(i), f"2024-03-{1 + i % 28:02d} 10:{i % 60:02d}", ("chat", "phone")[i % 2], f"c{i % 7}@example.com", text)
    for i, text in enumerate(['Grüße, "Mia"', "first line\nsecond line", "a\tb", "", "plain"] * 8, 1)
]
MAPPING = """connector = "table"
source = "desk"
zone = "Europe/Berlin"
[columns]
source_id = "id"
occurred_at = "when"
channel = "channel"
email = "email"
text = "text"
"""


def delimited(delimiter: str) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held, delimiter=delimiter)
    writer.writerows([COLUMNS, *ROWS])
    return held.getvalue().encode()


def json_lines() -> bytes:
    return "".join(json.dumps(dict(zip(COLUMNS, row, strict=True))) + "\n" for row in ROWS).encode()


def json_list() -> bytes:
    return json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in ROWS], ensure_ascii=False).encode()


def parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    held = io.BytesIO()
    pq.write_table(pa.table(dict(zip(COLUMNS, map(list, zip(*ROWS, strict=True)), strict=True))), held)
    return held.getvalue()


def excel() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (COLUMNS, *ROWS):
        sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


FORMS: dict[str, Callable[[], bytes]] = {
    "calls.csv": lambda: delimited(","),
    "semicolons.csv": lambda: delimited(";"),
    "calls.tsv": lambda: delimited("\t"),
    "calls.json": json_list,
    "calls.jsonl": json_lines,
    "calls.parquet": parquet,
    "calls.xlsx": excel,
}


def packed(name: str, content: bytes, how: str) -> tuple[str, bytes]:
    if how == "gz":
        return f"{name}.gz", gzip.compress(content)
    if how == "zip":
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, content)
        return f"{name}.zip", held.getvalue()
    return name, content


def taken(shop: Shop, name: str, content: bytes, *words: str) -> list[tuple[object, ...]]:
    """Import the file and return what is stored of it."""
    shop.takes(shop.file(name, content), "--mapping", shop.mapping(MAPPING), *words)
    assert shop.ledger() == {"desk": counts(40, stored=40)}
    return stored(shop)


def stored(shop: Shop) -> list[tuple[object, ...]]:
    names = ("source_id", "occurred_us", "channel", "kind", "direction", "identifiers", "party", "text", "attributes")
    return sorted(tuple(str(row[name]) for name in names) for row in shop.interactions())


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    folder = tmp_path_factory.mktemp("expected") / "shop"
    assert run("init", folder).code == 0
    rows = taken(Shop(folder), "calls.csv", delimited(","))
    texts = {row[0]: row[7] for row in rows}
    assert texts["1"] == 'Grüße, "Mia"'
    assert texts["2"] == "first line\nsecond line"
    return rows


@pytest.mark.parametrize("how", ["plain", "gz", "zip"])
@pytest.mark.parametrize("name", list(FORMS))
def test_every_format_packed_or_not_gives_the_same_interactions(
    shop: Shop, expected: list[tuple[object, ...]], name: str, how: str
) -> None:
    assert taken(shop, *packed(name, FORMS[name](), how)) == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"])
def test_every_encoding_gives_the_same_interactions(
    shop: Shop, expected: list[tuple[object, ...]], encoding: str
) -> None:
    assert taken(shop, "calls.csv", delimited(",").decode().encode(encoding)) == expected


def test_folders_and_patterns_are_taken_and_other_files_left(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "exports" / "deep"
    folder.mkdir(parents=True)
    head, rows = ",".join(COLUMNS), [",".join(row) for row in ROWS if "\n" not in row[4] and "," not in row[4]]
    for number in range(3):
        (folder / f"part{number}.csv").write_text("\n".join([head, *rows[number::3]]) + "\n")
    (folder / "read me.pdf").write_bytes(b"%PDF-1.4")
    mapping = shop.mapping(MAPPING)
    shop.takes(folder / "part[01].csv", "--mapping", mapping)
    first = shop.ledger()["desk"]["stored"]
    said = shop.takes(tmp_path / "exports", "--mapping", mapping)
    assert "left out: exports/deep/read me.pdf: it is no table" in said.all
    assert 0 < first < len(rows)
    assert shop.ledger() == {"desk": counts(len(rows), stored=len(rows))}
