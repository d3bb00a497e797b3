"""Writes one export's rows to its file, the same bytes on every machine, with the dirt that real exports have."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clew.simulator.chance import Chance

Row = dict[str, object]


@dataclass(frozen=True)
class Sheet:
    """One file to be: its path in the company's folder, its rows, and how many of them repeat others or are broken.

    Rows go to JSON lines when the path ends in ``.jsonl`` (fields that are None are left out), else to CSV.
    """

    path: str
    rows: Sequence[Row]
    delimiter: str = ","
    duplicates: int = 0
    broken: int = 0

    def write(self, folder: Path) -> Path:
        """Write the file under ``folder`` and return its path."""
        path = folder / self.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((self._lines() if path.suffix == ".jsonl" else self._table()).encode("utf-8"))
        return path

    def _lines(self) -> str:
        kept = ({name: value for name, value in row.items() if value is not None} for row in self.rows)
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)

    def _table(self) -> str:
        text = io.StringIO()
        columns = list(self.rows[0]) if self.rows else []
        writer = csv.DictWriter(text, columns, delimiter=self.delimiter, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return text.getvalue()


def soiled(sheet: Sheet, chance: Chance, spoil: Callable[[Row, int], Row | None]) -> Sheet:
    """Return the sheet with about three rows in a thousand written twice, and nine more that nobody can read rightly.

    ``spoil`` makes a broken row out of a good one and a number of its own, or None where it can't; the good one stays.
    """
    rows: list[Row] = []
    duplicates = broken = 0
    for row in sheet.rows:
        rows.append(row)
        if chance.happens(3):
            rows.append(row)
            duplicates += 1
        spoilt = spoil(row, broken + 1) if chance.happens(9) else None
        if spoilt is not None:
            rows.append(spoilt)
            broken += 1
    return Sheet(sheet.path, rows, sheet.delimiter, duplicates, broken)
