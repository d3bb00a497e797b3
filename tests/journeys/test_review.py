"""Stories that once gave wrong numbers: a company's own letters, blank teams, silence, and files that went missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import clew
from clew.model import StorageError

HEADER = "ticket,created_at,email,channel,direction,author,team,category,message\n"


def _made(tmp_path: Path, rows: list[str]) -> clew.Workspace:
    workspace = clew.create(tmp_path / "shop")
    file = tmp_path / "desk.csv"
    file.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    workspace.import_files(file)
    return workspace


def _value(workspace: clew.Workspace, name: str) -> tuple[float | None, int]:
    (found,) = workspace.metrics(name)
    return found.value, found.n


def test_a_letter_that_the_company_wrote_first_is_no_answer(tmp_path: Path) -> None:
    rows = []
    for number in range(40):
        who = f"T-{number},2026-03-02 {{}}:00:00,c{number}@example.com,email,{{}},{{}},desk,billing,A line of text here"
        rows += [who.format("09", "outbound", "agent"), who.format("10", "inbound", "customer")]
        rows += [who.format("15", "outbound", "agent")]

    assert _value(_made(tmp_path, rows), "time_to_first_response") == (5 * 3600, 40)


def test_a_letter_that_the_company_wrote_is_nobodys_repeat(tmp_path: Path) -> None:
    rows = []
    for number in range(40):
        who = f"c{number}@example.com,email"
        rows.append(f"A-{number},2026-03-02 10:00:00,{who},inbound,customer,desk,billing,A line of text here")
        rows.append(f"B-{number},2026-03-04 10:00:00,{who},outbound,agent,desk,billing,A line of text here")
    rows.append("Z-1,2026-04-30 10:00:00,z@example.com,email,inbound,customer,desk,billing,A line of text here")

    assert _value(_made(tmp_path, rows), "no_repeat_within_7d") == (1.0, 40)


def test_those_never_answered_count_against_the_median_wait(tmp_path: Path) -> None:
    rows = []
    for number in range(100):
        who = f"T-{number},2026-01-05 {{}}:00:00,c{number}@example.com,email,{{}},{{}},desk,billing,A line of text here"
        rows.append(who.format("09", "inbound", "customer"))
        if number < 30:
            rows.append(who.format("10", "outbound", "agent"))
    rows.append("Z-1,2026-06-01 10:00:00,z@example.com,email,inbound,customer,desk,billing,A line of text here")
    (found,) = _made(tmp_path, rows).metrics("time_to_first_response")

    assert (found.value, found.state) == (None, "empty")
    assert found.reason.startswith("fewer than half got there")


def test_a_team_that_is_not_named_is_no_other_team(tmp_path: Path) -> None:
    who = "T-1,2026-03-02 09:{}:00,mia@example.com,chat,{},{},{},billing,A line of text here"
    steps = [("00", "inbound", "customer", ""), ("01", "outbound", "agent", "Billing")]
    steps += [("02", "outbound", "agent", ""), ("03", "outbound", "agent", "Billing")]

    assert len(_made(tmp_path, [who.format(*step) for step in steps]).handoffs()) == 0


def test_derived_tables_that_were_deleted_are_built_again(tmp_path: Path) -> None:
    workspace = _made(
        tmp_path, ["T-1,2026-03-02 09:00:00,mia@example.com,chat,inbound,customer,,billing,A line of text"]
    )
    before = workspace.journeys().to_dicts()
    shutil.rmtree(workspace.path / ".clew" / "warehouse" / "derived")

    assert workspace.journeys().to_dicts() == before


def test_a_stored_file_that_is_gone_is_named_with_the_remedy(tmp_path: Path) -> None:
    workspace = _made(
        tmp_path, ["T-1,2026-03-02 09:00:00,mia@example.com,chat,inbound,customer,,billing,A line of text"]
    )
    for part in (workspace.path / ".clew" / "warehouse" / "interactions").iterdir():
        part.unlink()

    with pytest.raises(StorageError, match=r"gone from .*--replace: desk\.csv"):
        workspace.journeys().to_dicts()
