"""The commands hand out and erase one customer, ask before they do, and end as every command does."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from clew.app.mapping_out import make_map
from clew.app.workspace import Workspace
from tests.app.identity.shop import found_in, shop
from tests.cli.running import Said, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shop(tmp_path).path


def say(folder: Path, *words: str | Path) -> Said:
    return run("customers", *words, "-w", folder)


def test_export_writes_one_file_and_says_what_it_holds(folder: Path, tmp_path: Path) -> None:
    said = say(folder, "export", "mia@x.org", "--to", tmp_path / "mia.zip")
    assert said.code == 0
    assert "3 interactions" in said.all
    assert "README.txt" in zipfile.ZipFile(tmp_path / "mia.zip").namelist()
    assert (tmp_path / "mia.zip").stat().st_mode & 0o077 == 0
    assert say(folder, "export", "mia@x.org", "--to", tmp_path / "mia.zip", "--json").json()["counts"]["steps"] == 3


def test_erase_asks_and_does_nothing_without_a_yes(folder: Path) -> None:
    said = say(folder, "erase", "mia@x.org", "--reason", "asked")
    assert said.code == 1
    assert "3 interactions and 0 records" in said.all
    assert found_in(folder) != []


def test_erase_says_what_went_and_the_ledger_shows_it(folder: Path) -> None:
    done = say(folder, "erase", "mia@x.org", "--reason", "asked", "--yes", "--json")
    assert (done.code, done.json()["interactions"], done.json()["quarantined"]) == (0, 3, 1)
    assert "mia" not in done.all.lower()
    (source,) = run("sources", "--json", "-w", folder).json()
    assert (source["received"], source["stored"], source["refused"], source["erased"]) == (11, 6, 4, 4)
    assert "erased" in run("sources", "-w", folder).out
    assert "4 rows of customers who were erased" in " ".join(make_map(Workspace(folder)).notes)
    again = say(folder, "erase", "mia@x.org", "--reason", "asked")
    assert (again.code, "erased before" in again.all) == (0, True)


def test_nobody_ends_with_the_code_for_wrong_words(folder: Path, tmp_path: Path) -> None:
    for words in (
        ("erase", "nobody@x.org", "--reason", "x", "--yes"),
        ("export", "nobody@x.org", "--to", tmp_path / "n.zip"),
    ):
        said = say(folder, *words)
        assert said.code == 2
        assert said.err.splitlines()[-1].startswith("Error: Nobody here")
        assert "nobody@" not in said.err
