"""The real sets, imported once with no configuration, and shared by every worker of a test run."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

import clew
from clew.app.workspace import Workspace

WAIT_SECONDS = 300


@pytest.fixture(scope="session")
def three_sets(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the incident log, the dialogues and the tweets, just as Clew guesses them."""

    def make(folder: Path) -> None:
        with clew.create(folder) as workspace:
            workspace.import_files(
                shared_data / "service_desk_incidents",
                shared_data / "support_dialogues",
                shared_data / "support_tweets" / "twcs.csv",
            )
            workspace.build()

    return made_once(tmp_path_factory, "three_sets", make)


@pytest.fixture(scope="session")
def tables(three_sets: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A session on the tables that Clew made of the three sets."""
    workspace = Workspace(three_sets)
    with workspace.session() as connection:
        yield connection
    workspace.close()


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Make a folder once in a test run, however many workers ask for it; the others wait until it is there."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    folder, claim, outcome = root / name, root / f"{name}.claim", root / f"{name}.outcome"
    try:
        claim.mkdir()
    except FileExistsError:
        until = time.monotonic() + WAIT_SECONDS
        while not outcome.exists():
            assert time.monotonic() < until, f"nobody finished making {name}"
            time.sleep(0.2)
    else:
        try:
            make(folder)
        except BaseException:
            outcome.write_text("failed", encoding="utf-8")
            raise
        outcome.write_text("made", encoding="utf-8")
    assert outcome.read_text(encoding="utf-8") == "made", f"{name} could not be made: see the other worker's error"
    return folder
