"""``clew score`` as a user runs it: on a tiny company's exports, on another system's tables, and on what doesn't fit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.simulator.score_world import pairs, submission, truth

CALLS = """call id,when,channel,email,text
b1,1970-01-01 00:00,chatbot,ann@example.com,why is my bill so high
c1,1970-01-01 01:00,chat,ann@example.com,why is my bill so high
p1,1970-01-02 06:00,phone,ann@example.com,why is my bill so high
e1,1970-01-02 16:00,email,ann@example.com,the line is down
w1,1970-01-02 17:00,web,,
b2,1970-01-01 02:00,chatbot,bob@example.com,why is my bill so high
p2,1970-01-26 00:00,phone,bob@example.com,why is my bill so high
"""


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A folder as ``clew simulate`` writes it, of the small world."""
    folder = tmp_path / "world"
    (folder / "exports" / "desk").mkdir(parents=True)
    (folder / "truth").mkdir()
    (folder / "exports" / "desk" / "contacts.csv").write_text(CALLS)
    rows = [
        {"file": "desk/contacts.csv", "record": line[:2], "verdict": "interaction"} for line in CALLS.split("\n")[1:8]
    ]
    for name, frame in truth(rows=rows).items():
        frame.write_parquet(folder / "truth" / f"{name}.parquet")
    return folder


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """A submission as CSV: whose every interaction is, but one."""
    folder = tmp_path / "rival"
    folder.mkdir()
    named = pairs("customer", b1="A", c1="A", p1="A", e1="A", b2="B", p2="B")
    submission(customers=named)["customers"].write_csv(folder / "customers.csv")
    return folder


def test_clew_is_scored_on_the_exports_with_nothing_configured(company: Path) -> None:
    said = run("score", company, "--json")
    assert said.code == 0, said.err
    board = said.json()
    assert (board["format"], board["system"], board["interactions"], board["people"]) == (1, "Clew", 7, 2)
    found = {part["name"]: {row["subject"]: row for row in part["rows"]} for part in board["capabilities"]}
    assert found["intake"]["arrived"]["measures"]["share"]["value"] == 1.0
    identity = found["identity"]["pairs of interactions"]["measures"]
    # Everything but Ann's anonymous visit can be told by the address: 6 of her 10 pairs and Bob's 1.
    assert identity["precision"]["value"] == 1.0
    assert identity["recall"]["value"] == round(7 / 11, 6)
    assert found["emotions"]["all feelings"]["state"] == "not submitted"
    assert "not built yet" in found["emotions"]["all feelings"]["note"]


def test_the_table_for_people_says_what_is_not_built_and_how_long_it_took(company: Path) -> None:
    said = run("score", company)
    assert said.code == 0, said.err
    assert "Identity" in said.out
    assert "not built yet (issue: emotions)" in said.all
    assert "Scored in" in said.out


def test_another_system_is_scored_by_its_tables_without_the_exports(company: Path, handed_in: Path) -> None:
    said = run("score", company, "--submission", handed_in, "--json")
    assert said.code == 0, said.err
    found = {part["name"]: part["rows"] for part in said.json()["capabilities"]}
    assert found["identity"][0]["measures"]["recall"]["value"] == round(7 / 11, 6)
    assert found["journeys_assignment"][0]["note"] == "not submitted (no table journeys)"


def test_the_workspace_is_kept_where_it_was_asked_for_and_no_other_is_touched(company: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    for _ in range(2):
        assert run("score", company, "-w", kept, "--json").code == 0
    assert run("journeys", "-w", kept).code == 0
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    said = run("score", company, "-w", tmp_path / "mine")
    assert said.code == 3
    assert "didn't make" in said.err
    assert (tmp_path / "mine" / "letter.txt").read_text() == "mine"


def test_a_file_that_is_named_as_the_workspace_is_refused_and_kept(company: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    said = run("score", company, "-w", tmp_path / "letter.txt")
    assert said.code == 3
    assert "didn't make" in said.err
    assert (tmp_path / "letter.txt").read_text() == "mine"


def refused(company: Path, *words: str | Path, saying: tuple[str, ...]) -> None:
    said = run("score", company, *words)
    assert said.code == 4, said
    assert said.err.startswith("Error: ")
    for word in saying:
        assert word in said.err, (word, said.err)


def test_truth_that_is_missing_is_named_with_the_remedy(company: Path) -> None:
    (company / "truth" / "handoffs.parquet").unlink()
    refused(company, saying=("handoffs.parquet", "clew simulate"))
    (company / "truth" / "journeys.parquet").write_bytes(b"no parquet")
    (company / "truth" / "handoffs.parquet").write_bytes(b"no parquet")
    refused(company, saying=("journeys.parquet", "no readable Parquet file"))


def test_truth_that_is_broken_is_noticed_even_where_nothing_needs_it(company: Path, handed_in: Path) -> None:
    (company / "truth" / "people.parquet").write_bytes(b"garbage")
    refused(company, "--submission", handed_in, saying=("people.parquet", "no readable Parquet file"))


def test_a_folder_that_is_no_company_is_told_by_what_it_is(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere", saying=("There is no folder", "nowhere"))
    (tmp_path / "flat" / "events").mkdir(parents=True)
    (tmp_path / "flat" / "events" / "part-00001.parquet").write_bytes(b"")
    refused(tmp_path / "flat", saying=("one flat table", "--format exports"))
    (tmp_path / "bare").mkdir()
    refused(tmp_path / "bare", saying=("no folder truth", "clew simulate"))


def test_a_workspace_has_no_meaning_where_tables_are_handed_in(company: Path, handed_in: Path, tmp_path: Path) -> None:
    said = run("score", company, "--submission", handed_in, "-w", tmp_path / "ws")
    assert said.code == 2
    assert "Leave out -w" in said.err
    assert not (tmp_path / "ws").exists()


def test_a_terminal_that_knows_ascii_only_is_told_all_the_same(company: Path, handed_in: Path) -> None:
    words = [
        sys.executable,
        "-c",
        "from clew.cli import main; raise SystemExit(main())",
        "score",
        str(company),
        "--submission",
        str(handed_in),
    ]
    told = subprocess.run(words, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False)
    assert told.returncode == 0, told.stderr
    assert b"0.636 (" in told.stdout
    assert told.stdout.isascii()


def test_truth_without_a_column_is_named_with_what_was_expected(company: Path) -> None:
    path = company / "truth" / "interactions.parquet"
    truth()["interactions"].drop("identifiable").write_parquet(path)
    refused(company, saying=("interactions.parquet", "lacks the columns identifiable", "Expected: interaction_id"))


def test_a_company_without_exports_can_score_others_only(company: Path, handed_in: Path) -> None:
    (company / "exports").rename(company / "elsewhere")
    refused(company, saying=("no folder exports",))
    assert run("score", company, "--submission", handed_in, "--json").code == 0


@pytest.mark.parametrize(
    ("name", "text", "saying"),
    [
        ("customer.csv", "record,customer\nb1,A\n", ("customer.csv", "none of the tables", "customers")),
        ("customers.csv", "record\nb1\n", ("customers.csv", "lacks the columns customer")),
        ("metrics.csv", "metric,value\nx,1\ny,much\n", ("metrics.csv", "row 2, column value", "Float64")),
        ("journeys.csv", "record,journey,starts\nb1,A,perhaps\n", ("journeys.csv", "row 1, column starts")),
    ],
)
def test_a_submission_that_does_not_fit_is_named_by_file_row_and_column(
    company: Path, tmp_path: Path, name: str, text: str, saying: tuple[str, ...]
) -> None:
    folder = tmp_path / "off"
    folder.mkdir()
    (folder / name).write_text(text)
    refused(company, "--submission", folder, saying=saying)


def test_a_submission_of_nothing_is_an_error(company: Path, tmp_path: Path) -> None:
    refused(company, "--submission", tmp_path / "nowhere", saying=("is no folder",))
    (tmp_path / "empty").mkdir()
    refused(company, "--submission", tmp_path / "empty", saying=("holds no table", "customers"))


def test_lists_and_flags_can_be_handed_in_as_csv(company: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "handoffs.csv").write_text("from_record,to_record,facts_known\nb1,c1,account;problem\nc1,p1,\n")
    said = run("score", company, "--submission", folder, "--json")
    assert said.code == 0, said.err
    found = {part["name"]: part["rows"] for part in said.json()["capabilities"]}
    (known,) = [row for row in found["handoff_facts"] if row["subject"] == "facts_known"]
    assert known["measures"]["precision"]["value"] == 0.0
