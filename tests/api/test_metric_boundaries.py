"""How far a metric depends on where journeys were cut, over HTTP: told once a job has cut them otherwise, never before."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clew.api import create_app
from clew.app import cutting_otherwise
from clew.app.building import build
from clew.app.cutting_otherwise import metric_ranges
from clew.app.workspace import Workspace
from clew.store import latest_build
from tests.api.clients import ADDRESS, SECRET, TestClient, place_of, signed_in, stub_page
from tests.api.waiting import done, over

METRIC = "/api/v1/metrics/contacts_per_journey"
BOUNDARIES = f"{METRIC}/boundaries"


@pytest.fixture
def client(company: Workspace, tmp_path: Path) -> Iterator[TestClient]:
    """A client that is signed in to a copy of the small company, where jobs run."""
    shutil.copytree(company.folder, tmp_path / "workspace")
    app = create_app(
        Workspace(tmp_path / "workspace"), secret=SECRET, run_jobs=True, assets=stub_page(tmp_path / "page")
    )
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)


def test_before_the_job_the_answer_says_so_and_has_the_value_alone(
    served: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cuts(*_args: object) -> None:
        pytest.fail("was cut inside a request")

    monkeypatch.setattr(cutting_otherwise, "_cut", cuts)
    answer = served.get(BOUNDARIES, params={"channel": "email"})
    found = answer.json()
    assert (found["state"], found["others"], found["low"], found["high"]) == ("not_made", [], None, None)
    assert found["value"] == served.get(METRIC, params={"channel": "email"}).json()["metric"]


def test_a_job_cuts_them_and_the_answer_is_what_the_command_line_says(client: TestClient) -> None:
    before = client.get(BOUNDARIES)
    assert before.json()["state"] == "not_made"

    job = done(client, "weigh")
    assert job["result"] == {"built": False, "cut": ["finer", "coarser"]}
    assert done(client, "weigh")["result"] == {"built": False, "cut": []}

    after = client.get(BOUNDARIES, headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    found = after.json()
    assert found["state"] == "made"
    assert found["value"] == client.get(METRIC).json()["metric"]
    (told,) = metric_ranges(place_of(client), ["contacts_per_journey"])
    assert [each["boundaries"] for each in found["others"]] == ["finer", "coarser"]
    for each in found["others"]:
        expected = told.others[each["boundaries"]]
        assert each["metric"]["n"] == expected.n > 0
        for name in ("value", "low", "high"):
            assert each["metric"][name] == pytest.approx(getattr(expected, name))
    assert [found["low"], found["high"]] == pytest.approx([told.known[0], told.known[-1]])
    assert found["low"] < found["value"]["value"] < found["high"]

    again = client.get(BOUNDARIES, headers={"If-None-Match": after.headers["etag"]})
    assert again.status_code == 304


def test_the_selection_chooses_under_each_way_to_cut(client: TestClient) -> None:
    done(client, "weigh")

    def counted(**selection: str) -> list[int]:
        found = client.get(BOUNDARIES, params=selection).json()
        return [found["value"]["n"], *(each["metric"]["n"] for each in found["others"])]

    whole, late = counted(), counted(**{"from": "2026-03-20"})
    assert all(0 < some < every for some, every in zip(late, whole, strict=True))
    ordered = counted(channel="order")
    assert ordered[1] < ordered[0] < ordered[2]
    found = client.get(BOUNDARIES, params={"channel": "order"}).json()
    assert found["others"][0]["metric"]["value"] is None
    assert found["others"][0]["metric"]["reason"]
    refused = client.get(BOUNDARIES, params={"channel": "telegraph"})
    assert refused.status_code == 422
    assert client.get("/api/v1/metrics/no_such/boundaries").status_code == 404


def test_while_a_newer_build_is_opened_the_answer_asks_for_patience(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = place_of(client)
    views = client.app.state.server.views  # type: ignore[attr-defined]
    held = views.current()
    build(place, anew=True)
    newest = latest_build(place.journal)
    assert newest is not None
    monkeypatch.setattr(views, "current", lambda: held)
    assert client.get(BOUNDARIES).json()["state"] == "opening"
    monkeypatch.undo()
    views.wait()
    assert client.get(BOUNDARIES).json()["state"] == "not_made"


def test_an_erasure_leaves_no_journeys_that_were_cut_otherwise(client: TestClient) -> None:
    done(client, "weigh")
    place = place_of(client)
    listed = client.get("/api/v1/journeys", params={"limit": 1}).json()["items"][0]
    customer = listed["customer_id"]
    asked = client.post(
        f"/api/v1/customers/{customer}/erase", json={"confirm": customer, "reason": "asked for it in writing"}
    )
    assert asked.status_code in (200, 202), asked.text
    assert over(client, asked.json()["job_id"])["state"] == "done"
    assert not list((place.warehouse.root / "derived").rglob("*-finer.parquet"))


def test_only_whoever_is_signed_in_may_ask_and_cutting_needs_the_token(client: TestClient) -> None:
    stranger = TestClient(client.app, base_url=ADDRESS)
    assert stranger.get(BOUNDARIES).status_code == 401
    assert stranger.post("/api/v1/jobs", json={"kind": "weigh", "order": {}}).status_code == 401
    without = client.post("/api/v1/jobs", json={"kind": "weigh", "order": {}}, headers={"X-Clew-Csrf": "wrong"})
    assert without.status_code == 403
    assert client.post("/api/v1/jobs", json={"kind": "weigh", "order": {"finer": 1}}).status_code == 422
