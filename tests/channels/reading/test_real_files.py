"""The real files beside the project are read to the last row."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from clew.channels.reading import BadRow, discover, open_table


def _count(path: Path, scratch: Path) -> dict[str, int]:
    """Rows by file; a single bad row fails the test."""
    found = discover([path], scratch)
    return {file.name: sum(b.num_rows for b in open_table(file).batches(pytest.fail)) for file in found.files}


def test_the_service_desk_log_has_141712_rows(shared_data: Path, tmp_path: Path) -> None:
    assert list(_count(shared_data / "service_desk_incidents", tmp_path).values()) == [141_712]


def test_the_tweets_are_as_many_as_their_own_index_says(shared_data: Path, tmp_path: Path) -> None:
    # 5,001 rows are what readers count that tear row 2486 in two at the carriage returns inside its text; the file's own
    # first column runs from 0 to 4999 without a gap, and the torn half has no id: it is refused as part of that row.
    (file,) = discover([shared_data / "support_tweets" / "twcs.csv"], tmp_path).files
    bad: list[BadRow] = []
    index = [int(row["column_1"]) for b in open_table(file).batches(bad.append) for row in b.to_pylist()]
    assert index == list(range(5000))
    assert [(row.row, row.verdict) for row in bad] == [(2487, "refused")]


def test_the_dialogues_are_6652(shared_data: Path, tmp_path: Path) -> None:
    assert list(_count(shared_data / "support_dialogues" / "star_dialogues.jsonl.gz", tmp_path).values()) == [6652]


def test_every_vendor_table_has_as_many_rows_as_python_counts(shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "vendor_exports"
    counted = {}
    for path in folder.rglob("*.csv"):
        with path.open(newline="", encoding="utf-8-sig") as stream:
            counted[str(Path("vendor_exports") / path.relative_to(folder))] = (
                sum(1 for row in csv.reader(stream) if row) - 1
            )
    assert len(counted) > 200
    assert _count(folder, tmp_path) == counted
