"""What a table is that rooms hand each other: its name, what one row is, and its columns with their types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "int64", "float64", "boolean", "array<string>"]


@dataclass(frozen=True)
class TableContract:
    """A table's name, its grain in words, and its columns in order."""

    name: str
    grain: str
    columns: dict[str, ColumnType]
