"""Customers who are alike are found, joined as far as the settings let it, and apart again without a trace."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("splink", reason="Splink isn't installed: pip install 'clew[identity]'")

from clew.app.building import build, is_current
from clew.app.identity.deciding import Change, changed_policy, try_change
from clew.app.identity.matching import current_model, fates_of_proposals, forget_likeness, match
from clew.app.identity.person_erase import erase
from clew.app.identity.review import queue
from clew.app.workspace import Workspace
from clew.customers import proposals
from clew.model import UsageError
from tests.app.identity.town import customers, pairwise, settings, tables, town_workspace, values_of


@pytest.fixture(scope="module")
def matched_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = town_workspace(tmp_path_factory.mktemp("town"))
    match(workspace)
    build(workspace)
    workspace.close()
    return workspace.folder


@pytest.fixture
def town(matched_once: Path, tmp_path: Path) -> Workspace:
    """A workspace that was matched and built."""
    return Workspace(Path(shutil.copytree(matched_once, tmp_path / "town")))


def test_people_with_nothing_exact_in_common_are_found(town: Workspace) -> None:
    precision, recall, f1 = pairwise(town)
    assert precision >= 0.95
    assert recall >= 0.6
    assert f1 >= 0.75
    settings(town.folder, 'rules_off = ["likeness"]')
    assert pairwise(Workspace(town.folder))[2] == 0


def test_without_proposals_everything_is_as_it_was_before(town: Workspace, tmp_path: Path) -> None:
    before = tables(town_workspace(tmp_path))
    assert tables(town)["customers"] != before["customers"]
    forget_likeness(town)
    after = tables(town)
    assert [row[1] for row in after["customers"]] == [row[1] for row in before["customers"]]
    assert [row[0] for row in after["customers"]] == [row[0] for row in before["customers"]]
    assert after["identity_links"] == before["identity_links"] == []
    assert current_model(town) is None


def test_matching_again_asks_the_same_and_changes_nothing(town: Workspace) -> None:
    before, known = tables(town), proposals(town.journal)
    match(town)
    assert proposals(town.journal) == known
    assert is_current(town)
    assert tables(town) == before


def test_every_link_says_which_proposal_it_is_and_how_sure(town: Workspace) -> None:
    known = {f"proposal {each.number}": each for each in proposals(town.journal)}
    build(town)
    with town.session() as connection:
        links = connection.execute(
            "SELECT identifier_a, identifier_b, evidence, confidence, times, author FROM identity_links WHERE rule = 'likeness'"
        ).fetchall()
    assert len(links) == sum(each.band == "accept" for each in known.values()) > 50
    for a, b, evidence, confidence, times, author in links:
        assert (a, b) == (known[evidence].identifier_a, known[evidence].identifier_b)
        assert confidence == min(known[evidence].probability, 0.999999)
        assert (times, author) == (0, "rule")


def test_turning_the_rule_off_can_be_tried_first(town: Workspace) -> None:
    here = len(set(customers(town).values()))
    policy = changed_policy(town.settings.identity, off=["likeness"], limits=(), blocked=())
    found = try_change(town, Change(policy=policy))
    assert (found.customers_before, found.customers_after) == (here, len(customers(town)))
    assert len(set(customers(town).values())) == here


def test_in_review_nothing_joins_by_itself_and_everything_waits(town: Workspace) -> None:
    settings(town.folder, 'likeness = "review"')
    careful = Workspace(town.folder)
    assert len(set(customers(careful).values())) == len(customers(careful))
    assert queue(careful).total == len(proposals(careful.journal))
    settings(town.folder, 'likeness = "off"')
    off = Workspace(town.folder)
    assert queue(off).total == 0
    with pytest.raises(UsageError, match="switched off"):
        match(off)


def test_a_limit_still_keeps_them_apart_and_says_so(tmp_path: Path) -> None:
    workspace = town_workspace(tmp_path, "account_number")
    match(workspace)
    assert len(set(customers(workspace).values())) == len(customers(workspace))
    fates = fates_of_proposals(workspace)
    assert list(fates) == ["left out: at most 1 account"]
    assert sum(fates.values()) == sum(each.band == "accept" for each in proposals(workspace.journal))
    assert any(each.held_back == "left out: at most 1 account" for each in queue(workspace).items)


def test_proposals_and_model_hold_nothing_personal(town: Workspace) -> None:
    model = current_model(town)
    assert model is not None
    (file,) = (town.store / "likeness").iterdir()
    assert file.name == f"{model.version}.json"
    written = file.read_text(encoding="utf-8") + json.dumps(
        [[trace.words for trace in each.evidence] for each in proposals(town.journal)]
    )
    names = {value for value in values_of(town) if len(value) > 2}
    assert len(names) > 100
    told = {word.strip('",.:;()[]') for word in written.split()}
    assert not names & told


def test_erasing_one_takes_what_was_proposed_of_them_and_no_more(town: Workspace) -> None:
    (first, *_) = proposals(town.journal)
    before = proposals(town.journal)
    gone = {name for name, customer in customers(town).items() if customer == customers(town)[first.identifier_a]}
    erase(town, first.identifier_a, reason="asked for it", author="tester")
    left = proposals(town.journal)
    assert left == [each for each in before if not gone & {each.identifier_a, each.identifier_b}]
    assert len(left) < len(before)
    assert not gone & set(customers(town))


def test_too_little_to_learn_from_is_said_in_numbers(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"Here are 11 records .* needed are 50 records and 2 such columns"):
        match(town_workspace(tmp_path, people=5))


def test_without_splink_the_remedy_is_named(town: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(UsageError, match=r"pip install 'clew\[identity\]'"):
        match(town)
