"""Pain points over HTTP promise: each number is that of the list behind it, findings have their place, and unread isn't none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from clew.api import create_app
from clew.app.pain_points import pain_point_tallies
from clew.app.workspace import Workspace
from tests.api.clients import ADDRESS, SECRET, TestClient, signed_in, stub_page

LIST = "/api/v1/pain-points"


@pytest.fixture(scope="module")
def unread_served(unread: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client that is signed in to the company whose texts aren't read."""
    page: Path = stub_page(tmp_path_factory.mktemp("page") / "built")
    app = create_app(unread, secret=SECRET, run_jobs=False, assets=page)
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)


def lines(client: TestClient, **selection: str) -> dict[str, Any]:
    return {each["detector"]["name"]: each for each in client.get(LIST, params=selection).json()["lines"]}


def behind(client: TestClient, through: str, **selection: str) -> tuple[int, int]:
    page = client.get("/api/v1/journeys", params={"through": through, "limit": 1, **selection}).json()
    return page["occurrences"], page["journeys"]


def all_findings(client: TestClient, name: str, limit: int, **asked: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.get(f"{LIST}/{name}/findings", params={"limit": limit, **asked, **cursor}).json()
        found += page["items"]
        if page["next"] is None:
            assert len(found) == page["total"]
            return found
        cursor = {"cursor": page["next"]}


def test_what_is_told_of_all_journeys_is_what_the_command_line_tells(served: TestClient, company: Workspace) -> None:
    told = lines(served)
    for tally in pain_point_tallies(company):
        line = told[tally.detector.name]
        assert (line["found"], line["journeys"], line["share"]["n"]) == (tally.found, tally.journeys, tally.of_journeys)
        assert [line["share"][each] for each in ("value", "low", "high")] == pytest.approx(
            [tally.share, tally.low, tally.high]
        )
        assert line["median_amount"] == pytest.approx(tally.amount)


@pytest.mark.parametrize("selection", [{}, {"channel": "phone"}, {"outcome": "resolved"}])
def test_each_number_is_that_of_the_list_behind_it_under_the_same_selection(
    served: TestClient, selection: dict[str, str]
) -> None:
    answer = served.get(LIST, params=selection).json()
    assert behind(served, answer["through"], **selection) == (answer["found"], answer["hurt_journeys"])
    assert sum(line["found"] for line in answer["lines"]) == answer["found"] > 0
    for line in answer["lines"]:
        assert behind(served, line["through"], **selection) == (line["found"], line["journeys"])


def test_the_heaviest_stand_first_and_weigh_findings_times_severity(served: TestClient) -> None:
    weights = [line["weight"] for line in served.get(LIST).json()["lines"]]
    assert weights == sorted(weights, reverse=True)
    for line in served.get(LIST).json()["lines"]:
        assert line["weight"] == pytest.approx(line["found"] * line["severity"])


def test_channels_sum_to_all_findings_and_each_opens_its_own(served: TestClient) -> None:
    detail = served.get(f"{LIST}/no_next_step").json()
    assert sum(each["found"] for each in detail["channels"]) == detail["line"]["found"] > 0
    for each in detail["channels"]:
        assert behind(served, each["through"]) == (each["found"], each["journeys"])
        on = all_findings(served, "no_next_step", 500, on=each["channel"])
        assert (len(on), {finding["channel"] for finding in on}) == (each["found"], {each["channel"]})


@pytest.mark.parametrize("name", ["asked_again", "long_wait", "status_chasing"])
def test_findings_page_by_page_are_all_of_them_once_the_latest_first(served: TestClient, name: str) -> None:
    found = all_findings(served, name, 3)
    assert found == all_findings(served, name, 500)
    assert len({(each["journey_id"], each["position"]) for each in found}) == len(found) == lines(served)[name]["found"]
    moments = [each["at"] for each in found]
    assert moments == sorted(moments, reverse=True)


def test_a_finding_stands_at_its_step_of_the_thread_with_the_words_that_show_it(served: TestClient) -> None:
    for finding in all_findings(served, "asked_again", 500)[:10]:
        address = f"/api/v1/journeys/{quote(finding['journey_id'], safe='')}"
        thread = served.get(address, params={"at": finding["position"], "limit": 1}).json()
        (step,) = thread["steps"]["items"]
        assert (step["position"], step["at"], step["channel"]) == (
            finding["position"],
            finding["at"],
            finding["channel"],
        )
        assert "asked_again" in [each["detector"] for each in step["findings"]]
        assert finding["words"]
        said = [
            step["text"][each["start_char"] : each["end_char"]]
            for each in step["marked"]
            if any(title.startswith("Asked again") for title in each["titles"])
        ]
        assert any(finding["words"] in each for each in said)
        assert thread["pain_points"] == behind_journey(served, finding["journey_id"])


def behind_journey(client: TestClient, journey_id: str) -> int:
    steps = client.get(f"/api/v1/journeys/{quote(journey_id, safe='')}", params={"limit": 500}).json()["steps"]["items"]
    return sum(len(step["findings"]) for step in steps)


def test_marked_words_never_overlap_and_each_step_says_why_it_is_in_its_journey(served: TestClient) -> None:
    journey = all_findings(served, "asked_again", 1)[0]["journey_id"]
    steps = served.get(f"/api/v1/journeys/{quote(journey, safe='')}", params={"limit": 500}).json()["steps"]["items"]
    for step in steps:
        ends = [edge for each in step["marked"] for edge in (each["start_char"], each["end_char"])]
        assert ends == sorted(ends)
        assert step["joined_by"]
        assert 0 < step["joined_probability"] <= 1


def test_without_texts_what_shows_in_words_is_not_looked_for_and_says_why(unread_served: TestClient) -> None:
    told = lines(unread_served)
    assert told["asked_again"]["found"] is told["asked_again"]["journeys"] is None
    assert told["asked_again"]["share"]["value"] is None
    assert "texts aren't read" in told["asked_again"]["share"]["reason"]
    assert told["long_wait"]["found"] > 0
    last = list(told.values())[-sum(each["found"] is None for each in told.values()) :]
    assert all(each["found"] is None for each in last)
    assert unread_served.get(f"{LIST}/asked_again/findings").json()["items"] == []


def test_a_selection_of_few_journeys_withholds_the_share_but_not_the_count(served: TestClient) -> None:
    first = served.get("/api/v1/workspace").json()["view"]["first_day"]
    told = lines(served, to=first)
    states = {each["share"]["state"] for each in told.values()}
    assert states <= {"withheld", "thin", "empty"}
    assert all(each["share"]["value"] is None for each in told.values() if each["share"]["n"] < 5)


def test_an_answer_that_the_reader_has_is_not_sent_again(served: TestClient) -> None:
    for address in (LIST, f"{LIST}/long_wait", f"{LIST}/long_wait/findings"):
        tag = served.get(address).headers["etag"]
        assert served.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{LIST}/sadness", 404),
        (f"{LIST}/sadness/findings", 404),
        (f"{LIST}?channel=pigeon", 422),
        ("/api/v1/journeys?through=pain_point:sadness", 422),
        ("/api/v1/journeys?through=pain_point:long_wait/pigeon", 422),
    ],
)
def test_what_names_no_pain_point_is_refused_with_a_sentence(served: TestClient, address: str, status: int) -> None:
    answer = served.get(address)
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_nobody_reads_pain_points_who_is_not_signed_in(served: TestClient) -> None:
    stranger = TestClient(served.app, base_url=str(served.base_url))
    for address in (LIST, f"{LIST}/long_wait", f"{LIST}/long_wait/findings"):
        assert stranger.get(address).status_code == 401
