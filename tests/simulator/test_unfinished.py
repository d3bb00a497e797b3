"""A folder is there as a whole or not at all, and what isn't ours is never touched."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clew.model import StorageError, UsageError
from clew.simulator.writing.unfinished import unfinished

pytestmark = pytest.mark.faults


def card(*files: str, says: str = "") -> str:
    return json.dumps({"holds": ["mark", *files], "says": says})


def fill(folder: Path, text: str) -> None:
    with unfinished(folder, "mark") as hidden:
        (hidden / "truth").mkdir()
        (hidden / "truth" / "people.parquet").write_text(text)
        (hidden / "mark").write_text(card("truth/people.parquet", says=text))


def says(folder: Path) -> str:
    return json.loads((folder / "mark").read_text())["says"]


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
        (hidden / "mark").write_text(card(says="second"))
        assert says(tmp_path / "made") == "first"
    assert says(tmp_path / "made") == "second"
    assert names(tmp_path) == ["made"]


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ValueError])
def test_a_failure_leaves_what_was_there_before(tmp_path: Path, failure: type[BaseException]) -> None:
    fill(tmp_path / "made", "first")
    with pytest.raises(failure), unfinished(tmp_path / "made", "mark") as hidden:
        (hidden / "mark").write_text("second")
        raise failure
    assert says(tmp_path / "made") == "first"
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
    with (
        pytest.raises(StorageError, match="full: free some space and start again; nothing that was begun is kept"),
        unfinished(tmp_path / "made", "mark"),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert names(tmp_path) == []


@pytest.mark.parametrize("theirs", ["clew.toml", "truth/notes.txt", "shop/clew.toml", "truth/people.parquet.bak"])
def test_what_people_put_beside_ours_is_named_and_kept(tmp_path: Path, theirs: str) -> None:
    fill(tmp_path / "made", "first")
    (tmp_path / "made" / theirs).parent.mkdir(exist_ok=True)
    (tmp_path / "made" / theirs).write_text("mine")
    named = "shop/" if theirs.startswith("shop/") else theirs
    with pytest.raises(UsageError, match=f"that would be deleted with it: {named}. Nothing is touched: move that"):
        fill(tmp_path / "made", "second")
    assert says(tmp_path / "made") == "first"
    assert (tmp_path / "made" / theirs).read_text() == "mine"
    assert names(tmp_path) == ["made"]


def test_an_empty_folder_and_a_link_among_ours_count_too_but_not_what_desktops_leave(tmp_path: Path) -> None:
    fill(tmp_path / "made", "first")
    (tmp_path / "made" / ".DS_Store").write_text("")
    fill(tmp_path / "made", "second")
    (tmp_path / "made" / "plans").mkdir()
    with pytest.raises(UsageError, match="plans/"):
        fill(tmp_path / "made", "third")
    (tmp_path / "made" / "plans").rmdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "made" / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="link/"):
        fill(tmp_path / "made", "third")


def test_what_comes_while_it_is_made_is_kept_too(tmp_path: Path) -> None:
    fill(tmp_path / "made", "first")
    with pytest.raises(UsageError, match=r"letter\.txt"), unfinished(tmp_path / "made", "mark") as hidden:
        (hidden / "mark").write_text(card(says="second"))
        (tmp_path / "made" / "letter.txt").write_text("dear")
    assert says(tmp_path / "made") == "first"


def test_a_spoilt_card_vouches_for_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "made", "first")
    (tmp_path / "made" / "mark").write_text("{")
    with pytest.raises(UsageError, match="holds more than what was simulated"):
        fill(tmp_path / "made", "second")


KILLED = """
import os, signal, sys
from pathlib import Path
from clew.simulator.writing.unfinished import unfinished
with unfinished(Path(sys.argv[1]), "mark") as hidden:
    (hidden / "half").write_text("x")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
def test_what_a_killed_run_left_is_cleared_away_by_the_next_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "made"], check=False)
    assert ended.returncode == -signal.SIGKILL
    (dead,) = tmp_path.iterdir()
    with unfinished(tmp_path / "made", "mark") as living:
        assert not dead.exists()
        fill(tmp_path / "other", "x")
        fill(tmp_path / "made", "x")
        assert living.is_dir()
        (living / "truth").mkdir()
        (living / "mark").write_text(card())
    assert names(tmp_path) == ["made", "other"]


def test_a_folder_that_cant_be_one_is_told_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "nowhere").symlink_to(tmp_path / "absent")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    for folder, saying in (
        (Path(), "the folder that you are in"),
        (Path(".."), "or one around it"),
        (Path("/"), "or one around it"),
        (tmp_path / "nowhere", "a link that leads nowhere: remove it"),
        (tmp_path / "nowhere" / "made", "a broken link: name another"),
        (tmp_path / "loop", "a link that leads nowhere: remove it"),
        (tmp_path / "file" / "made", "something on the way to it is a file"),
        (tmp_path / ("x" * 250), "too long a name for this disk: choose a shorter one"),
        (tmp_path / ("x" * 300), "too long a name for this disk: choose a shorter one"),
    ):
        with pytest.raises(UsageError, match=saying):
            fill(folder, "x")
    assert names(tmp_path) == ["file", "home", "loop", "nowhere"]
