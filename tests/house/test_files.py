"""What holds for every file of the project: short enough to read, and the same on every machine."""

from __future__ import annotations

import re
from pathlib import Path

from tests.house.project_files import project_files
from tools.check_length import too_long

#: Written in two halves, so that this file doesn't hold what it forbids.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("deb", "debian"),
        ("archive", "ubuntu"),
        ("conda", "anaconda"),
        ("crates", "io"),
        ("proxy", "golang"),
    )
]
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.])/(?:home|Users|root)/\w")


def test_no_python_file_is_longer_than_a_reader_will_follow() -> None:
    assert too_long() == []


def test_the_cap_on_length_names_the_file_its_lines_and_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "fits.py").write_text("x = 1\n" * 300)
    (tmp_path / "src" / "hub.py").write_text("x = 1\n" * 301)

    assert too_long(tmp_path) == ["src/hub.py has 301 lines; at most 300. Split it where it has a second idea."]


def test_no_file_names_a_package_registry() -> None:
    named = [(path, host) for path, text in project_files() for host in REGISTRIES if host in text]

    assert named == [], "packages come from whatever registry the machine's own clients are set to"


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    named = [(path, found.group()) for path, text in project_files() if (found := SOMEBODYS_FOLDER.search(text))]

    assert named == []


def test_the_files_that_are_looked_at_are_the_projects() -> None:
    paths = {path for path, _ in project_files()}

    assert {"Makefile", ".ci/run", "requirements.lock", "src/clew/__init__.py", "docs/plan.md"} <= paths
    assert not {path for path in paths if path.startswith((".venv/", ".git/"))}
