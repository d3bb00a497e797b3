"""A customer is handed all that is kept of them, and only that, in one file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from clew.app.identity import person_export
from clew.app.identity.deciding import say
from clew.app.identity.person_export import SOMEBODY_ELSE, export_person
from clew.app.workspace import Workspace
from clew.model import UsageError
from tests.app.identity.shop import shop


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return Workspace(shop(tmp_path).path)


def lines(file: Path, name: str) -> list[dict[str, Any]]:
    with zipfile.ZipFile(file) as archive:
        return [json.loads(line) for line in archive.read(f"{name}.jsonl").decode().splitlines()]


def test_it_holds_exactly_what_there_is_of_them(tmp_path: Path, place: Workspace) -> None:
    done = export_person(place, "mia@x.org", tmp_path / "mia.zip")
    told = lines(done.file, "interactions")
    assert [(each["source_id"], each["names_others"]) for each in told] == [("n0", False), ("n1", False), ("n4", False)]
    assert told[0]["identifiers"] == ["email:mia@x.org", "phone:+14155552671", "account:acct-mia-77"]
    assert told[1]["text"] == "Dear Miabella: it comes tomorrow"
    assert [row["row"] for row in lines(done.file, "quarantine")] == [9]
    assert {step["interaction_id"] for step in lines(done.file, "steps")} == {each["interaction_id"] for each in told}
    counted = {"interactions": 3, "records": 0, "journeys": 2, "steps": 3, "handoffs": 0, "quarantine": 1}
    assert done.counts == counted | {"traits": 0, "consents": 0, "facts": 1, "pain_points": 1}


def test_it_says_who_they_are_taken_for_and_why_without_naming_others(tmp_path: Path, place: Workspace) -> None:
    say(place, "mia@x.org", "bo@x.org", "different", reason="two people", author="tester")
    done = export_person(place, "415 555 2671", tmp_path / "mia.zip")
    with zipfile.ZipFile(done.file) as archive:
        told = json.loads(archive.read("customer.json"))
        assert "in plain" not in archive.read("README.txt").decode()
        assert "2 journeys" in archive.read("README.txt").decode()
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert [each["identifier"] for each in told["identifiers"]] == [
        "account:acct-mia-77",
        "email:mia@x.org",
        "phone:+14155552671",
    ]
    assert {each["rule"] for each in told["links"]} == {"same_interaction"}
    assert [each["identifier"] for each in told["shared_identifiers"]] == ["device:tablet-1"]
    assert [(each["identifier_a"], each["identifier_b"]) for each in told["words_of_people"]] == [
        (SOMEBODY_ELSE, "email:mia@x.org")
    ]
    assert "bo@x.org" not in everything


def test_a_line_that_names_somebody_else_too_is_marked(tmp_path: Path) -> None:
    rows = (
        "n0,2026-03-01T10:00:00Z,mia@x.org,415 555 2671,a-mia,,,customer,one",
        "n1,2026-03-01T11:00:00Z,mia@x.org,,a-mia,,,customer,two",
        "n2,2026-03-02T10:00:00Z,bo@x.org,,a-boo,,,customer,three",
        "n3,2026-03-03T10:00:00Z,bo@x.org,415 555 2671,a-boo,,,customer,four",
        "n4,2026-03-04T10:00:00Z,mia@x.org,415 555 2671,a-mia,,,customer,five",
    )
    done = export_person(Workspace(shop(tmp_path, rows).path), "a-mia", tmp_path / "mia.zip")
    told = {each["source_id"]: each["names_others"] for each in lines(done.file, "interactions")}
    assert told == {"n0": False, "n1": False, "n3": True, "n4": False}


def test_a_killed_export_leaves_the_old_file(tmp_path: Path, place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "mia.zip"
    target.write_bytes(b"old")

    def crash(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(person_export, "_write_lines", crash)
    with pytest.raises(KeyboardInterrupt):
        export_person(place, "mia@x.org", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.glob(".mia*")) == []


def test_a_customer_that_nobody_is_and_a_folder_are_refused(tmp_path: Path, place: Workspace) -> None:
    with pytest.raises(UsageError, match="Nobody here"):
        export_person(place, "nobody@x.org", tmp_path / "x.zip")
    with pytest.raises(UsageError, match="is a folder"):
        export_person(place, "mia@x.org", tmp_path)
