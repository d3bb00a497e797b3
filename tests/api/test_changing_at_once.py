"""Of several who change the same thing at the same moment one is heard; the others are told, and nothing is lost."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from clew.app.importing import ImportOrder, run_import
from tests.api.clients import TestClient
from tests.api.conftest import Fresh
from tests.api.waiting import calls

EIGHT = 8


def test_of_eight_who_change_a_mapping_at_once_one_is_heard(fresh: Fresh) -> None:
    client = _imported(fresh)
    read = client.get("/api/v1/mappings/calls")
    text = read.json()["text"]
    all_here = threading.Barrier(EIGHT)

    def put(number: int) -> int:
        all_here.wait(20)
        content, version = {"text": f"{text}\n# {number}\n"}, {"If-Match": read.headers["etag"]}
        return int(client.put("/api/v1/mappings/calls", json=content, headers=version).status_code)

    with ThreadPoolExecutor(EIGHT) as people:
        statuses = sorted(people.map(put, range(EIGHT)))

    assert statuses == [200] + [412] * (EIGHT - 1)
    folder = client.app.state.server.workspace.folder / "mappings"  # type: ignore[attr-defined]
    assert [path.name for path in folder.iterdir()] == ["calls.toml"], "no draft is left"


def test_a_mapping_keeps_its_version_whatever_its_lines_end_in(fresh: Fresh) -> None:
    client = _imported(fresh)
    read = client.get("/api/v1/mappings/calls")
    windows = read.json()["text"].replace("\n", "\r\n")
    saved = client.put("/api/v1/mappings/calls", json={"text": windows}, headers={"If-Match": read.headers["etag"]})
    again = client.get("/api/v1/mappings/calls")

    assert saved.status_code == 200, saved.text
    assert (again.headers["etag"], again.json()["text"]) == (saved.headers["etag"], windows)


def _imported(fresh: Fresh) -> TestClient:
    client = fresh()
    workspace = client.app.state.server.workspace  # type: ignore[attr-defined]
    (workspace.folder / "calls.csv").write_bytes(calls())
    run_import(workspace, ImportOrder([workspace.folder / "calls.csv"]))
    return client
