"""Finds the mapping that a table was read by before: its own, or that of an export of the same kind with another date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clew.channels.mapping import Mapping, check_mapping
from clew.channels.mapping_file import read_mapping
from clew.model import MappingError

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|mai|juni|juli|okt|dez"
_VARYING = re.compile(rf"\d+|(?<![a-z])(?:{_MONTHS}|copy|kopie|new|neu|final|latest|q)(?![a-z])|[^a-z]+")


@dataclass(frozen=True)
class Saved:
    """A mapping that fits a table, and why it was chosen, in words to show.

    ``clashes`` says that there is one of the table's own name, but for another table.
    """

    mapping: Mapping | None
    why: str = ""
    clashes: bool = False


def saved_mapping(folder: Path | None, source: str, columns: Sequence[str]) -> Saved:
    """Return the saved mapping for a table that would be the source ``source``; MappingError for one that can't be read."""
    if folder is None:
        return Saved(None)
    own = folder / f"{source}.toml"
    if own.exists():
        mapping = read_mapping(own)
        if _fits(mapping, columns):
            return Saved(mapping, f"read by mappings/{own.name}, as before")
        return Saved(None, clashes=True)
    for path in sorted(folder.glob("*.toml")):
        if _kind(path.stem) == _kind(source) and _fits(mapping := read_mapping(path), columns):
            return Saved(
                mapping, f"more of source {mapping.source}, by mappings/{path.name}: same columns, name but for a date"
            )
    return Saved(None)


def mapping_of_connector(folder: Path | None, source: str, connector: str) -> Mapping | None:
    """Return the saved mapping of a source that is read by this connector, or None."""
    path = folder / f"{source}.toml" if folder else None
    if path is None or not path.exists():
        return None
    mapping = read_mapping(path)
    return mapping if mapping.connector == connector else None


def _kind(name: str) -> str:
    """Return a source's name without what differs from export to export: numbers, months, "copy".

    >>> _kind("cases_2024_jan_1") == _kind("cases_feb")
    True
    """
    return _VARYING.sub("", name)


def _fits(mapping: Mapping, columns: Sequence[str]) -> bool:
    if mapping.connector != "table":
        return False
    try:
        check_mapping(mapping, columns)
    except MappingError:
        return False
    return True
