"""A folder is there as a whole or not at all, and what isn't ours is never touched."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from clew.model import StorageError, UsageError
from clew.simulator.writing.unfinished import unfinished


def fill(folder: Path, text: str) -> None:
    with unfinished(folder, "mark") as hidden:
        (hidden / "mark").write_text(text)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_nothing_is_seen_under_the_name_before_the_end(tmp_path: Path) -> None:
    with unfinished(tmp_path / "made", "mark") as hidden:
        (hidden / "mark").write_text("x")
        assert not (tmp_path / "made").exists()
    assert names(tmp_path) == ["made"]
    assert names(tmp_path / "made") == ["mark"]


def test_an_earlier_one_is_replaced_at_the_end_only_and_leaves_nothing_behind(tmp_path: Path) -> None:
    fill(tmp_path / "made", "first")
    with unfinished(tmp_path / "made", "mark") as hidden:
        (hidden / "mark").write_text("second")
        assert (tmp_path / "made" / "mark").read_text() == "first"
    assert (tmp_path / "made" / "mark").read_text() == "second"
    assert names(tmp_path) == ["made"]


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ValueError])
def test_a_failure_leaves_what_was_there_before(tmp_path: Path, failure: type[BaseException]) -> None:
    fill(tmp_path / "made", "first")
    with pytest.raises(failure), unfinished(tmp_path / "made", "mark") as hidden:
        (hidden / "mark").write_text("second")
        raise failure
    assert (tmp_path / "made" / "mark").read_text() == "first"
    assert names(tmp_path) == ["made"]


def test_an_empty_folder_and_one_in_absent_folders_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    fill(tmp_path / "empty", "x")
    fill(tmp_path / "a" / "b" / "made", "x")
    assert (tmp_path / "empty" / "mark").exists()
    assert (tmp_path / "a" / "b" / "made" / "mark").exists()


def test_a_folder_with_anything_else_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "love.txt").write_text("dear")
    with pytest.raises(UsageError, match="name another folder"):
        fill(tmp_path / "letters", "x")
    with pytest.raises(UsageError, match="name another folder"):
        fill(tmp_path / "letters" / "love.txt", "x")
    assert names(tmp_path / "letters") == ["love.txt"]


def test_a_full_disk_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="full: free some space"), unfinished(tmp_path / "made", "mark"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert names(tmp_path) == []
