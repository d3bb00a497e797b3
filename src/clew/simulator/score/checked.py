"""Refuses a submitted table that contradicts itself: empty keys, numbers out of range, one thing told in two ways."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from clew.model import InputError
from clew.simulator.score.submission import SubmissionTable

#: Words of a column that decide what a row is compared with.
WORDS = {("effects", "on"): ("all", "treated")}


def checked(frame: pl.DataFrame, table: SubmissionTable, path: Path) -> pl.DataFrame:
    """Return the table with exactly repeated rows once; InputError names file, row, column, what is off and the remedy.

    Rows are counted from 1, the line of column names of a CSV file aside.
    """
    for name in table.key:
        empty = pl.col(name).is_null() if frame.schema[name] != pl.String else pl.col(name).fill_null("") == ""
        _refuse(frame, empty, path, name, "a value is needed here. Fill it in, or leave the row out.")
    for name, kind in frame.schema.items():
        if kind == pl.Float64:
            _refuse(frame, pl.col(name).is_infinite(), path, name, "expected a finite number, or nothing.")
    for name, (lowest, highest) in table.within.items():
        if name in frame.columns:
            _refuse_outside(frame, path, name, lowest, highest)
    for low, high, orderly in (("low", "high", "at most"), ("start", "end", "less than")):
        if {low, high} <= set(frame.columns):
            off = pl.col(low) > pl.col(high) if orderly == "at most" else pl.col(low) >= pl.col(high)
            _refuse(frame, off, path, low, f"it has to be {orderly} {high}, which is", high)
    for (name, column), words in WORDS.items():
        if table.name == name and column in frame.columns:
            _refuse(
                frame, ~pl.col(column).is_in(words), path, column, f"allowed are {' and '.join(words)}, or nothing."
            )
    once = frame.unique(maintain_order=True)
    if once.select(table.key).is_duplicated().any():
        raise _contradiction(frame, table, path)
    return once


def _refuse_outside(frame: pl.DataFrame, path: Path, name: str, lowest: float, highest: float | None) -> None:
    allowed = f"{lowest:g} or more" if highest is None else f"{lowest:g} to {highest:g}"
    off = pl.col(name) < lowest
    if highest is not None:
        off = off | (pl.col(name) > highest)
    _refuse(frame, off, path, name, f"allowed is {allowed}.")


def _refuse(frame: pl.DataFrame, off: pl.Expr, path: Path, column: str, said: str, beside: str | None = None) -> None:
    """Raise InputError for the first row where ``off`` holds; ``beside`` names a second column whose value is told."""
    rows = frame.select(off.fill_null(False).arg_true()).to_series()
    if not len(rows):
        return
    row = int(rows[0])
    value = frame[column][row]
    told = "" if value is None or value == "" else f" is {value}"
    after = f" {frame[beside][row]}." if beside else ""
    more = f" ({len(rows):,} rows are like it)" if len(rows) > 1 else ""
    raise InputError(f"{path}, row {row + 1}, column {column}{told}: {said}{after}{more}")


def _contradiction(frame: pl.DataFrame, table: SubmissionTable, path: Path) -> InputError:
    """Return the error that names the first row which says otherwise what an earlier one said, and that row."""
    numbered = frame.with_row_index("_row").unique(list(frame.columns), keep="first", maintain_order=True)
    again = numbered.with_columns(_first=pl.col("_row").first().over(table.key))
    others = again.filter(pl.col("_row") != pl.col("_first"))
    row, first = others.select("_row", "_first").row(0)
    about = " and ".join(table.key)
    return InputError(
        f"{path}, row {row + 1}, column {table.key[0]}: the same {about} as in row {first + 1}, told differently. "
        f"{others.height:,} such rows. Keep one row for each {about}."
    )
