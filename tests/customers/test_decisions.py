"""People's links are dated and can be taken back: what follows is exactly what was before, ids included."""

from __future__ import annotations

from pathlib import Path

import pytest

import clew
from clew.app.workspace import Workspace
from clew.customers import decide, decisions
from clew.model import UsageError
from tests.customers.people import Row, decided, grouped, ids, imported, people, seen, tables

MIA, PHONE, BO = "email:mia@x", "phone:+1", "email:bo@x"
STORY = [seen(1, MIA, PHONE), seen(2, BO), seen(3, PHONE)]
TABLES = ("customers", "journeys", "steps", "handoffs")


def test_a_person_can_join_what_no_rule_joins() -> None:
    assert people(STORY, decisions=[decided(MIA, BO, True, 9)]) == {frozenset({MIA, PHONE, BO})}


def test_a_person_can_part_what_a_rule_joins() -> None:
    assert people(STORY, decisions=[decided(MIA, PHONE, False, 9)]) == {
        frozenset({MIA}),
        frozenset({PHONE}),
        frozenset({BO}),
    }


def test_the_latest_word_about_a_pair_holds() -> None:
    assert people(STORY, decisions=[decided(MIA, BO, True, 8), decided(BO, MIA, False, 9)]) == people(STORY)
    assert people(STORY, decisions=[decided(MIA, BO, False, 8), decided(BO, MIA, True, 9)]) == {
        frozenset({MIA, PHONE, BO})
    }


def test_taking_a_link_back_restores_customers_exactly_whenever_it_was_made() -> None:
    # Also where the clock of the decision was behind the data, and where an identifier was never seen in any.
    for at in (-5, 0, 2, 99):
        taken_back = [decided(MIA, BO, True, at), decided(MIA, BO, False, at + 1)]
        unseen = [decided(BO, "email:new@x", True, at), decided(BO, "email:new@x", False, at + 1)]
        assert tables(STORY, decisions=[*taken_back, *unseen])[1] == tables(STORY)[1]


def test_an_identifier_that_only_a_person_named_belongs_to_its_customer_and_never_names_it() -> None:
    found = ids(STORY, decisions=[decided(BO, "email:a-new@x", True, -5)])

    assert frozenset({BO, "email:a-new@x"}) in found.values()
    assert set(found) == set(ids(STORY))


def test_taking_a_link_back_restores_every_table_of_a_workspace(tmp_path: Path) -> None:
    workspace = imported(tmp_path, "email,issue,case_ref", "mia@x,billing,", "bo@x,billing,", "bo@x,,", "bo@x,,7")
    before = contents(workspace)

    say(workspace, "email:mia@x", "email:bo@x", asserted=True)
    joined = contents(workspace)
    assert grouped(workspace) == {frozenset({"email:mia@x", "email:bo@x"})}
    assert joined["journeys"] != before["journeys"]

    say(workspace, "email:bo@x", "email:mia@x", asserted=False)
    assert contents(workspace) == before


def test_decisions_are_kept_with_author_reason_and_time(tmp_path: Path) -> None:
    workspace = imported(tmp_path, "email", "mia@x")
    say(workspace, "email:mia@x", "email:bo@x", asserted=True)

    (found,) = decisions(Workspace(workspace.path).journal)
    assert (found.identifier_a, found.identifier_b, found.verdict) == ("email:bo@x", "email:mia@x", "same")
    assert (found.author, found.reason) == ("tester", "said in a test")
    assert found.at_us > 0


def say(workspace: clew.Workspace, a: str, b: str, *, asserted: bool) -> None:
    journal = Workspace(workspace.path).journal
    verdict = "same" if asserted else "retracted"
    decide(journal, a, b, verdict, reason="said in a test", author="tester")


def contents(workspace: clew.Workspace) -> dict[str, list[Row]]:
    return {name: getattr(workspace, name)().to_dicts() for name in TABLES}


def test_a_word_without_a_reason_is_refused(tmp_path: Path) -> None:
    journal = Workspace(clew.create(tmp_path / "here").path).journal
    with pytest.raises(UsageError, match="Say why"):
        decide(journal, "email:a@x.org", "email:b@x.org", "same", reason="  ", author="t")
    assert decisions(journal) == []
