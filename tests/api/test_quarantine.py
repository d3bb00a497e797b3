"""What waits in quarantine can be counted by reason, read row by row, and taken away as a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest

from clew.app.importing import ImportOrder, run_import
from tests.api.clients import TestClient
from tests.api.conftest import Fresh
from tests.api.waiting import calls


@pytest.fixture
def waiting(fresh: Fresh) -> Iterator[TestClient]:
    """A client of a workspace in which 13 rows of two files wait, for three reasons."""
    client = fresh()
    workspace = client.app.state.server.workspace  # type: ignore[attr-defined]
    (workspace.folder / "calls.csv").write_bytes(calls(300, broken=9).replace(b"C20,2026-03-21 10:20:00", b"C20,"))
    (workspace.folder / "=visits.csv").write_bytes(calls(100, broken=3))
    run_import(workspace, ImportOrder([workspace.folder / "calls.csv", workspace.folder / "=visits.csv"]))
    yield client


def test_reasons_sum_to_all_that_waits(waiting: TestClient) -> None:
    reasons = waiting.get("/api/v1/quarantine/reasons").json()
    total = waiting.get("/api/v1/quarantine").json()["total"]

    assert reasons["rows"] == total == sum(reason["rows"] for reason in reasons["items"]) == 13
    assert [(reason["source"], reason["rows"]) for reason in reasons["items"]] == [
        ("calls", 9),
        ("visits", 3),
        ("calls", 1),
    ]
    assert {reason["column"] for reason in reasons["items"]} == {"Started (occurred_at)"}


def test_every_reason_lists_as_many_rows_as_it_says(waiting: TestClient) -> None:
    for reason in waiting.get("/api/v1/quarantine/reasons").json()["items"]:
        asked = {name: reason[name] for name in ("source", "column", "reason")}
        assert waiting.get("/api/v1/quarantine", params=asked).json()["total"] == reason["rows"]


def test_rows_come_in_pages_from_any_place_each_once(waiting: TestClient) -> None:
    whole = waiting.get("/api/v1/quarantine", params={"limit": 100}).json()["items"]
    paged = [
        row
        for at in range(0, 13, 5)
        for row in waiting.get("/api/v1/quarantine", params={"at": at, "limit": 5}).json()["items"]
    ]

    assert paged == whole
    assert len({row["id"] for row in whole}) == 13
    assert [row["row"] for row in whole[:3]] == [2, 3, 4], "the header is row 1"


def test_a_row_is_kept_whole(waiting: TestClient) -> None:
    row = waiting.get("/api/v1/quarantine", params={"limit": 1}).json()["items"][0]

    assert json.loads(row["raw"]) == {
        "Call ID": "C0",
        "Started": "yesterday noon",
        "Phone": "+14155550000",
        "Direction": "out",
        "Note": "call number 0",
    }
    assert "yesterday" not in row["reason"]


def test_a_download_holds_every_row_and_no_formula(waiting: TestClient) -> None:
    answer = waiting.get("/api/v1/quarantine/rows.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer.headers["content-type"].startswith("text/csv")
    assert "attachment" in answer.headers["content-disposition"]
    assert len(rows) == 13
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_a_cursor_of_a_list_that_changed_is_refused(waiting: TestClient) -> None:
    cursor = waiting.get("/api/v1/quarantine", params={"limit": 5}).json()["next"]
    assert (
        waiting.get("/api/v1/quarantine", params={"limit": 5, "cursor": cursor, "source": "calls"}).status_code == 409
    )


def test_an_empty_quarantine_is_empty(fresh: Fresh) -> None:
    client = fresh()

    assert client.get("/api/v1/quarantine").json() == {"items": [], "total": 0, "next": None, "previous": None}
    assert client.get("/api/v1/quarantine/reasons").json() == {"items": [], "rows": 0}
    empty = client.get("/api/v1/quarantine/rows.csv").content.decode("utf-8-sig")
    assert empty.strip() == "source,file,row,column,reason,raw"
