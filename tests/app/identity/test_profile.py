"""A customer's profile says what is known, who told it and what they agreed to; merging is strict, parting gives everything back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import clew
from clew.app.building import build
from clew.app.identity.consenting import state_consent
from clew.app.identity.deciding import say
from clew.app.identity.person_erase import erase
from clew.app.identity.person_export import export_person
from clew.app.identity.profile import Profile, profile
from clew.app.workspace import Workspace
from clew.customers import customer_id
from clew.model import UsageError
from tests.app.identity.shop import found_in
from tests.app.identity.test_person_export import lines

HEADER = "source_id,occurred_at,email,phone,text,Customer name,Billing ZIP,accepts_marketing"
ROWS = (
    "n0,2026-03-01T10:00:00Z,mia@x.org,(415) 555-2671,hello,Mia Schulz,10115,true",
    "n1,2026-03-02T10:00:00Z,mia@x.org,,again,Mia Schulz,20095,",
    "n2,2026-03-03T10:00:00Z,mia@x.org,,and again,Schulz Mia,10115,",
    "n3,2026-03-04T10:00:00Z,ada@x.org,,hello,Ada Meyer,,false",
    "n4,2026-03-05T10:00:00Z,bo@x.org,,hello,,,",
)
MAPPED = ("source_id", "occurred_at", "email", "phone", "text")
EMAIL = "marketing_email"
WHY = {"reason": "said so on the phone", "author": "tester"}


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The desk's rows, imported and built; tests get copies."""
    folder = tmp_path_factory.mktemp("desk")
    columns = "\n".join(f'{name} = "{name}"' for name in MAPPED)
    mapping = f'connector = "table"\nsource = "desk"\n[columns]\n{columns}\n[constants]\nchannel = "chat"\n'
    (folder / "desk.toml").write_text(mapping, encoding="utf-8")
    (folder / "desk.csv").write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    with clew.create(folder / "here") as made:
        made.import_files(folder / "desk.csv", mapping=folder / "desk.toml")
    place = Workspace(folder / "here")
    build(place)
    place.close()
    return folder


@pytest.fixture
def place(made_once: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    return Workspace(tmp_path / "here")


def standing(found: Profile, purpose: str = EMAIL) -> str:
    return next(each.standing for each in found.consents if each.purpose == purpose)


def consents(place: Workspace, named: str) -> list[tuple[str, str]]:
    return [(each.purpose, each.standing) for each in profile(place, named).consents]


def test_it_says_what_stands_who_told_it_and_what_differs(place: Workspace) -> None:
    found = profile(place, "mia@x.org")

    assert [(each.identifier, each.rule, each.with_identifier) for each in found.identifiers] == [
        ("email:mia@x.org", "", ""),
        ("phone:+14155552671", "same_interaction", "email:mia@x.org"),
    ]
    told = {each.trait: each for each in found.traits}
    assert (told["name"].standing.value, told["name"].standing.tellings, told["name"].conflict) == (
        "Schulz Mia",
        3,
        False,
    )
    assert (told["postcode"].standing.value, told["postcode"].conflict, told["postcode"].policy) == (
        "10115",
        True,
        "latest",
    )
    assert [(each.value, each.source, each.tellings) for each in told["postcode"].others] == [("20095", "desk", 1)]
    assert standing(found) == "granted"
    assert (found.interactions, found.channels) == (3, (("chat", 3),))


def test_the_settings_say_which_telling_stands(place: Workspace) -> None:
    file = place.folder / "clew.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace(
            "[identity.traits]", '[identity.traits]\nname = "most often"\npostcode = "source:none"'
        ),
        encoding="utf-8",
    )
    told = {each.trait: each for each in profile(Workspace(place.folder), "mia@x.org").traits}
    assert (told["name"].policy, told["postcode"].policy) == ("most often", "source:none")
    assert told["postcode"].standing.value == "10115"


def test_a_customer_is_found_by_id_old_id_identifier_and_value(place: Workspace) -> None:
    mia, ada = profile(place, "mia@x.org"), customer_id("email:ada@x.org")
    say(place, "mia@x.org", "ada@x.org", "same", **WHY)
    merged = profile(place, ada)
    assert merged.customer_id == mia.customer_id
    assert profile(place, "415 555 2671") == profile(place, mia.customer_id) == merged
    with pytest.raises(UsageError, match="Nobody here"):
        profile(place, "nobody@x.org")


def test_merging_takes_the_stricter_consent_and_parting_restores_each(place: Workspace) -> None:
    state_consent(place, "bo@x.org", "analytics", "granted", **WHY)
    before = {named: consents(place, named) for named in ("mia@x.org", "ada@x.org", "bo@x.org")}
    assert (standing(profile(place, "mia@x.org")), standing(profile(place, "ada@x.org"))) == ("granted", "denied")

    say(place, "mia@x.org", "ada@x.org", "same", **WHY)
    say(place, "mia@x.org", "bo@x.org", "same", **WHY)
    merged = profile(place, "mia@x.org")
    assert (standing(merged), standing(merged, "analytics")) == ("denied", "granted")

    say(place, "mia@x.org", "ada@x.org", "withdrawn", **WHY)
    say(place, "mia@x.org", "bo@x.org", "withdrawn", **WHY)
    assert {named: consents(place, named) for named in before} == before


def test_a_written_word_stands_at_once_and_can_be_taken_back(place: Workspace) -> None:
    first = consents(place, "mia@x.org")
    done = state_consent(place, "mia@x.org", "marketing", "denied", **WHY)
    assert (done.said.identifier, done.now.standing) == ("email:mia@x.org", "denied")
    found = profile(place, "mia@x.org")
    assert standing(found) == "denied"
    (decided,) = [each.decided_by for each in found.consents if each.purpose == EMAIL]
    assert decided == done.said

    assert state_consent(place, "mia@x.org", "marketing", "withdrawn", **WHY).now.standing == "unknown"
    assert consents(place, "mia@x.org") == first
    with pytest.raises(UsageError, match="Nobody wrote that down"):
        state_consent(place, "mia@x.org", "marketing", "withdrawn", **WHY)


def test_an_id_stands_for_the_identifier_it_is_made_of(place: Workspace) -> None:
    ada = customer_id("email:ada@x.org")
    say(place, "mia@x.org", "ada@x.org", "same", **WHY)
    assert state_consent(place, ada, "analytics", "denied", **WHY).said.identifier == "email:ada@x.org"


@pytest.mark.parametrize(
    ("named", "purpose", "word", "reason"),
    [
        ("mia@x.org", "cookies", "denied", "said so"),
        ("mia@x.org", EMAIL, "perhaps", "said so"),
        ("mia@x.org", EMAIL, "granted", "  "),
        ("nobody@x.org", EMAIL, "granted", "said so"),
    ],
)
def test_what_cannot_be_written_down_is_refused_and_leaves_nothing(
    place: Workspace, named: str, purpose: str, word: str, reason: str
) -> None:
    before = consents(place, "mia@x.org")
    with pytest.raises(UsageError):
        state_consent(place, named, purpose, word, reason=reason, author="tester")
    assert consents(place, "mia@x.org") == before


def test_the_hand_out_holds_traits_and_everything_stated(place: Workspace, tmp_path: Path) -> None:
    state_consent(place, "415 555 2671", "analytics", "denied", **WHY)
    state_consent(place, "ada@x.org", "analytics", "denied", reason="hers alone", author="tester")
    done = export_person(place, "mia@x.org", tmp_path / "mia.zip")
    assert {(each["trait"], each["value"]) for each in lines(done.file, "traits")} == {
        ("name", "Mia Schulz"),
        ("name", "Schulz Mia"),
        ("postcode", "10115"),
        ("postcode", "20095"),
    }
    assert [(each["purpose"], each["granted"], each["author"]) for each in lines(done.file, "consents")] == [
        ("analytics", False, "tester"),
        (EMAIL, True, ""),
    ]
    assert found_in(tmp_path, ("hers alone",)) != []
    assert "mia.zip" not in found_in(tmp_path, ("hers alone",))


def test_after_erasing_no_trait_and_no_statement_is_left_and_others_keep_theirs(place: Workspace) -> None:
    state_consent(place, "mia@x.org", "analytics", "denied", reason="Schulz rang", author="tester")
    state_consent(place, "bo@x.org", "analytics", "granted", reason="with mia@x.org beside him", author="tester")
    build(place)
    before = consents(place, "ada@x.org")

    assert erase(place, "mia@x.org", **WHY).decisions == 1

    assert found_in(place.folder, ("mia@x.org", "4155552671", "Schulz", "20095")) == []
    assert consents(place, "ada@x.org") == before
    assert standing(profile(place, "bo@x.org"), "analytics") == "granted"
