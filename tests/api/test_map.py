"""The map over the interface: the whole of it, one cell opened, and files to take along, each under the same selection."""

from __future__ import annotations

import json

import pytest

from clew.app.mapping_out import make_map
from clew.app.workspace import Workspace
from clew.maps import to_json
from tests.api.clients import TestClient


def read(client: TestClient, address: str, **query: object) -> dict:
    answer = client.get(f"/api/v1{address}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_map_has_a_cell_for_each_lane_in_each_column_and_numbers_that_open(served: TestClient) -> None:
    found = read(served, "/map", open=["support"])
    columns = [column["id"] for column in found["columns"]]

    assert [column["kind"] for column in found["columns"]].count("stage") == 5
    assert [column["kind"] for column in found["columns"]].count("step") == 6
    assert [column["kind"] for column in found["columns"]].count("other") == 1
    assert [lane["kind"] for lane in found["lanes"]] == [
        *("reach", "channels", "touchpoints", "doing", "waits", "handoffs", "outcomes", "metrics")
    ]
    for lane in found["lanes"]:
        assert [cell["column"] for cell in lane["cells"]] == columns
        for cell in lane["cells"]:
            listed = read(served, "/journeys", through=cell["through"], limit=1)
            assert (listed["occurrences"], listed["journeys"]) == (cell["n"], cell["journeys"])


def test_the_list_behind_an_entry_is_as_long_as_its_number_says(served: TestClient) -> None:
    asked = {"channel": "chat", "from": "2026-03-10"}
    found = read(served, "/map", **asked)
    entries = [entry for lane in found["lanes"] for cell in lane["cells"] for entry in cell["entries"]]

    assert any(entry["other"] for entry in entries)
    for entry in entries[::3]:
        assert read(served, "/journeys", through=entry["through"], limit=1, **asked)["occurrences"] == entry["n"]


def test_a_cell_opens_with_its_definition_query_trend_paths_and_sources(served: TestClient) -> None:
    (lane,) = [lane for lane in read(served, "/map")["lanes"] if lane["kind"] == "channels"]
    cell = next(cell for cell in lane["cells"] if cell["column"] == "support")
    found = read(served, "/map/cell", cell=cell["cell"])
    part = read(served, "/map/cell", cell=cell["entries"][0]["through"].removeprefix("cell:"))

    assert (found["n"], found["whole"], found["journeys"]) == (cell["n"], cell["n"], cell["journeys"])
    assert found["cell"] == cell
    assert found["says"] == "Every step that stands in the column, by the channel it was on."
    assert found["sql"].startswith("SELECT s.channel AS entry")
    assert sum(bucket["n"] for bucket in found["counts"]["buckets"]) == cell["n"]
    assert found["values"] is None
    assert sum(variant["journeys"] for variant in found["variants"]) == cell["journeys"]
    assert found["sources"]
    assert (part["n"], part["whole"], part["entry_title"]) == (
        cell["entries"][0]["n"],
        cell["n"],
        cell["entries"][0]["title"],
    )


def test_a_metric_of_a_stage_opens_with_its_values_over_time(served: TestClient) -> None:
    lane = read(served, "/map")["lanes"][-1]
    metric = lane["cells"][1]["metrics"][0]
    found = read(served, "/map/cell", cell=metric["through"].removeprefix("cell:"))

    assert found["n"] == metric["metric"]["n"]
    assert found["counts"] is None
    assert found["values"]["buckets"]


def test_the_headline_is_that_of_the_catalogue(served: TestClient) -> None:
    known = {line["metric"]["name"]: line["metric"] for line in read(served, "/metrics")["metrics"]}
    found = read(served, "/map/headline")

    assert len(found["metrics"]) >= 5
    for line in found["metrics"]:
        assert line["metric"]["value"] == pytest.approx(known[line["metric"]["name"]]["value"])
        assert line["question"]


def test_an_unknown_stage_or_cell_is_refused_with_what_there_is(served: TestClient) -> None:
    for address, query in (("/map", {"open": "nowhere"}), ("/map/cell", {"cell": "channels/nowhere"})):
        answer = served.get(f"/api/v1{address}", params=query)
        assert answer.status_code == 422
        assert "Known: awareness, support" in answer.json()["detail"]
    assert served.get("/api/v1/map/cell", params={"cell": "channels"}).status_code == 422
    assert served.get("/api/v1/map/cell").status_code == 422


def test_what_the_reader_has_already_is_not_sent_again(served: TestClient) -> None:
    tag = served.get("/api/v1/map").headers["etag"]

    assert served.get("/api/v1/map", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("form", "kind", "begins"),
    [
        ("svg", "image/svg+xml", b"<svg"),
        ("png", "image/png", b"\x89PNG"),
        ("html", "text/html; charset=utf-8", b"<!doctype html>"),
        ("json", "application/json", b"{"),
    ],
)
def test_the_map_is_taken_along_as_picture_page_or_data(
    served: TestClient, form: str, kind: str, begins: bytes
) -> None:
    answer = served.get("/api/v1/map/file", params={"format": form, "outcome": "resolved"})

    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["content-disposition"] == f'attachment; filename="journey-map.{form}"'
    assert answer.content.startswith(begins)
    if form == "html":
        assert b"map.svg" not in answer.content


def test_the_file_of_everything_is_the_map_of_clew_map(served: TestClient, company: Workspace) -> None:
    found = served.get("/api/v1/map/file", params={"format": "json"}).json()
    expected = json.loads(to_json(make_map(company)))

    assert {**found, "made_at": ""} == {**expected, "made_at": ""}
    assert found["selection"] == ""


def test_the_file_of_a_selection_counts_its_journeys_only_and_says_so(served: TestClient) -> None:
    asked = {"outcome": "resolved", "channel": "email", "from": "2026-03-05"}
    shown = read(served, "/map", **asked)
    found = served.get("/api/v1/map/file", params={"format": "json", **asked}).json()

    assert 0 < found["journeys"] == shown["journeys"]
    assert sum(variant["n"] for variant in found["variants"]) == found["journeys"]
    assert found["matrix"]["total"] == sum(
        cell["n"] for lane in shown["lanes"] if lane["kind"] == "handoffs" for cell in lane["cells"]
    )
    head = {each["name"]: each["n"] for each in found["headline"]}
    assert head == {
        line["metric"]["name"]: line["metric"]["n"] for line in read(served, "/map/headline", **asked)["metrics"]
    }
    assert (
        found["selection"]
        == "Only journeys that began on or after 2026-03-05, and that have a step on E-mail, and that ended so: ends resolved."
    )
