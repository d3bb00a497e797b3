"""The commands show a profile and write consents down, for people and for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.app.workspace import Workspace
from tests.app.identity.test_profile import made_once, place
from tests.cli.running import Said, run

__all__ = ["made_once", "place"]


@pytest.fixture
def folder(place: Workspace) -> Path:
    return place.folder


def say(folder: Path, *words: str) -> Said:
    return run("customers", *words, "-w", folder)


def test_a_profile_tells_traits_and_consents_for_people(folder: Path) -> None:
    said = say(folder, "profile", "mia@x.org")
    assert said.code == 0
    for told in ("3 interactions", "Schulz Mia", "differs", "20095", "marketing_email", "granted", "nothing was said"):
        assert told in said.all


def test_a_profile_tells_everything_for_programs(folder: Path) -> None:
    told = say(folder, "profile", "mia@x.org", "--json").json()
    assert {each["trait"]: each["standing"]["value"] for each in told["traits"]} == {
        "name": "Schulz Mia",
        "postcode": "10115",
    }
    assert {each["purpose"]: each["standing"] for each in told["consents"]}["marketing_email"] == "granted"
    assert told["identifiers"][1]["rule"] == "same_interaction"


def test_a_consent_is_written_down_shown_and_taken_back(folder: Path) -> None:
    word = ("consent", "mia@x.org", "analytics")
    assert "denied" in say(folder, *word, "denied", "--reason", "rang us").all
    assert "rang us" in say(folder, "profile", "mia@x.org").all
    assert say(folder, *word, "withdrawn", "--reason", "wrong Mia", "--json").json()["now"]["standing"] == "unknown"


def test_an_unknown_purpose_is_refused_with_the_known_ones(folder: Path) -> None:
    said = say(folder, "consent", "mia@x.org", "cookies", "denied", "--reason", "rang us")
    assert said.code == 2
    assert "marketing_email" in said.all


def test_a_value_cannot_colour_or_move_the_terminal(tmp_path: Path, folder: Path) -> None:
    (folder.parent / "more.csv").write_text(
        "source_id,occurred_at,email,phone,text,Customer name\nm1,2026-04-01T10:00:00Z,eve@x.org,,hi,Eve\x1b[31m\x07Red\n",
        encoding="utf-8",
    )
    assert run("import", folder.parent / "more.csv", "--mapping", folder.parent / "desk.toml", "-w", folder).code == 0
    said = say(folder, "profile", "eve@x.org")
    assert "Red" in said.all
    assert "\x1b[31m" not in said.all
