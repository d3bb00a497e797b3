"""Parquet and Excel: typed cells arrive as text that loses nothing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from clew.channels.reading import Discovery, discover, open_table
from clew.model.errors import InputError

#: Files like these hold times without a zone.
AT = dt.datetime.fromisoformat("2024-01-02T03:04:05")


def _rows(found: Discovery) -> list[dict[str, object]]:
    (file,) = found.files
    return [row for batch in open_table(file).batches(pytest.fail) for row in batch.to_pylist()]


def test_parquet_values_become_text(tmp_path: Path) -> None:
    at = AT
    table = pa.table(
        {
            "id": pa.array([9007199254740993, None]),
            "at": pa.array([at, None], pa.timestamp("us")),
            "zoned": pa.array([at.replace(microsecond=250000), None], pa.timestamp("us", "UTC")).cast(
                pa.timestamp("us", "Europe/Paris")
            ),
            "day": pa.array([at.date(), None]),
            "price": pa.array([Decimal("1.50"), None]),
            "score": pa.array([0.5, float("nan")]),
            "ok": pa.array([True, None]),
            "tags": pa.array([["a", "b"], None]),
            "bytes": pa.array([b"abc", b"\xff\x00"]),
            "kind": pa.array(["x", None]).dictionary_encode(),
        }
    )
    pq.write_table(table, tmp_path / "t.parquet")
    first, second = _rows(discover([tmp_path / "t.parquet"], tmp_path / "s"))
    assert first == {
        "_row": 1,
        "id": "9007199254740993",
        "at": "2024-01-02 03:04:05",
        "zoned": "2024-01-02 03:04:05.250000Z",
        "day": "2024-01-02",
        "price": "1.50",
        "score": "0.5",
        "ok": "true",
        "tags": '["a","b"]',
        "bytes": "abc",
        "kind": "x",
    }
    assert second == {**dict.fromkeys(first), "_row": 2, "bytes": "ff00"}


def test_parquet_goes_on_after_some_rows(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": range(120_000)}), tmp_path / "t.parquet")
    (file,) = discover([tmp_path / "t.parquet"], tmp_path / "s").files
    table = open_table(file)
    assert table.estimated_rows() == 120_000
    rest = pa.Table.from_batches(table.batches(pytest.fail, skip_rows=70_000))
    assert (rest["_row"][0].as_py(), rest["n"][0].as_py(), rest.num_rows) == (70_001, "70000", 50_000)


def test_a_cut_off_parquet_file_is_refused(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": [1, 2]}), tmp_path / "t.parquet")
    content = (tmp_path / "t.parquet").read_bytes()
    (tmp_path / "t.parquet").write_bytes(content[:-9])
    (file,) = discover([tmp_path / "t.parquet"], tmp_path / "s").files
    with pytest.raises(InputError, match=r"t\.parquet: the Parquet file is broken or cut off. Fetch it again"):
        open_table(file)


def test_excel_cells_become_text_and_blank_lines_are_no_records(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["id", "when", "at", "score", "ok", "id", None],
        [12345678901, AT, dt.time(9, 30), 1.5, True, "x", "y"],
        [],
        [2, dt.date(2024, 1, 3), None, 3.0, False, "", None],
    ):
        book.active.append(row)
    book.save(tmp_path / "Calls.xlsx")
    found = discover([tmp_path / "Calls.xlsx"], tmp_path / "s")
    assert found.files[0].stem == "calls"
    first, second = _rows(found)
    assert first == {
        "_row": 2,
        "id": "12345678901",
        "when": "2024-01-02 03:04:05",
        "at": "09:30:00",
        "score": "1.5",
        "ok": "true",
        "id_2": "x",
        "column_7": "y",
    }
    assert (second["_row"], second["score"], second["ok"], second["id_2"]) == (4, "3", "false", None)


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(InputError, match=r"t\.xls: the workbook can't be opened.*export the sheet as CSV"):
        discover([tmp_path / "t.xls"], tmp_path / "s")
