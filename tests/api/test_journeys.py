"""The list of journeys promises: all of them once, in the order asked for, from any row, and a file that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import itertools
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from clew.app.spreadsheet_file import FORMULA_STARTS
from clew.app.view.customers.journey_rows import JourneyRow
from clew.app.view.customers.journey_rows_file import csv_lines
from tests.api.clients import TestClient

LIST = "/api/v1/journeys"
FILE = "/api/v1/journeys/file"
NUMBER = {
    "started": lambda row: datetime.fromisoformat(row["started_at"]),
    "duration": lambda row: row["duration_seconds"],
    "steps": lambda row: row["steps"],
    "contacts": lambda row: row["contacts"],
    "handoffs": lambda row: row["handoffs"],
    "times": lambda row: row["times"],
}


def everything(client: TestClient, **asked: object) -> list[dict]:
    """Follow ``next`` to the end."""
    page = client.get(LIST, params={"limit": 50, **asked}).json()
    rows = page["items"]
    while page["next"]:
        page = client.get(LIST, params={**asked, "limit": 50, "cursor": page["next"]}).json()
        rows += page["items"]
    return rows


def test_the_list_holds_each_journey_of_the_workspace_once(served: TestClient) -> None:
    rows = everything(served)
    counted = served.get("/api/v1/workspace").json()["view"]["journeys"]
    assert len(rows) == len({row["journey_id"] for row in rows}) == counted > 50


@pytest.mark.parametrize("key", NUMBER)
def test_the_list_stands_in_the_order_asked_for_both_ways(served: TestClient, key: str) -> None:
    up = [NUMBER[key](row) for row in everything(served, sort=key)]
    down = [NUMBER[key](row) for row in everything(served, sort=f"-{key}")]
    assert up == sorted(up)
    assert down == sorted(down, reverse=True)
    assert sorted(up) == sorted(down)


def test_a_list_can_be_opened_at_any_row(served: TestClient) -> None:
    rows = everything(served, sort="-steps")
    page = served.get(LIST, params={"at": 17, "limit": 5, "sort": "-steps"}).json()
    assert page["items"] == rows[17:22]
    assert page["total"] == len(rows)
    beyond = served.get(LIST, params={"at": len(rows) + 3}).json()
    assert beyond["items"] == []
    assert beyond["total"] == len(rows)


def test_the_count_line_says_how_many_things_are_in_how_many_journeys(served: TestClient) -> None:
    page = served.get(LIST, params={"through": "handoff:channel/*/*", "limit": 500}).json()
    assert page["counted"] == "handoffs"
    assert page["occurrences"] == sum(row["times"] for row in page["items"])
    assert page["journeys"] == page["total"] == len(page["items"])
    assert page["occurrences"] > page["journeys"] > 0
    assert all(row["times"] == row["handoffs"] > 0 for row in page["items"])


def test_without_a_number_all_journeys_that_are_looked_at_are_listed(served: TestClient) -> None:
    page = served.get(LIST).json()
    assert page["words"] is None
    assert page["counted"] == "journeys"
    assert page["occurrences"] == page["journeys"] == page["total"]
    one = page["items"][0]["outcome"]
    some = everything(served, outcome=one)
    assert 0 < len(some) < page["total"]
    assert {row["outcome"] for row in some} == {one}


def test_a_path_begins_and_goes_on_without_repeats_and_tells_twelve_channels_at_most(served: TestClient) -> None:
    rows = everything(served)
    for row in rows:
        assert len(row["channels"]) <= 12
        path = [channel["id"] for channel in row["channels"]]
        assert all(a != b for a, b in itertools.pairwise(path))
        assert row["channels_left_out"] == 0 or len(row["channels"]) == 12
    assert any(len(row["channels"]) > 1 for row in rows)


@pytest.mark.parametrize(
    "asked",
    [{"through": "no such:number"}, {"through": "handoff:channel"}, {"sort": "name"}, {"limit": 0}, {"at": -1}],
)
def test_what_does_not_fit_is_refused_with_a_sentence(served: TestClient, asked: dict[str, object]) -> None:
    answer = served.get(LIST, params=asked)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_the_file_holds_the_rows_of_the_list_in_its_order(served: TestClient) -> None:
    asked = {"through": "handoff:channel/*/*", "sort": "-duration"}
    answer = served.get(FILE, params=asked)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    listed = everything(served, **asked)
    assert [row["journey"] for row in rows] == [row["journey_id"] for row in listed]
    assert [int(row["times"]) for row in rows] == [row["times"] for row in listed]
    assert [row["issue"] for row in rows] == [row["issue"] for row in listed]


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_of_the_file_is_run_as_a_formula(start: str) -> None:
    word = f"{start}cmd|' /C calc'!A0"
    row = JourneyRow(word, word, True, word, 0, 60_000_000, word, word, (word,), 0, 1, 1, 0, word, 1)
    _, cells = csv.reader(io.StringIO("".join(csv_lines([row], ZoneInfo("UTC"))), newline=""))
    assert not any(cell.startswith(FORMULA_STARTS) for cell in cells)
    assert cells.count(f"'{word}") == 7


def test_nobody_reads_the_list_or_the_file_who_is_not_signed_in(served: TestClient) -> None:
    stranger = TestClient(served.app, base_url=str(served.base_url))
    assert stranger.get(LIST).status_code == 401
    assert stranger.get(FILE).status_code == 401
