"""What the tests of reading share: write bytes, find them, read them, and see good and bad rows apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from clew.channels.reading import BadRow, InputFile, Limits, RawTable, Reading, discover, open_table


@dataclass
class Read:
    """Everything a file gave: its table, the good rows as dictionaries, the bad ones."""

    file: InputFile
    table: RawTable
    rows: list[dict[str, str | int | None]]
    bad: list[BadRow]

    @property
    def values(self) -> list[tuple[str | int | None, ...]]:
        return [tuple(value for key, value in row.items() if key != "_row") for row in self.rows]


AS_FOUND, USUAL = Reading(), Limits()
ReadBytes = Callable[..., Read]


@pytest.fixture
def read(tmp_path: Path) -> ReadBytes:
    """Write the content under a name, discover it, and read it to the end."""

    def run(content: bytes, name: str = "t.csv", reading: Reading = AS_FOUND, limits: Limits = USUAL) -> Read:
        path = tmp_path / name
        path.write_bytes(content)
        (file,) = discover([path], tmp_path / "scratch", limits, reading).files
        table = open_table(file, reading, limits)
        bad: list[BadRow] = []
        rows = [row for batch in table.batches(bad.append) for row in batch.to_pylist()]
        return Read(file, table, rows, bad)

    return run
