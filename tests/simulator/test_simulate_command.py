"""``clew simulate`` as a user runs it: what it says when all is well, and what it says to words that it doesn't know."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.house.project_files import ROOT

SMALL = ("simulate", "--customers", "20", "--days", "20")


def test_it_writes_a_company_and_says_what_to_do_next(tmp_path: Path) -> None:
    out = tmp_path / "company"
    said = run("simulate", "--customers", "40", "--days", "20", "--out", out, "--intervention", "all")
    assert said.code == 0, said.err
    for words in (
        "file rows",
        "hubspot/contact.csv",
        "40 customers",
        f"clew import {out}/exports",
        f"clew score {out}",
    ):
        assert words in said.all
    assert "exports/hubspot" not in said.all
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
    assert list(run("simulate", "--list", "--json", "--industry", "telecom").json()) == ["telecom"]
    assert 'No industry "bakery"' in run("simulate", "--list", "--industry", "bakery").err


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
        (("--intervention", "all", "--intervention", "smile"), "No intervention 'smile'. Known here: "),
        (("--days", "3651"), "1 to 3,650 days, not 3,651"),
        (("--industry", "telecom", "--scenario", "absent.toml"), "leave one of them out"),
        (("--list", "--seed", "3"), "leave out --seed, --out, or --list"),
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
    text = (FOLDER / "billing.toml").read_text(encoding="utf-8")
    name = text.split('name = "', 1)[1].split('"', 1)[0]
    own.write_text(text.replace(f'"{name}"', '"Lamplight"', 1), encoding="utf-8-sig")
    assert "Lamplight, " in run("simulate", "--list", "--scenario", own).out
    said = run("simulate", "--customers", "20", "--scenario", own, "--out", tmp_path / "company")
    assert said.code == 0, said.err
    assert "# Lamplight, a made-up company" in (tmp_path / "company" / "README.md").read_text()


def test_one_customer_is_one_and_a_path_with_blanks_is_one_word(tmp_path: Path) -> None:
    out = tmp_path / "my company"
    said = run("simulate", "--customers", "1", "--days", "1", "--out", out)
    assert said.code == 0, said.err
    assert "1 customer, 0 journeys" in said.all
    assert f"clew import '{out}/exports' --workspace DIR" in said.all
    assert f"clew score '{out}'" in said.all
    assert "1 customer over 1 day from" in (out / "README.md").read_text()
    assert said.err == ""
    flat = run("simulate", "--customers", "1", "--format", "parquet", "--out", tmp_path / "flat")
    assert f"in 1 part: {tmp_path}/flat/events" in flat.all


def test_a_workspace_made_in_a_company_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "company"
    assert run(*SMALL, "--out", out).code == 0
    assert run("init", out).code == 0
    again = run(*SMALL, "--seed", "8", "--out", out)
    assert again.code == 2
    assert "clew.toml" in again.err
    assert (out / "clew.toml").is_file()
    assert '"seed": 7' in (out / "clew-simulated.json").read_text()


def test_an_intervention_that_begins_too_late_is_told(tmp_path: Path) -> None:
    said = run(*SMALL, "--intervention", "transcript_to_agent", "--out", tmp_path / "company")
    assert said.code == 0
    assert "transcript_to_agent begins on day 40, and the last day is 19" in said.err
    assert "With --days 41 or more it would." in said.err
    assert "after the last one: **it changes nothing here**" in (tmp_path / "company" / "README.md").read_text()


def test_a_flat_table_doesnt_replace_a_company(tmp_path: Path) -> None:
    assert run(*SMALL, "--out", tmp_path / "company").code == 0
    said = run(*SMALL, "--format", "parquet", "--out", tmp_path / "company")
    assert said.code == 2
    assert "holds a simulated company's exports, which a simulated flat table doesn't replace: delete it" in said.all


@pytest.mark.skipif(os.name == "nt", reason="stops as POSIX does")
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_stopping_it_leaves_nothing_and_says_so(tmp_path: Path, way: signal.Signals) -> None:
    words = (
        "-c",
        "from clew.cli import main; main()",
        "simulate",
        "--customers",
        "30000",
        "--out",
        tmp_path / "company",
    )
    running = subprocess.Popen([sys.executable, *words], stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while not any(tmp_path.glob(".company.unfinished-*/made/truth")) and time.monotonic() < until:
        time.sleep(0.05)
    running.send_signal(way)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Error: Stopped. Nothing of what was begun is kept" in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


def test_the_scoreboard_answers_an_unknown_industry_with_the_known_ones() -> None:
    words = ("benchmarks/scoreboard.py", "--industries", "nope")
    ended = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 2
    assert "argument --industries: invalid choice: 'nope' (choose from " in ended.stderr
    assert "Traceback" not in ended.stderr
