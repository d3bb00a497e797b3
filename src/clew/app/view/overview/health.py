"""Whether the data can be trusted: what each source's rows became, how fresh it is, and what isn't in the numbers yet."""

from __future__ import annotations

from dataclasses import dataclass

from clew.app.building import is_current
from clew.app.mapping_out import REFUSED
from clew.app.view.view import View
from clew.app.workspace import Workspace
from clew.channels import LedgerLine, Tally, source_ledgers


@dataclass(frozen=True)
class SourceHealth:
    """One source: its rows by what became of them, files that aren't imported whole, and its newest moment in the view."""

    source: str
    tally: Tally
    files: int
    unfinished: int
    newest_us: int | None


@dataclass(frozen=True)
class Health:
    """Every source, files refused as a whole, and whether the numbers shown are made from all that is stored."""

    sources: tuple[SourceHealth, ...]
    refused_files: int
    is_current: bool

    @property
    def total(self) -> Tally:
        """All sources together."""
        return sum((each.tally for each in self.sources), Tally())


def health(workspace: Workspace, view: View | None) -> Health:
    """Return the state of the data; without a view nothing is known of how fresh they are."""
    newest = _newest(view) if view is not None else {}
    ledgers = source_ledgers(workspace.journal)
    return Health(
        tuple(
            SourceHealth(each.source, each.tally, len(each.files), _unfinished(each.files), newest.get(each.source))
            for each in ledgers
            if each.source != REFUSED
        ),
        sum(line.state == "refused" for each in ledgers for line in each.files),
        is_current(workspace),
    )


def _unfinished(files: tuple[LedgerLine, ...]) -> int:
    return sum(line.state == "running" for line in files)


def _newest(view: View) -> dict[str, int]:
    """Return the newest moment of each source's interactions."""

    def ask() -> dict[str, int]:
        with view.session() as connection:
            query = "SELECT source, max(occurred_us) FROM interactions GROUP BY source"
            return dict(connection.execute(query).fetchall())

    return view.remembered("newest moment by source", ask)
