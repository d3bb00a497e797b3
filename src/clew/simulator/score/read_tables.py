"""Reads truth and submissions from their folders, and says of a file that doesn't fit what was expected and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import polars as pl

from clew.model import InputError
from clew.simulator.score.checked import checked
from clew.simulator.score.submission import SUBMISSION, SubmissionTable
from clew.simulator.truth_tables import TRUTH, TruthTable, TruthType

TYPES: dict[TruthType, pl.DataType] = {
    "string": pl.String(),
    "int64": pl.Int64(),
    "float64": pl.Float64(),
    "boolean": pl.Boolean(),
    "array<string>": pl.List(pl.String()),
}
ENDINGS = (".parquet", ".csv")


class Tables(Mapping[str, pl.DataFrame]):
    """Tables by name, each read when it is first asked for."""

    def __init__(self, readers: Mapping[str, Callable[[], pl.DataFrame]]) -> None:
        """Remember how to read each."""
        self._readers = dict(readers)
        self._read: dict[str, pl.DataFrame] = {}

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Return a table; KeyError when there is none of this name."""
        if name not in self._read:
            self._read[name] = self._readers[name]()
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._readers)

    def __len__(self) -> int:
        """Count the tables."""
        return len(self._readers)


def read_truth(folder: Path) -> Tables:
    """Open the planted truth in ``folder``; InputError names each file that is missing or broken, and the remedy.

    Every file is opened at once, though read only when it is asked for: a broken one is noticed even if nothing needs it.
    """
    missing = [f"{table.name}.parquet" for table in TRUTH if not (folder / f"{table.name}.parquet").is_file()]
    if missing:
        raise InputError(
            f"{folder} lacks {_listed(missing)}. Name the folder that 'clew simulate --out DIR' wrote, or write it anew."
        )

    def reader(table: TruthTable, path: Path) -> Callable[[], pl.DataFrame]:
        _expect(table, _columns(path), path)
        return lambda: _typed(_parquet(path), table, path)

    return Tables({table.name: reader(table, folder / f"{table.name}.parquet") for table in TRUTH})


def read_submission(folder: Path) -> Tables:
    """Read what a system handed in; InputError names the file, the column and what was expected."""
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder. A submission is a folder of tables: docs/scoring.md lists them.")
    known = {table.name: table for table in SUBMISSION}
    found: dict[str, pl.DataFrame] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in ENDINGS:
            continue
        if path.stem not in known:
            raise InputError(f"{path} is none of the tables of a submission. Known: {', '.join(known)}.")
        if path.stem in found:
            raise InputError(f"{folder} holds {path.stem} twice, as .csv and as .parquet. Leave one of them.")
        raw = _parquet(path) if path.suffix == ".parquet" else _csv(path)
        found[path.stem] = checked(_typed(raw, known[path.stem], path), known[path.stem], path)
    if not found:
        raise InputError(f"{folder} holds no table of a submission. Known: {', '.join(known)} (.parquet or .csv).")
    return tables_of(found)


def tables_of(frames: Mapping[str, pl.DataFrame]) -> Tables:
    """Return tables that are in memory already, as they are."""

    def reader(frame: pl.DataFrame) -> Callable[[], pl.DataFrame]:
        return lambda: frame

    return Tables({name: reader(frame) for name, frame in frames.items()})


def _listed(files: list[str]) -> str:
    """Name the files that are missing: all of them, or those that come first."""
    if len(files) == len(TRUTH):
        return f"all {len(files)} files of the truth ({files[0]} and others)"
    return f"the truth's {', '.join(files)}"


def _columns(path: Path) -> list[str]:
    """Return the names of the columns, without reading the rows."""
    try:
        return list(pl.read_parquet_schema(path))
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _unreadable(path, error) from error


def _parquet(path: Path) -> pl.DataFrame:
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> InputError:
    return InputError(f"{path} is no readable Parquet file ({type(error).__name__}). Write it anew.")


def _csv(path: Path) -> pl.DataFrame:
    try:
        return pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(
            f"{path} is no readable CSV file ({type(error).__name__}). Expected: a line of column names, then rows, in UTF-8."
        ) from error


def _typed(frame: pl.DataFrame, table: TruthTable | SubmissionTable, path: Path) -> pl.DataFrame:
    """Return the contract's columns in its types; columns of no meaning are dropped, optional ones may be absent."""
    _expect(table, frame.columns, path)
    columns = {name: TYPES[kind] for name, (kind, _) in table.columns.items() if name in frame.columns}
    return pl.DataFrame([_cast(frame[name], kind, path) for name, kind in columns.items()])


def _expect(table: TruthTable | SubmissionTable, columns: list[str], path: Path) -> None:
    """Raise InputError when a column that is needed isn't there."""
    optional = table.optional if isinstance(table, SubmissionTable) else ()
    missing = [name for name in table.columns if name not in columns and name not in optional]
    if missing:
        raise InputError(f"{path} lacks the columns {', '.join(missing)}. Expected: {', '.join(table.columns)}.")


def _cast(column: pl.Series, kind: pl.DataType, path: Path) -> pl.Series:
    texts = column.dtype == pl.String
    if texts and isinstance(kind, pl.List):
        return column.str.split(";").list.eval(pl.element().filter(pl.element() != ""))
    if texts and kind == pl.Boolean:
        words = {"true": True, "false": False, "1": True, "0": False}
        cast = column.str.to_lowercase().replace_strict(words, default=None, return_dtype=pl.Boolean)
    else:
        cast = column.cast(kind, strict=False)
    if kind == pl.Float64:
        cast = cast.fill_nan(None)
    bad = (cast.is_null() & column.is_not_null() & (column.fill_null("") != "" if texts else True)).arg_true()
    if len(bad):
        raise InputError(
            f"{path}, row {bad[0] + 1}, column {column.name}: expected {kind}. Mend it there, or leave it empty."
        )
    return cast
