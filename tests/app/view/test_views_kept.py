"""What a view reads stays while it is read, is the build's own, and a view that can't be opened says so and is tried again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from clew.app.building import build
from clew.app.importing import ImportOrder, run_import
from clew.app.settings.changing import change_settings
from clew.app.starting_over import take_back
from clew.app.view import Opening, View, Views
from clew.app.workspace import Workspace, create_workspace
from clew.channels import source_ledgers
from clew.store import latest_build

CALLS = "call_id,started,phone,direction\n" + "".join(
    f"c{n},2026-03-{n % 27 + 1:02} 10:00:00,+1415555{n % 20:04},inbound\n" for n in range(60)
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop with its calls, built; tests get copies."""
    folder = tmp_path_factory.mktemp("shop")
    made = create_workspace(folder / "shop")
    (folder / "calls.csv").write_text(CALLS)
    run_import(made, ImportOrder([folder / "calls.csv"]))
    build(made)
    made.close()
    return made.folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Workspace:
    return Workspace(Path(shutil.copytree(built, tmp_path / "shop")))


def _texts(view: View) -> int:
    with view.session() as connection:
        return int(connection.execute("SELECT count(*) FROM interactions").fetchall()[0][0])


def test_what_was_taken_back_stays_for_whoever_reads_the_build_made_from_it(workspace: Workspace) -> None:
    views = Views(workspace)
    view = views.wait()
    assert isinstance(view, View)
    (ledger,) = source_ledgers(workspace.journal)
    take_back(workspace, ledger.source)
    workspace.sweep()
    assert views.current() is view
    assert _texts(view) == 60

    build(workspace)
    workspace.sweep()
    assert _texts(view) == 60, "the newest build is not an hour old: somebody may still be reading the one before"
    views.close()


def test_an_hour_after_the_next_build_nothing_is_left_of_what_was_taken_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (ledger,) = source_ledgers(workspace.journal)
    take_back(workspace, ledger.source)
    build(workspace)
    monkeypatch.setattr("clew.app.workspace.READ_ON_US", 0)
    assert workspace.sweep() > 0
    assert not list((workspace.warehouse.root / "interactions").iterdir())


def test_numbers_are_made_with_the_settings_of_their_build(workspace: Workspace) -> None:
    windows = replace(workspace.settings.windows, repeat_days=1)
    change_settings(workspace, replace(workspace.settings, windows=windows))
    again = Workspace(workspace.folder)
    assert again.settings.windows.repeat_days == 1
    views = Views(again)
    view = views.wait()
    assert isinstance(view, View)
    assert view.settings.windows.repeat_days == 7, "the build was made before"
    before = view.version
    build(again)
    anew = views.wait()
    assert isinstance(anew, View)
    assert anew.settings.windows.repeat_days == 1
    assert anew.version != before
    views.close()


def test_a_build_that_cannot_be_opened_says_so_and_is_tried_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = latest_build(workspace.journal)
    assert made is not None
    file = workspace.warehouse.root / made.files["interactions" if "interactions" in made.files else "journeys"]
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    views = Views(workspace)
    failed = views.wait()
    assert isinstance(failed, Opening)
    assert failed.state == "failed"
    file.write_bytes(whole)
    assert isinstance(views.wait(), Opening), "not at once: a build that fails takes seconds of everybody's time"
    monkeypatch.setattr(views, "_again_from", 0.0)
    assert isinstance(views.wait(), View)
    views.close()


def test_a_view_whose_files_are_gone_is_no_view(workspace: Workspace) -> None:
    views = Views(workspace)
    assert isinstance(views.wait(), View)
    for part in (workspace.warehouse.root / "interactions").iterdir():
        part.unlink()
    assert isinstance(views.current(), Opening)
    failed = views.wait()
    assert isinstance(failed, Opening)
    assert failed.state == "failed"
    views.close()
