"""What waits for a person's eye is asked once, shown side by side, and an answer counts until it is taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest.importorskip("splink", reason="Splink isn't installed: pip install 'clew[identity]'")

from clew.app.building import build
from clew.app.identity.deciding import say
from clew.app.identity.matching import match
from clew.app.identity.person_erase import erase
from clew.app.identity.review import Waiting, answer, queue, side_by_side
from clew.app.jobs.job import Job, JobProgress
from clew.app.jobs.kind import Work, known_kinds, ordered
from clew.app.workspace import Workspace
from clew.customers import decisions, proposals
from clew.model import UsageError
from tests.app.identity.town import customers, settings, tables, town_workspace
from tests.cli.running import run


@pytest.fixture(scope="module")
def matched_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = town_workspace(tmp_path_factory.mktemp("town"))
    settings(workspace.folder, 'likeness = "review"')
    workspace = Workspace(workspace.folder)
    match(workspace)
    build(workspace)
    queue(workspace)
    workspace.close()
    return workspace.folder


@pytest.fixture
def town(matched_once: Path, tmp_path: Path) -> Workspace:
    """A workspace in which every pair waits."""
    return Workspace(Path(shutil.copytree(matched_once, tmp_path / "town")))


def first(workspace: Workspace) -> Waiting:
    return queue(workspace, most=1).items[0]


def test_an_answer_changes_customers_and_taking_it_back_restores_every_table(town: Workspace) -> None:
    before, total = tables(town), queue(town).total
    pair = first(town)
    answer(town, pair.number, "same", reason="one street", author="mia")
    assert customers(town)[pair.identifier_a] == customers(town)[pair.identifier_b]
    assert pair.number not in {each.number for each in queue(town).items}
    say(town, pair.identifier_a, pair.identifier_b, "withdrawn", reason="a slip", author="mia")
    after = tables(town)
    assert {name: rows for name, rows in after.items() if name != "identity_links"} == {
        name: rows for name, rows in before.items() if name != "identity_links"
    }
    assert queue(town).total == total


def test_an_answer_stands_in_the_ledger_with_its_ground(town: Workspace) -> None:
    pair = first(town)
    answer(town, pair.number, "same", reason="one street", author="mia")
    (row,) = tables(town)["identity_links"]
    assert row[:6] == (pair.identifier_a, pair.identifier_b, "person", 1, "same", True)
    assert (row[6], row[-2], row[-1]) == ("one street", "mia", f"likeness {pair.weight:+.1f} bits")


def test_different_people_are_not_asked_about_again_not_even_after_matching_anew(town: Workspace) -> None:
    pair = first(town)
    answer(town, pair.number, "different", reason="father and son", author="mia")
    match(town)
    assert pair.number not in {each.number for each in queue(town).items}
    asked = {frozenset((each.customer_a, each.customer_b)) for each in queue(town).items}
    assert frozenset((pair.customer_a, pair.customer_b)) not in asked


def test_different_counts_for_what_would_join_by_itself(town: Workspace) -> None:
    settings(town.folder, 'likeness = "accept"')
    town = Workspace(town.folder)
    sure = next(each for each in proposals(town.journal) if each.band == "accept")
    assert customers(town)[sure.identifier_a] == customers(town)[sure.identifier_b]
    answer(town, sure.number, "different", reason="twins", author="mia")
    assert customers(town)[sure.identifier_a] != customers(town)[sure.identifier_b]


def test_a_question_survives_being_answered_matched_anew_and_taken_back(town: Workspace) -> None:
    pair, known = first(town), proposals(town.journal)
    answer(town, pair.number, "same", reason="one street", author="mia")
    match(town)
    assert proposals(town.journal) == known
    say(town, pair.identifier_a, pair.identifier_b, "withdrawn", reason="a slip", author="mia")
    assert pair.number in {each.number for each in queue(town).items}


def test_who_is_unsure_lets_it_wait_behind_the_others(town: Workspace) -> None:
    pair = first(town)
    before = customers(town)
    answer(town, pair.number, "unsure", reason="no idea", author="mia")
    assert queue(town).items[-1].number == pair.number
    assert queue(town).items[-1].was_unsure
    assert customers(town) == before


def test_two_customers_are_one_question_however_many_of_their_identifiers_are_alike(town: Workspace) -> None:
    asked = [frozenset((each.customer_a, each.customer_b)) for each in queue(town).items]
    assert len(asked) == len(set(asked))
    weights = [each.weight for each in queue(town).items]
    assert weights == sorted(weights, reverse=True)


def test_side_by_side_shows_every_trait_and_adds_up(town: Workspace) -> None:
    pair = next(each for each in queue(town).items if each.weight > 5)
    both = side_by_side(town, pair.number)
    assert both.waits
    assert both.start + sum(each.weight for each in both.evidence) == pytest.approx(pair.weight, abs=0.01)
    assert both.start < -3
    assert (
        {"first_name", "last_name"} <= {row.trait for row in both.traits} <= {"first_name", "last_name", "birth_date"}
    )
    assert {row.trait: row.weight for row in both.traits if row.weight is not None} == {
        each.column: each.weight for each in both.evidence
    }
    assert both.left.identifiers == (pair.identifier_a,)
    assert (both.left.sources, both.left.interactions) == (("town",), 0)
    assert all(told.sources == ("town",) for row in both.traits for told in (*row.left, *row.right))
    assert len(both.words) == 1 + len(both.evidence)


def test_a_number_that_nothing_has_and_one_whose_side_is_gone_are_refused(town: Workspace) -> None:
    pair = first(town)
    with pytest.raises(UsageError, match="Nothing is proposed under number 99999"):
        answer(town, 99999, "same", reason="", author="mia")
    erase(town, pair.identifier_a, reason="asked", author="tester")
    with pytest.raises(UsageError, match="Nothing is proposed"):
        side_by_side(town, pair.number)


def test_a_job_matches_and_joins_as_the_command_does(town: Workspace, tmp_path: Path) -> None:
    known = proposals(town.journal)
    job = Job("1", "match", ordered(town, "match", {}), "running", "mia", 1)
    heard: list[JobProgress] = []
    result = known_kinds()["match"].run(Work(town, job, tmp_path, heard.append))
    assert result["accepted"] == sum(each.band == "accept" for each in known)
    assert {each.stage for each in heard} >= {"looking", "joining"}
    with pytest.raises(UsageError):
        ordered(town, "match", {"people": "all"})


def test_the_commands_say_the_same(town: Workspace) -> None:
    waiting = run("customers", "review", "-w", town.folder, "--json").json()
    assert waiting["total"] == len(waiting["items"]) == queue(town).total
    number = waiting["items"][0]["number"]
    assert f"Pair {number}:" in run("customers", "review", number, "-w", town.folder).out
    assert run("customers", "review", number, "perhaps", "-w", town.folder).code == 2
    said = run("customers", "review", number, "different", "-w", town.folder, "--json").json()
    assert (said["verdict"], said["reason"]) == ("different", "reviewed")
    assert decisions(town.journal)[-1].verdict == "different"
    model = run("customers", "model", "-w", town.folder, "--json").json()
    assert {row["column"] for row in model["weights"]} == {"first_name", "last_name", "birth_date"}
    assert "at the start" in run("customers", "model", "-w", town.folder).out
    assert run("customers", "match", "--forget", "-w", town.folder).code == 0
    assert run("customers", "review", "-w", town.folder, "--json").json()["total"] == 0
    assert run("customers", "model", "-w", town.folder).code == 2
    again = run("customers", "match", "-w", town.folder, "--json").json()
    assert again["records"] > 200
    assert again["looked_at"] == again["accepted"] + again["to_review"] + again["rejected"] + again["joined_before"]
