"""The overview over HTTP: each panel adds up, opens what it counts, and remembers when it was last looked at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clew.api import create_app
from clew.app.workspace import Workspace
from tests.api.clients import ADDRESS, SECRET, TestClient, signed_in
from tests.api.conftest import Fresh

OVERVIEW = "/api/v1/overview"


@pytest.fixture
def own(company: Workspace, tmp_path: Path) -> Iterator[TestClient]:
    """A client that is signed in to a copy of the small company, to be written to."""
    company.journal.close()
    shutil.copytree(company.folder, tmp_path / "own")
    app = create_app(tmp_path / "own", secret=SECRET, run_jobs=False)
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)


def test_the_headline_is_the_catalogue_s_and_compares_two_equal_periods(served: TestClient) -> None:
    found = served.get(f"{OVERVIEW}/headline").json()
    catalogue = {line["metric"]["name"]: line for line in served.get("/api/v1/metrics").json()["metrics"]}
    assert found["now"]["days"] == found["before"]["days"]
    for line in found["metrics"]:
        assert line["metric"] == catalogue[line["metric"]["name"]]["metric"]
        assert sum(line["parts"].values()) == found["journeys"]
        opened = served.get("/api/v1/journeys", params={"through": line["through"], "limit": 1}).json()
        assert opened["occurrences"] == line["metric"]["n"]
        days = {"from": found["now"]["first_day"], "to": found["now"]["last_day"]}
        asked = served.get(f"/api/v1/metrics/{line['metric']['name']}", params=days).json()
        assert line["change"]["now"] == asked["metric"]


@pytest.mark.parametrize("by", ["waiting", "unresolved"])
def test_the_worst_handoffs_add_up_and_open_theirs(served: TestClient, by: str) -> None:
    found = served.get(f"{OVERVIEW}/handoffs", params={"by": by}).json()
    assert sum(line["n"] for line in found["lines"]) + found["below_shown"] + found["thin"] == found["total"] > 0
    for line in found["lines"]:
        listed = served.get("/api/v1/journeys", params={"through": line["through"], "limit": 1}).json()
        assert (listed["occurrences"], listed["journeys"]) == (line["n"], line["journeys"])


def test_a_wait_in_all_is_the_median_wait_times_the_handoffs_that_have_one(
    served: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clew.app.view.overview.handoffs.RANKED_FROM", 2)
    lines = served.get(f"{OVERVIEW}/handoffs", params={"channel": ["email", "phone"]}).json()["lines"]
    assert lines
    for line in lines:
        assert 0 < line["answered"] <= line["n"]
        assert line["waiting_seconds"] == line["median_wait_seconds"] * line["answered"]


def test_the_busiest_journeys_add_up_and_open_theirs(served: TestClient) -> None:
    found = served.get(f"{OVERVIEW}/journeys", params={"channel": "email"}).json()
    for lines in (found["paths"], found["issues"]):
        assert sum(line["n"] for line in lines) == found["journeys"] > 0
        assert sum(line["share"] for line in lines) == pytest.approx(1)
    for line in found["paths"]:
        params = {"through": line["through"], "limit": 1, "channel": "email"}
        assert served.get("/api/v1/journeys", params=params).json()["occurrences"] == line["n"]


def test_every_row_of_every_source_is_accounted_for(served: TestClient) -> None:
    found = served.get(f"{OVERVIEW}/health").json()
    for ledger in [found["total"], *(source["tally"] for source in found["sources"])]:
        assert ledger["balanced"]
        became = ledger["stored"] + ledger["duplicate"] + ledger["quarantined"] + ledger["refused"]
        assert ledger["received"] == became
    assert sum(source["tally"]["received"] for source in found["sources"]) == found["total"]["received"]
    assert found["current"]


def test_before_anything_is_built_the_health_is_told_and_the_rest_says_what_to_do(fresh: Fresh) -> None:
    client = fresh()
    assert client.get(f"{OVERVIEW}/health").json()["sources"] == []
    for panel in ("headline", "handoffs", "journeys", "changes"):
        answer = client.get(f"{OVERVIEW}/{panel}")
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-built"), panel


def test_a_first_visit_is_noted_and_compared_with_nothing(own: TestClient) -> None:
    assert own.get(f"{OVERVIEW}/changes").json()["since"] is None
    noted = own.post("/api/v1/visits").json()
    assert own.post("/api/v1/visits").json() == noted
    assert own.get(f"{OVERVIEW}/changes").json()["since"] is None


def test_the_next_visit_is_compared_with_the_one_before(own: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    noted = own.post("/api/v1/visits").json()
    from clew.store import now_us

    later = now_us() + 2 * 3_600_000_000
    monkeypatch.setattr("clew.api.endpoints.visits.now_us", lambda: later)
    found = own.get(f"{OVERVIEW}/changes").json()
    assert (found["since"], found["same_build"], found["interactions"]) == (noted["at"], True, 0)
    assert {each["difference"]["value"] for each in found["moved"] if each["now"]["value"] is not None} == {0}
    assert {each["difference"]["verdict"] for each in found["moved"]} <= {"within_chance", "unknown"}


def test_a_visit_is_noted_only_for_this_page_s_own_requests(own: TestClient) -> None:
    assert own.post("/api/v1/visits", headers={"X-Clew-Csrf": "wrong"}).status_code == 403
