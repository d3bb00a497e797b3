"""The pages tell the truth: commands that are there, links that lead somewhere, definitions as they stand."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import pytest

from tests.house.project_files import ROOT, project_files
from tools import generate_pages
from tools.reference_pages import PAGES, duration, table

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"(?:^\$ |`|^)clew ([a-z-]+)", re.MULTILINE)


def markdown() -> list[tuple[str, str]]:
    return [(path, text) for path, text in project_files() if path.endswith(".md")]


def commands() -> dict[str, Any]:
    found: dict[str, Any] = importlib.import_module("clew.cli").commands()
    return found


def test_every_command_that_a_page_names_is_there() -> None:
    named = {(path, name) for path, text in markdown() for name in COMMAND.findall(text)}

    assert {name for _, name in named} >= {"init", "import", "map"}, "the README's tour names the main commands"
    assert sorted((path, name) for path, name in named if name not in {each.split()[0] for each in commands()}) == []


def test_every_command_has_its_section_and_an_example() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")

    assert [name for name in commands() if f"## `clew {name}`" not in page] == []
    assert [name for name, command in commands().items() if f"clew {name}" not in (command.help or "")] == []


def test_every_link_between_pages_leads_to_a_file() -> None:
    broken = [
        (path, target)
        for path, text in markdown()
        for target in LINK.findall(text)
        if "://" not in target and not (ROOT / path).parent.joinpath(target).exists()
    ]

    assert broken == []


def test_the_readmes_test_command_is_what_continuous_integration_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    run = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert "make test" in readme
    assert {"make test", "make rules"} <= set(re.findall(r"make [a-z]+", run))
    assert {"demo", "test", "check", "format", "docs", "bench", "lock", "clean", "help"} <= targets


def test_a_stale_page_is_named_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate_pages, "FOLDER", tmp_path)
    monkeypatch.setattr(generate_pages, "PAGES", {"channels.md": PAGES["channels.md"]})

    assert generate_pages.main(["--check"]) == 1
    assert (
        "docs/reference/channels.md no longer says what the definitions say. Run: make docs" in capsys.readouterr().out
    )
    assert not (tmp_path / "channels.md").exists(), "checking writes nothing"

    assert generate_pages.main([]) == 0
    assert generate_pages.main(["--check"]) == 0


def test_a_table_keeps_bars_and_line_breaks_inside_their_cell() -> None:
    assert table(("a", "b"), [("x|y", "one\ntwo")]) == "| a | b |\n| --- | --- |\n| x\\|y | one two |"


@pytest.mark.parametrize(
    ("seconds", "said"), [(5, "5 seconds"), (3_600, "1 hour"), (432_000, "5 days"), (90, "90 seconds")]
)
def test_a_length_of_time_is_said_in_its_largest_whole_unit(seconds: int, said: str) -> None:
    assert duration(seconds) == said
