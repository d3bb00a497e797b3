"""Whoever arrives is told at once to be the customer that an import and a build make of them afterwards."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from pathlib import Path

import pytest

import clew
from clew.app.building import build
from clew.app.identity.arriving import Arrivals, resolve_identifiers
from clew.app.workspace import Workspace
from clew.model import UsageError
from clew.store import now_us
from tests.cli.running import run
from tests.customers.people import imported

ROWS = (
    "mia@x.org,415 555 2671,m1,",
    "mia@x.org,,m1,",
    "bo@x.org,,b1,",
    ",,,tab",
    ",,c1,tab",
    ",,d1,tab",
    ",,e1,tab",
    ",,f1,tab",
    "cyd@x.org,,,phone9",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rows, imported and built; tests get copies."""
    folder = tmp_path_factory.mktemp("shop")
    with imported(folder, "email,phone,account,device", *ROWS) as made:
        place = Workspace(made.path)
    build(place)
    place.close()
    return folder


@pytest.fixture
def shop(built: Path, tmp_path: Path) -> clew.Workspace:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return clew.open(tmp_path / "here")


def customers(place: Workspace) -> dict[str, str]:
    build(place)
    with place.session() as connection:
        return dict(connection.execute("SELECT identifier, customer_id FROM customers").fetchall())


def later_import(place: clew.Workspace, folder: Path, row: str) -> None:
    (folder / "later.csv").write_text(
        f"source_id,occurred_at,email,phone,account,device\nz1,2026-10-01T10:00:00Z,{row}\n", encoding="utf-8"
    )
    place.import_files(folder / "later.csv", mapping=folder / "desk.toml")


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("mia@x.org,,,phone9", ["device:phone9", "Mia@X.org"]),
        (",(415) 555-2671,b1,", ["account:b1", "(415) 555-2671"]),
        ("new@x.org,,,new", ["new@x.org", "device:new"]),
        ("new@x.org,,,tab", ["new@x.org", "device:tab"]),
        ("bo@x.org,,m1,", ["bo@x.org", "account:m1"]),
        ("test@test.com,,m1,", ["test@test.com", "account:m1"]),
    ],
)
def test_what_is_told_at_once_is_what_an_import_and_a_build_make_of_it(
    shop: clew.Workspace, tmp_path: Path, row: str, words: list[str]
) -> None:
    place = Workspace(shop.path)
    known = customers(place)
    told = resolve_identifiers(place, words)
    assert customers(place) == known

    later_import(shop, tmp_path, row)
    now = customers(Workspace(shop.path))
    with Workspace(shop.path).session() as connection:
        ((placed,),) = connection.execute(
            "SELECT customer_id FROM steps JOIN interactions USING (interaction_id) WHERE source_id = 'z1'"
        ).fetchall()

    assert told.customer_id == placed
    assert set(told.merged) == set(known.values()) - set(now.values())


def test_two_accounts_stay_apart_and_the_answer_says_so(shop: clew.Workspace) -> None:
    place = Workspace(shop.path)
    known = customers(place)

    told = resolve_identifiers(place, ["account:m1", "account:b1"])

    assert (told.customer_id, told.apart, told.merged) == (known["account:m1"], (known["account:b1"],), ())


def test_what_arrives_counts_for_what_arrives_later_and_what_is_only_asked_does_not(shop: clew.Workspace) -> None:
    place = Workspace(shop.path)
    known = customers(place)
    with place.session() as connection:
        arrivals = Arrivals(connection, place.settings.identity, "US")

    arrivals.resolve(["mia@x.org", "device:fresh"], now_us())
    assert arrivals.resolve(["device:fresh"], now_us()).is_new
    arrivals.arrive(["mia@x.org", "device:fresh"], now_us())
    assert arrivals.resolve(["device:fresh"], now_us()).customer_id == known["email:mia@x.org"]


def test_the_command_tells_the_customer_and_whom_it_would_join(shop: clew.Workspace) -> None:
    known = customers(Workspace(shop.path))

    said = run("customers", "resolve", "mia@x.org", "device:phone9", "-w", shop.path)
    assert said.code == 0
    assert known["email:mia@x.org"] in said.out
    assert f"one with {known['device:phone9']}" in said.out
    as_json = run("customers", "resolve", "mia@x.org", "device:phone9", "-w", shop.path, "--json").json()
    assert as_json == {
        **asdict(resolve_identifiers(Workspace(shop.path), ["mia@x.org", "device:phone9"])),
        "merged": [known["device:phone9"]],
        "apart": [],
    }


def test_a_word_without_a_kind_is_refused_and_not_repeated(shop: clew.Workspace) -> None:
    with pytest.raises(UsageError, match="kind in front") as refused:
        resolve_identifiers(Workspace(shop.path), ["some-secret"])
    assert "some-secret" not in str(refused.value)


def test_another_spelling_of_a_known_mailbox_is_nobody_new(tmp_path: Path) -> None:
    place = Workspace(imported(tmp_path, "email,phone,account,device", "t3+shop@gmail.com,,,").path)
    found = resolve_identifiers(place, ["t.3@gmail.com"])
    assert not found.is_new
    assert found.customer_id == resolve_identifiers(place, ["t3+shop@gmail.com"]).customer_id
