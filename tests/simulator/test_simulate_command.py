"""``clew simulate`` as a user runs it: what it says when all is well, and what it says to words that it doesn't know."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run


def test_it_writes_a_company_and_says_what_to_do_next(tmp_path: Path) -> None:
    out = tmp_path / "company"
    said = run("simulate", "--customers", "40", "--days", "20", "--out", out, "--intervention", "all")
    assert said.code == 0, said.err
    for words in ("exports/hubspot/contact.csv", "40 customers", f"clew import {out}/exports", f"clew score {out}"):
        assert words in said.all
    assert sorted(path.name for path in out.iterdir()) == ["README.md", "clew-simulated.json", "exports", "truth"]
    assert "- `transcript_to_agent`: " in (out / "README.md").read_text()
    again = run("simulate", "--customers", "40", "--days", "20", "--out", out, "--json").json()
    assert again["truth"]["people"] == 40
    assert again["files"]["hubspot/contact.csv"]["rows"] == again["files"]["hubspot/contact.csv"]["record"] > 20


def test_it_writes_one_flat_table_instead(tmp_path: Path) -> None:
    said = run("simulate", "--customers", "40", "--format", "parquet", "--out", tmp_path / "flat", "--json")
    assert said.code == 0, said.err
    assert said.json()["parts"] == 1
    assert said.json()["interactions"] > 100
    assert (tmp_path / "flat" / "events" / "part-00001.parquet").is_file()


def test_it_lists_the_scenarios_with_their_issues_and_interventions() -> None:
    said = run("simulate", "--list")
    for words in ("billing: ", "ecommerce: ", "issues", "interventions", "transcript_to_agent"):
        assert words in said.all
    listed = run("simulate", "--list", "--json").json()
    assert set(listed) >= {"billing", "ecommerce", "banking", "telecom", "healthcare", "travel"}
    assert "transcript_to_agent" in listed["billing"]["interventions"]


@pytest.mark.parametrize(
    ("words", "saying"),
    [
        (("--industry", "bakery"), 'No industry "bakery". Known: banking, billing,'),
        (("--scenario", "absent.toml"), "absent.toml"),
        (("--intervention", "smile"), "No intervention 'smile'. Known here: "),
        (("--wording", "plain"), "'plain' is not one of 'seen', 'heldout'"),
        (("--customers", "0"), "Input should be greater than or equal to 1"),
        (("--no-text",), "Exports always hold what was said"),
        (("--workers", "0"), "Input should be greater than or equal to 1"),
    ],
)
def test_words_that_it_doesnt_know_are_answered_with_those_that_it_does(
    tmp_path: Path, words: tuple[str, ...], saying: str
) -> None:
    said = run("simulate", *words, "--out", tmp_path / "company")
    assert said.code == 2, said
    assert saying in said.all
    assert "Traceback" not in said.all
    assert list(tmp_path.iterdir()) == []


def test_a_scenario_of_ones_own_is_read_from_its_file(tmp_path: Path) -> None:
    from clew.simulator.scenarios.scenario_file import FOLDER

    own = tmp_path / "own.toml"
    text = (FOLDER / "billing.toml").read_text()
    name = text.split('name = "', 1)[1].split('"', 1)[0]
    own.write_text(text.replace(f'"{name}"', '"Lamplight"', 1))
    said = run("simulate", "--customers", "20", "--scenario", own, "--out", tmp_path / "company")
    assert said.code == 0, said.err
    assert "# Lamplight, a made-up company" in (tmp_path / "company" / "README.md").read_text()
