"""A workspace's customers can be explained, joined, parted and split, and every table follows, back and forth."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import clew
from clew.app.building import build
from clew.app.identity.deciding import Change, changed_policy, pairs_of, say, try_change
from clew.app.identity.explaining import explain_identifiers
from clew.app.identity.splitting import split, words_of_split
from clew.app.reporting import customer_thread
from clew.app.workspace import Workspace
from clew.customers import decide_all, decisions
from clew.model import UsageError
from tests.customers.people import grouped, imported
from tests.customers.test_decisions import contents

MIA, BO, PHONE = "email:mia@x.org", "email:bo@x.org", "phone:+14155552671"
ROWS = (
    "mia@x.org,415 555 2671,m1",
    "mia@x.org,,m1",
    "bo@x.org,,b1",
    "bo@x.org,415 555 2671,b1",
    "mia@x.org,415 555 2671,m1",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rows, imported and built; tests get copies."""
    folder = tmp_path_factory.mktemp("shop")
    with imported(folder, "email,phone,account", *ROWS) as made:
        place = Workspace(made.path)
    build(place)
    place.close()
    return folder


@pytest.fixture
def shop(built: Path, tmp_path: Path) -> clew.Workspace:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return clew.open(tmp_path / "here")


@pytest.fixture
def place(shop: clew.Workspace) -> Workspace:
    return Workspace(shop.path)


def test_an_identifier_may_be_written_in_any_spelling(place: Workspace) -> None:
    found = explain_identifiers(place, "Mia@x.org", "(415) 555-2671")
    assert (found.identifier_a, found.identifier_b) == (MIA, PHONE)
    assert found.is_one_person
    assert not explain_identifiers(place, "bo@x.org", "(415) 555-2671").is_one_person


def test_a_change_shows_what_it_would_do_and_does_nothing(shop: clew.Workspace, place: Workspace) -> None:
    before = contents(shop)
    found = try_change(place, Change(tuple(pairs_of([f"{MIA}={BO}"], "same"))))
    (merge,) = found.merges
    assert (found.customers_before, found.customers_after) == (2, 1)
    assert merge.after == (("account:b1", "account:m1", BO, MIA, PHONE),)
    assert contents(shop) == before
    assert decisions(place.journal) == []


def test_without_the_limit_the_shared_phone_would_merge_them(place: Workspace) -> None:
    policy = changed_policy(place.settings.identity, off=(), limits=("2 account",), blocked=())
    assert try_change(place, Change(policy=policy)).customers_after == 1


def test_a_rule_that_is_not_there_is_refused(place: Workspace) -> None:
    policy = changed_policy(place.settings.identity, off=("luck",), limits=(), blocked=())
    with pytest.raises(UsageError, match="Known: likeness, same_interaction"):
        try_change(place, Change(policy=policy))


def test_whatever_is_said_and_withdrawn_leaves_every_table_as_it_was(shop: clew.Workspace, place: Workspace) -> None:
    before = contents(shop)
    for verdict in ("same", "different", "retracted"):
        a, b = (MIA, BO) if verdict == "same" else (MIA, PHONE)
        say(place, a, b, verdict, reason="tried", author="tester")  # type: ignore[arg-type]
        assert contents(shop) != before
        say(place, a, b, "withdrawn", reason="tried", author="tester")
        assert contents(shop) == before


def test_a_split_parts_what_was_named_and_only_that(shop: clew.Workspace, place: Workspace) -> None:
    before = contents(shop)
    words = words_of_split(place, ["415 555 2671"])
    assert split(place, ["415 555 2671"], reason="the neighbour's", author="tester")
    assert grouped(shop) == {frozenset({MIA, "account:m1"}), frozenset({BO, "account:b1", PHONE})}
    decide_all(place.journal, [(a, b, "withdrawn") for a, b, _ in words], reason="no", author="tester")
    assert contents(shop) == before


def test_a_whole_customer_cannot_be_split_from_nothing(place: Workspace) -> None:
    with pytest.raises(UsageError, match="all that the customer has"):
        split(place, [BO, "b1"], reason="", author="tester")
    with pytest.raises(UsageError, match="aren't one customer's"):
        split(place, [BO, MIA], reason="", author="tester")


def test_the_id_of_a_merged_customer_still_finds_them(shop: clew.Workspace, place: Workspace) -> None:
    (old,) = {str(row["customer_id"]) for row in shop.customers().to_dicts() if row["identifier"] == BO}
    say(place, MIA, BO, "same", reason="one person", author="tester")
    merged = customer_thread(place, BO).customer_id
    assert merged != old
    assert customer_thread(place, old).customer_id == merged
