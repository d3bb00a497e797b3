"""Two tabs of one person are one visit: what changed since the last one stays the same in both."""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sqlalchemy as sa

from clew.app.view import View, Views
from clew.app.view.overview.visits import SAME_VISIT_US, Visit, changes, last_visits, note_visit
from clew.app.workspace import Workspace
from clew.store import visits

NOON = 1_795_348_800_000_000
TABS = 6


def test_tabs_that_open_at_once_are_one_visit(company: Workspace, tmp_path: Path) -> None:
    own, view = _own(company, tmp_path)
    note_visit(own.journal, view, "mia", NOON - 10 * SAME_VISIT_US)
    all_here = threading.Barrier(TABS)

    def tab(number: int) -> Visit:
        all_here.wait(20)
        return note_visit(own.journal, view, "mia", NOON + number)

    with ThreadPoolExecutor(TABS) as tabs:
        noted = list(tabs.map(tab, range(TABS)))

    assert len({visit.id for visit in noted}) == 1
    assert len(last_visits(own.journal, "mia")) == 2
    own.close()


def test_visits_of_the_last_hour_are_never_the_last_visit(company: Workspace, tmp_path: Path) -> None:
    own, view = _own(company, tmp_path)
    first = note_visit(own.journal, view, "mia", NOON - 10 * SAME_VISIT_US)
    row = {"author": "mia", "build_digest": view.version, "seen": "{}"}
    with own.journal.transaction() as connection:  # as an earlier Clew noted them
        connection.execute(sa.insert(visits), [{**row, "at_us": NOON + number} for number in range(3)])
    found = changes(own.journal, view, "mia", NOON + 10)

    assert found is not None
    assert found.since_us == first.at_us
    own.close()


def _own(company: Workspace, folder: Path) -> tuple[Workspace, View]:
    company.journal.close()
    shutil.copytree(company.folder, folder / "own")
    workspace = Workspace(folder / "own")
    view = Views(workspace).wait()
    assert isinstance(view, View)
    return workspace, view
