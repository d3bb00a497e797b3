"""Where the demo is made: anew over an earlier one, and never over anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.app.demo import run_demo
from clew.model import WorkspaceError


def refused(place: Path) -> None:
    with pytest.raises(WorkspaceError, match="no demo of Clew's"):
        run_demo(place, lambda *_: None, lambda _: None, lambda _: None)


def test_a_folder_that_holds_something_else_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    refused(tmp_path)
    assert (tmp_path / "letter.txt").read_text() == "mine"


def test_a_file_where_the_demo_would_be_made_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    refused(tmp_path / "letter.txt")
    assert (tmp_path / "letter.txt").read_text() == "mine"
