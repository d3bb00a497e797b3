"""Mappings are tried before they count, changed by one person at a time, and never lead outside their folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clew.app.importing import ImportOrder, run_import
from clew.app.workspace import Workspace
from clew.channels import ledger_lines
from clew.store import part_files
from tests.api.clients import TestClient
from tests.api.conftest import Fresh
from tests.api.waiting import calls, done, uploaded


@pytest.fixture
def looked(fresh: Fresh) -> Iterator[tuple[TestClient, str, dict[str, Any]]]:
    """A client, a look at a call log of which 2 rows have no possible time, and the draft that was proposed."""
    client = fresh(run_jobs=True)
    look = done(client, "look", upload=uploaded(client, ("calls.csv", calls(30, broken=2))))["id"]
    (table,) = client.get(f"/api/v1/imports/{look}/proposals").json()["tables"]
    yield client, look, table


def test_a_proposal_says_what_it_took_each_column_for_with_masked_examples(
    looked: tuple[TestClient, str, dict[str, Any]],
) -> None:
    _, _, table = looked
    columns = {column["name"]: column["examples"] for column in table["columns"]}

    assert table["draft"]["columns"] == {
        "source_id": "Call ID",
        "occurred_at": "Started",
        "phone": "Phone",
        "direction": "Direction",
        "text": "Note",
    } | {key: value for key, value in table["draft"]["columns"].items() if key == "case_ref"}
    assert not any("555" in example for example in columns["Phone"])
    assert all(0 <= guess["confidence"] <= 1 and guess["reason"] for guess in table["guesses"])
    assert any("phone" in question for question in table["questions"])


def test_the_preview_is_what_the_import_stores(looked: tuple[TestClient, str, dict[str, Any]]) -> None:
    client, look, table = looked
    checked = _check(client, look=look, draft=table["draft"])
    preview = checked["preview"]
    assert checked["text"] == table["text"], "nothing was changed"
    assert (preview["rows"], preview["interactions"], preview["quarantined"]) == (30, 28, 2)
    assert [(held["rows"], held["first_row"]) for held in preview["held_back"]] == [(2, 2)]
    assert len(preview["read"]) == 10
    first = preview["read"][0]
    assert (first["row"], first["occurred_at"], first["channel"], first["direction"]) == (
        4,
        "2026-03-03T10:02:00+00:00",
        "phone",
        "outbound",
    )
    assert (first["text"], first["identifiers"]) == ("call number 2", ["phone:+14155550002"])
    done(client, "import", look=look)
    (source,) = client.get("/api/v1/sources").json()["items"]

    assert (source["counts"]["interactions"], source["counts"]["quarantined"]) == (28, 2)


def test_trying_a_mapping_stores_nothing(looked: tuple[TestClient, str, dict[str, Any]]) -> None:
    client, look, table = looked
    _check(client, look=look, draft=table["draft"])
    workspace: Workspace = client.app.state.server.workspace  # type: ignore[attr-defined]

    assert (part_files(workspace.journal), ledger_lines(workspace.journal)) == ({}, ())
    assert list((workspace.warehouse.root / "interactions").iterdir()) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"columns": {"occurred_at": "Begun"}}, "columns.occurred_at"),
        ({"columns": {"occurred_at": "Started", "colour": "Note"}}, "columns.colour"),
        ({"columns": {}}, "columns.occurred_at"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"channels": {"Tel": "telepathy"}}, "channels.Tel"),
        ({"source": "../../outside"}, "source"),
        ({"shape": "circles"}, ""),
        ({"constants": {"channel": "phone", "direction": "sideways"}}, ""),
        ({"times": {"Started": "by moon"}}, ""),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    looked: tuple[TestClient, str, dict[str, Any]], change: dict[str, Any], place: str
) -> None:
    client, look, table = looked
    checked = _check(client, look=look, draft=table["draft"] | change)

    assert [problem["place"] for problem in checked["problems"]] == [place]
    assert checked["preview"] is None


def test_a_mapping_can_be_written_as_text(looked: tuple[TestClient, str, dict[str, Any]]) -> None:
    client, look, table = looked
    checked = _check(client, look=look, text=table["text"].replace('zone = "UTC"', 'zone = "Europe/Berlin"'))
    assert checked["draft"]["zone"] == "Europe/Berlin"
    assert checked["preview"]["read"][0]["occurred_at"] == "2026-03-03T09:02:00+00:00"
    broken = _check(client, look=look, text="columns = ")

    assert [problem["place"] for problem in broken["problems"]] == ["text"]
    assert "no valid TOML" in broken["problems"][0]["detail"]


def test_another_delimiter_reads_the_file_anew(fresh: Fresh) -> None:
    client = fresh(run_jobs=True)
    content = calls(20).replace(b",", b"|")
    look = done(client, "look", upload=uploaded(client, ("calls.csv", content)))["id"]
    (table,) = client.get(f"/api/v1/imports/{look}/proposals").json()["tables"]
    checked = _check(client, look=look, draft=table["draft"] | {"reading": {"delimiter": "|"}})

    assert checked["preview"]["interactions"] == 20


def test_rows_of_a_look_that_is_gone_are_asked_for_in_vain(fresh: Fresh) -> None:
    client = fresh()
    for look in ("0" * 32, "..", "x/y"):
        answer = client.post("/api/v1/mappings/check", json={"look": look, "text": ""})
        assert (answer.status_code, "look into the files again" in answer.json()["detail"]) == (422, True)
    assert client.post("/api/v1/mappings/check", json={"text": ""}).status_code == 422
    assert client.post("/api/v1/mappings/check", json={"look": "x"}).status_code == 422


@pytest.fixture
def imported(fresh: Fresh) -> Iterator[TestClient]:
    client = fresh()
    workspace = client.app.state.server.workspace  # type: ignore[attr-defined]
    (workspace.folder / "calls.csv").write_bytes(calls(30, broken=2))
    run_import(workspace, ImportOrder([workspace.folder / "calls.csv"]))
    yield client


def test_a_mapping_is_changed_on_the_version_it_was_read_in(imported: TestClient) -> None:
    read = imported.get("/api/v1/mappings/calls")
    assert imported.get("/api/v1/mappings/calls", headers={"If-None-Match": read.headers["etag"]}).status_code == 304
    changed = read.json()["text"].replace('zone = "UTC"', 'zone = "Europe/Berlin"')
    assert imported.put("/api/v1/mappings/calls", json={"text": changed}).status_code == 428
    first = imported.put("/api/v1/mappings/calls", json={"text": changed}, headers={"If-Match": read.headers["etag"]})
    second = imported.put("/api/v1/mappings/calls", json={"text": changed}, headers={"If-Match": read.headers["etag"]})

    assert (first.status_code, first.json()["draft"]["zone"]) == (200, "Europe/Berlin")
    assert first.headers["etag"] == imported.get("/api/v1/mappings/calls").headers["etag"]
    assert (second.status_code, second.json()["type"]) == (412, "/problems/changed-meanwhile")


@pytest.mark.parametrize(
    "text", ["columns = ", 'zone = "Mars/Olympus"', 'source = "other"', 'source = "../x"', "[columns]\ncolour = 'x'"]
)
def test_a_mapping_that_cant_be_read_is_not_saved(imported: TestClient, text: str) -> None:
    read = imported.get("/api/v1/mappings/calls")
    answer = imported.put("/api/v1/mappings/calls", json={"text": text}, headers={"If-Match": read.headers["etag"]})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/mapping")
    assert answer.json()["fields"]
    assert imported.get("/api/v1/mappings/calls").json()["text"] == read.json()["text"]


def test_a_mapping_that_somebody_broke_by_hand_is_shown_to_be_mended(imported: TestClient) -> None:
    workspace: Workspace = imported.app.state.server.workspace  # type: ignore[attr-defined]
    (workspace.folder / "mappings" / "calls.toml").write_text("zone = ")
    (listed,) = imported.get("/api/v1/mappings").json()["items"]
    state = imported.get("/api/v1/mappings/calls").json()

    assert listed["readable"] is False
    assert (state["text"], state["draft"], state["problems"][0]["place"]) == ("zone = ", None, "text")


def test_a_source_without_a_file_has_the_mapping_of_its_last_import(imported: TestClient) -> None:
    workspace: Workspace = imported.app.state.server.workspace  # type: ignore[attr-defined]
    (workspace.folder / "mappings" / "calls.toml").unlink()
    state = imported.get("/api/v1/mappings/calls").json()

    assert (state["saved"], state["draft"]["columns"]["occurred_at"]) == (False, "Started")
    assert "Note" in state["columns"]


@pytest.mark.parametrize("source", ["nobody", "..", "../clew", "..%2f..%2fclew", "(refused files)", "a" * 300])
def test_there_is_no_mapping_under_a_made_up_name(imported: TestClient, source: str) -> None:
    assert imported.get(f"/api/v1/mappings/{source}").status_code in (404, 405)
    assert imported.put(f"/api/v1/mappings/{source}", json={"text": ""}, headers={"If-Match": '"x"'}).status_code in (
        404,
        405,
    )


def test_no_source_name_leads_out_of_the_mappings_folder(
    looked: tuple[TestClient, str, dict[str, Any]], tmp_path: Path
) -> None:
    client, look, table = looked
    text = table["text"].replace('source = "calls"', 'source = "../../outside"')
    answer = client.post(
        "/api/v1/jobs", json={"kind": "import", "order": {"look": look, "tables": [{"table": 0, "text": text}]}}
    )

    assert answer.status_code == 422
    time.sleep(0.1)
    assert not list(tmp_path.rglob("outside*"))


def test_the_words_that_mappings_may_use_are_listed(fresh: Fresh) -> None:
    words = fresh().get("/api/v1/mapping-words").json()

    assert {"occurred_at", "phone", "text"} <= {field["name"] for field in words["fields"]}
    assert {"chat", "email"} <= {channel["name"] for channel in words["channels"]}
    assert words["directions"] == ["inbound", "outbound", "internal"]


def _check(client: TestClient, **words: object) -> dict[str, Any]:
    answer = client.post("/api/v1/mappings/check", json=words)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found
