"""What a written company consists of: files with their rows, and how much truth lies beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from clew.simulator.export import Verdict
from clew.simulator.lived import Order


@dataclass(frozen=True)
class FileRows:
    """One exported file, as seen from ``exports/``, and its rows by what they are (headers count as none).

    An interaction may be told by several files; duplicates repeat a row, broken ones can't be read as what they were
    meant to be, noise is of nobody, records describe customers, tickets or calls and are no interactions.
    """

    path: str
    by_verdict: dict[Verdict, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(self.by_verdict.values())

    def of(self, verdict: Verdict) -> int:
        """Return the rows of one verdict."""
        return self.by_verdict.get(verdict, 0)

    def plus(self, more: dict[Verdict, int]) -> FileRows:
        """Return the file with one block's rows added."""
        both = dict.fromkeys((*self.by_verdict, *more))
        return FileRows(self.path, {verdict: self.of(verdict) + more.get(verdict, 0) for verdict in both})


@dataclass(frozen=True)
class Company:
    """A company that was written: where, by which order, its files in order of their paths, and rows by truth table."""

    folder: Path
    order: Order
    files: tuple[FileRows, ...]
    truth: dict[str, int]

    @property
    def rows(self) -> int:
        """All rows of all exports."""
        return sum(file.rows for file in self.files)

    @property
    def people(self) -> int:
        """The company's customers."""
        return self.truth["people"]

    @property
    def journeys(self) -> int:
        """Journeys that began in the period."""
        return self.truth["journeys"]

    @property
    def interactions(self) -> int:
        """Interactions that some export tells."""
        return self.truth["interactions"]
