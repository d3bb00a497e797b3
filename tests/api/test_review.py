"""The review queue answers what waits and why, shows both sides, and takes one answer for a pair, which can be taken back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("splink", reason="Splink isn't installed: pip install 'clew[identity]'")

from clew.api import create_app
from clew.app.building import build
from clew.app.identity.matching import match
from clew.app.identity.person_erase import erase
from clew.app.identity.review import answer as write_down
from clew.app.identity.review import queue
from clew.app.workspace import Workspace
from clew.customers import Verdict, decide_all, decisions, proposals
from clew.customers.matching import session as matching_session
from clew.model import UsageError
from tests.api.clients import ADDRESS, SECRET, TestClient, place_of, rebuilt, signed_in, stub_page
from tests.api.conftest import Fresh
from tests.app.identity.town import settings, town_workspace, values_of

REVIEW = "/api/v1/review"


@pytest.fixture(scope="module")
def matched_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = town_workspace(tmp_path_factory.mktemp("town"))
    settings(workspace.folder, 'likeness = "review"')
    workspace = Workspace(workspace.folder)
    match(workspace)
    build(workspace)
    workspace.close()
    return workspace.folder


@pytest.fixture
def town(matched_once: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A client of a town of its own, in which every pair waits."""
    workspace = Workspace(Path(shutil.copytree(matched_once, tmp_path / "town")))
    app = create_app(workspace, secret=SECRET, run_jobs=False, assets=stub_page(tmp_path / "page"))
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)
    workspace.close()


def got(client: TestClient, path: str = "", **params: object) -> Any:
    answer = client.get(f"{REVIEW}{path}", params=params)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    return answer.json()


def answered(client: TestClient, number: int, verdict: str, reason: str = "one street") -> Any:
    answer = client.post(f"{REVIEW}/{number}", json={"verdict": verdict, "reason": reason})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_queue_is_the_commands_the_surest_first_in_pages(town: TestClient) -> None:
    waiting = queue(place_of(town))
    found = got(town, limit=3)

    assert (found["state"], found["total"], found["pending"]) == ("waiting", waiting.total, 0)
    assert [each["number"] for each in found["items"]] == [each.number for each in waiting.items[:3]]
    later = got(town, limit=3, cursor=found["next"])
    assert [each["number"] for each in later["items"]] == [each.number for each in waiting.items[3:6]]
    assert found["proposed"] == len(proposals(place_of(town).journal))
    assert found["cannot_match"] == ""


def test_both_sides_are_shown_with_weights_that_add_up(town: TestClient) -> None:
    items = got(town, limit=500)["items"]
    both = got(town, f"/{items[0]['number']}")

    assert both["start"] + sum(each["weight"] for each in both["evidence"]) == pytest.approx(
        both["pair"]["weight"], abs=0.01
    )
    assert {row["trait"] for row in both["traits"]} >= {"first_name", "last_name"}
    assert all(told["sources"] and told["at"] for row in both["traits"] for told in (*row["left"], *row["right"]))
    assert both["left"]["customer_id"] == both["pair"]["customer_a"] != both["right"]["customer_id"]
    assert (both["place"], both["total"], both["following"]) == (1, len(items), items[1]["number"])
    last = got(town, f"/{items[-1]['number']}")
    assert (both["preceding"], last["preceding"], last["following"]) == (None, items[-2]["number"], items[0]["number"])


def test_an_answer_leaves_the_queue_at_once_and_counts_from_the_next_build(town: TestClient) -> None:
    pair = got(town)["items"][0]
    total = got(town)["total"]
    assert answered(town, pair["number"], "same") == {"pending": 1, "total": total - 1}

    found = got(town)
    assert pair["number"] not in {each["number"] for each in found["items"]}
    (word,) = decisions(place_of(town).journal)
    assert (word.verdict, word.reason, word.basis[:8]) == ("same", "one street", "likeness")
    assert word.author == got(town, f"/{pair['number']}")["answer"]["author"] != ""
    rebuilt(town)
    assert got(town)["pending"] == 0
    customers = {
        town.get(f"/api/v1/customers/{pair[side]}").json()["customer_id"] for side in ("customer_a", "customer_b")
    }
    assert len(customers) == 1


def test_different_people_leave_the_queue_and_stay_two(town: TestClient) -> None:
    pair = got(town)["items"][0]
    answered(town, pair["number"], "different")
    rebuilt(town)

    assert pair["number"] not in {each["number"] for each in got(town)["items"]}
    both = got(town, f"/{pair['number']}")
    assert both["left"]["customer_id"] != both["right"]["customer_id"]
    assert (both["waits"], both["answer"]["verdict"]) == (False, "different")


def test_unsure_waits_behind_all_others_and_asks_for_no_build(town: TestClient) -> None:
    before = got(town, limit=500)
    answered(town, before["items"][0]["number"], "unsure")
    after = got(town, limit=500)

    assert (after["items"][-1]["number"], after["items"][-1]["was_unsure"]) == (before["items"][0]["number"], True)
    assert (after["total"], after["pending"], after["unsure"]) == (before["total"], 0, 1)


def test_who_answers_what_is_settled_meanwhile_is_told_and_changes_nothing(town: TestClient) -> None:
    number = got(town)["items"][0]["number"]
    answered(town, number, "different")
    again = town.post(f"{REVIEW}/{number}", json={"verdict": "same", "reason": "x"})

    assert (again.status_code, again.json()["type"]) == (409, "/problems/settled")
    assert [each.verdict for each in decisions(place_of(town).journal)] == ["different"]


def test_ones_own_answer_can_be_taken_back_until_it_is_built_in(town: TestClient) -> None:
    before = got(town, limit=500)
    number = before["items"][0]["number"]
    nothing = town.post(f"{REVIEW}/{number}", json={"verdict": "taken_back", "reason": "x"})
    assert nothing.status_code == 409
    answered(town, number, "same")
    assert got(town, f"/{number}")["can_take_back"] is True
    answered(town, number, "taken_back", "a slip")

    assert got(town, limit=500) == before
    answered(town, number, "same")
    rebuilt(town)
    assert town.post(f"{REVIEW}/{number}", json={"verdict": "taken_back", "reason": "x"}).status_code == 409


def test_nobody_takes_back_here_what_another_person_said(town: TestClient) -> None:
    pair = got(town)["items"][0]
    write_down(place_of(town), pair["number"], "different", reason="x", author="somebody else")
    number = pair["number"]

    assert got(town, f"/{number}")["can_take_back"] is False
    assert town.post(f"{REVIEW}/{number}", json={"verdict": "taken_back", "reason": "x"}).status_code == 409


def test_a_pair_that_is_not_proposed_or_whose_side_was_erased_is_not_found(town: TestClient) -> None:
    pair = got(town)["items"][0]
    assert town.get(f"{REVIEW}/99999").status_code == 404
    erase(place_of(town), pair["identifier_a"], reason="asked", author="tester")
    rebuilt(town)
    for answer in (
        town.get(f"{REVIEW}/{pair['number']}"),
        town.post(f"{REVIEW}/{pair['number']}", json={"verdict": "same", "reason": "x"}),
    ):
        assert answer.status_code == 404
        assert pair["identifier_a"] not in answer.text


def test_the_model_is_told_by_column_and_step_and_holds_no_value(town: TestClient) -> None:
    answer = town.get(f"{REVIEW}/model")
    model = answer.json()["model"]

    assert {each["column"] for each in model["columns"]} == {"first_name", "last_name", "birth_date"}
    assert all(each["levels"] for each in model["columns"])
    assert model["prior_weight"] < -3 < 0 < model["prior"] < 1
    assert model["trained_at"].startswith("20")
    told = json.dumps(model).lower()
    assert not [value for value in values_of(place_of(town)) if len(value) > 4 and f'"{value.lower()}"' in told]
    again = town.get(f"{REVIEW}/model", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_empty_queue_says_why(town: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = place_of(town).journal
    words: list[tuple[str, str, Verdict]] = [
        (each.identifier_a, each.identifier_b, "different") for each in proposals(journal)
    ]
    decide_all(journal, words, reason="x", author="tester")
    assert (got(town)["state"], got(town)["total"]) == ("answered", 0)
    rebuilt(town)
    assert (got(town)["state"], got(town)["pending"]) == ("nothing", 0)

    def missing() -> None:
        raise UsageError(matching_session.REMEDY)

    monkeypatch.setattr("clew.app.view.identity.reviewing.check_splink", missing)
    assert "pip install" in got(town)["cannot_match"]


def test_before_the_first_build_and_before_the_first_match_it_says_so(fresh: Fresh, served: TestClient) -> None:
    assert fresh().get(REVIEW).status_code == 409
    assert got(served)["state"] == "never_matched"
    assert got(served, "/model") == {"model": None}


def test_nothing_is_answered_without_the_sessions_token_or_signed_out(town: TestClient) -> None:
    number, body = got(town)["items"][0]["number"], {"verdict": "same", "reason": "x"}
    stranger = TestClient(town.app, base_url=ADDRESS)
    forged = TestClient(town.app, base_url=ADDRESS, cookies=dict(town.cookies))

    assert stranger.get(REVIEW).status_code == stranger.get(f"{REVIEW}/{number}").status_code == 401
    assert stranger.post(f"{REVIEW}/{number}", json=body).status_code == 401
    assert forged.post(f"{REVIEW}/{number}", json=body).status_code == 403
    assert not decisions(place_of(town).journal)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"verdict": "retracted", "reason": "x"},
        {"verdict": "same", "reason": "  "},
        {"verdict": "same", "reason": "x" * 501},
        {"verdict": "same", "reason": "a\x00b"},
    ],
)
def test_answers_of_a_wrong_shape_are_refused(town: TestClient, body: dict[str, object]) -> None:
    number = got(town)["items"][0]["number"]
    assert town.post(f"{REVIEW}/{number}", json=body).status_code == 422
    assert not decisions(place_of(town).journal)


@pytest.mark.parametrize("number", ["0", "-1", "x", "1e3", "99999999999999999999"])
def test_numbers_that_are_none_are_refused(served: TestClient, number: str) -> None:
    assert served.get(f"{REVIEW}/{number}").status_code == 422


def test_a_reason_that_names_one_of_them_is_refused_without_repeating_it(town: TestClient) -> None:
    pair = got(town)["items"][0]
    body = {"verdict": "same", "reason": f"see {pair['identifier_a'].upper()}"}
    answer = town.post(f"{REVIEW}/{pair['number']}", json=body)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/reason-names-them")
    assert pair["identifier_a"] not in answer.text
    hostile = "<img src=x onerror=alert(1)>\u202e' OR 1=1 --"
    answered(town, pair["number"], "different", hostile)
    assert got(town, f"/{pair['number']}")["answer"]["reason"] == hostile
