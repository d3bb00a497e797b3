"""What an import is about to do: which files, read as which tables of which connector, by which mapping."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from clew.channels.connector import Connector, Table
from clew.channels.mapping import Mapping
from clew.channels.reading import InputFile, RawTable


@dataclass(frozen=True)
class PlannedFile:
    """One file of a plan: the connector's table it is, opened."""

    file: InputFile
    raw: RawTable
    table: Table


@dataclass(frozen=True)
class Plan:
    """Files of one source that are imported together, because their queries join each other's tables.

    ``mapping_text`` is what the ledger keeps of the mapping, so that quarantined rows can be tried again later.
    ``source_named`` says that a person chose the source's name; else the same content under another name is the same file.
    """

    connector: Connector
    source: str
    mapping: Mapping
    files: tuple[PlannedFile, ...]
    mapping_text: str = ""
    source_named: bool = False

    @property
    def digest(self) -> str:
        """A digest of how the files are read; another one means another import."""
        return hashlib.sha256(repr((self.connector.name, self.source, self.mapping)).encode()).hexdigest()

    @property
    def missing(self) -> tuple[str, ...]:
        """The marks that stand for nothing in these files."""
        return tuple(dict.fromkeys((*self.connector.missing_marks, *self.mapping.missing)))

    @property
    def forced_times(self) -> dict[str, str]:
        """Time formats that a person set in the mapping, by draft column."""
        columns = self.mapping.columns
        forced = {
            field: self.mapping.times[column] for field, column in columns.items() if column in self.mapping.times
        }
        for milestone in self.mapping.milestones:
            if milestone.column in self.mapping.times:
                forced["occurred_at"] = self.mapping.times[milestone.column]
        return forced
