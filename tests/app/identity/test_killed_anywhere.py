"""Whoever is stopped between any two writes of an import, a decision or a build gets the same customers by going on.

A stop is an exception here that nothing catches and after which nothing can be written; tests/app/test_interrupted.py kills
processes for good, at fewer places.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

import clew
from clew.app.building import build
from clew.app.identity.deciding import say
from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import Workspace
from clew.store import Journal, Warehouse
from tests.lanes import spread

ROWS = (
    "n1,2026-03-01T10:00:00Z,mia@x.org,a1,d1",
    "n2,2026-03-01T11:00:00Z,mia@x.org,a2,",
    "n3,2026-03-02T10:00:00Z,bo@x.org,,d2",
    "n4,2026-03-02T11:00:00Z,cy@x.org,,d2",
    "n5,2026-03-03T10:00:00Z,,a1,d3",
)
pytestmark = pytest.mark.faults
COLUMNS = ("source_id", "occurred_at", "email", "account", "device")
#: The first write that may be a build's.
IMPORT = 5
NEVER = 1_000_000
WORDS = (("account:a1", "account:a2", "same"), ("email:bo@x.org", "device:d2", "different"))


class Stopped(BaseException):
    """The process is gone."""


@dataclass
class Writes:
    """How many writes there were."""

    count: int = 0


@contextmanager
def stopped_at(number: int, patched: pytest.MonkeyPatch) -> Iterator[Writes]:
    """Stop at the write of this number: a table's file, or a change of the journal, once before and once after its commit."""
    written = Writes()
    write, transaction = Warehouse.write, Journal.transaction

    def point() -> None:
        written.count += 1
        if written.count >= number:
            raise Stopped

    def write_a_file(self: Warehouse, *words: object) -> str:
        path = write(self, *words)  # type: ignore[arg-type]
        point()
        return path

    @contextmanager
    def change_the_journal(self: Journal) -> Iterator[sa.Connection]:
        with transaction(self) as connection:
            raw = connection.connection.driver_connection
            before = raw.total_changes  # type: ignore[union-attr]
            yield connection
            has_changed = raw.total_changes > before  # type: ignore[union-attr]
            if has_changed:
                point()
        if has_changed:
            point()

    with patched.context() as patch:
        patch.setattr(Warehouse, "write", write_a_file)
        patch.setattr(Journal, "transaction", change_the_journal)
        yield written


def do_everything(folder: Path, workspace: Path) -> dict[str, str]:
    """Import, decide and build, as whoever was stopped does it again, and return each identifier's customer."""
    place = Workspace(workspace)
    try:
        run_import(place, ImportOrder([folder / "desk.csv"], mapping=folder / "desk.toml"))
        build(place)
        for a, b, verdict in WORDS:
            say(place, a, b, verdict, reason="asked", author="test")  # type: ignore[arg-type]
        build(place)
        with place.session() as connection:
            return dict(connection.execute("SELECT identifier, customer_id FROM customers").fetchall())
    finally:
        place.close()


def test_a_stop_between_any_two_writes_leads_to_the_same_customers_once_the_same_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clew.create(tmp_path / "base")
    columns = "\n".join(f'{name} = "{name}"' for name in COLUMNS)
    mapping = f'connector = "table"\nsource = "desk"\n[columns]\n{columns}\n[constants]\nchannel = "chat"\n'
    (tmp_path / "desk.toml").write_text(mapping, encoding="utf-8")
    (tmp_path / "desk.csv").write_text("\n".join([",".join(COLUMNS), *ROWS]) + "\n", encoding="utf-8")
    shutil.copytree(tmp_path / "base", tmp_path / "whole")
    with stopped_at(NEVER, monkeypatch) as writes:
        whole = do_everything(tmp_path, tmp_path / "whole")
    assert whole["account:a1"] == whole["account:a2"]
    assert whole["email:bo@x.org"] != whole["device:d2"]

    # An import writes little: all of its points are tried. A build writes its tables one after the other in the same way: in
    # the short form, some of its points are enough.
    points = [*range(1, IMPORT), *spread("faults", range(IMPORT, writes.count + 1), 4)]
    found: dict[int, dict[str, str]] = {}
    for number in points:
        workspace = tmp_path / f"stopped{number}"
        shutil.copytree(tmp_path / "base", workspace)
        with stopped_at(number, monkeypatch), pytest.raises(Stopped):
            do_everything(tmp_path, workspace)
        found[number] = do_everything(tmp_path, workspace)
        shutil.rmtree(workspace)
    assert len(found) > 6
    assert {number for number, each in found.items() if each != whole} == set()
