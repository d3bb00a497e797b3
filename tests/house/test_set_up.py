"""Setting up on a machine that lacks something ends with a sentence that says what to install."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.project_files import ROOT
from tools import set_up


def search(python: str, *script: str) -> subprocess.CompletedProcess[str]:
    """Run the search for a Python among the given names only."""
    command = ["/bin/sh", str(ROOT / "tools" / "with_python.sh"), *script]
    return subprocess.run(command, env={"PYTHON": python, "PATH": ""}, capture_output=True, text=True, check=False)


def stand_in(folder: Path, body: str) -> str:
    """Make a command that stands in for some machine's Python."""
    file = folder / "python3"
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)
    return str(file)


def test_the_first_python_that_fits_runs_the_script(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("print('it ran')")

    assert search(f"no-such-python {sys.executable}", str(script)).stdout == "it ran\n"


def test_a_machine_without_python_is_told_what_to_install() -> None:
    answer = search("no-such-python", "script.py")

    assert answer.returncode == 1
    assert "Clew needs Python 3.11 or newer; none was found" in answer.stderr
    assert "apt-get install python3 python3-venv" in answer.stderr


def test_a_machine_with_an_older_python_is_told_which_it_has(tmp_path: Path) -> None:
    older = stand_in(tmp_path, 'case "$2" in *exit*) exit 1;; *print*) echo 3.9;; esac')

    answer = search(older, "script.py")

    assert answer.returncode == 1
    assert "Clew needs Python 3.11 or newer; this machine has 3.9" in answer.stderr


def test_a_python_that_cant_make_environments_is_told_the_package(tmp_path: Path) -> None:
    lean = stand_in(tmp_path, 'case "$2" in *ensurepip*) exit 1;; esac')

    answer = search(lean, "script.py")

    assert answer.returncode == 1
    assert "apt-get install python3-venv" in answer.stderr


def test_an_environment_that_was_not_finished_counts_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(set_up, "STAMP", tmp_path / ".clew-ready")
    assert set_up.stamped() == ("", "")

    (tmp_path / ".clew-ready").write_text("half")
    assert set_up.stamped() == ("", "")

    (tmp_path / ".clew-ready").write_text("/some/place\nabc\n")
    assert set_up.stamped() == ("/some/place", "abc")


def test_a_python_that_belongs_to_another_folder_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_up, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(set_up, "PYTHON", Path(sys.executable))
    assert not set_up.starts()

    monkeypatch.setattr(set_up, "ENVIRONMENT", Path(sys.prefix))
    assert set_up.starts()

    monkeypatch.setattr(set_up, "PYTHON", tmp_path / "gone")
    assert not set_up.starts()


def test_the_lock_pins_every_package_with_a_hash() -> None:
    for lock in (set_up.LOCK, set_up.UV_LOCK):
        entries = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        assert entries
        assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert set_up.packages_in(set_up.UV_LOCK) == 1
