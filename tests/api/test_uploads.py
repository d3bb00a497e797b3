"""Files come in whole or not at all, stay inside the workspace whatever they are called, and are never held in memory."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import uvicorn

from clew.api import create_app
from clew.app.jobs.used_files import forget_used
from clew.app.uploads import KEPT_SECONDS, find_upload, new_upload, safe_place
from clew.app.workspace import Workspace, create_workspace
from tests.api.clients import SECRET, TestClient
from tests.api.conftest import Fresh
from tests.api.waiting import calls, folder_bytes, uploaded

HOSTILE = [
    "../../../etc/passwd",
    "/etc/passwd",
    "..\\..\\windows\\system.ini",
    "C:\\Users\\x.csv",
    "<img src=x onerror=alert(1)>.csv",
    "a\u202egnp.csv",
    "nul\u0001.csv",
    ".hidden/.env",
    "....//....//x.csv",
    "x" * 900 + ".csv",
    "🧵/ü.csv",
    "%2e%2e%2fx.csv",
    "CON",
    "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o.csv",
    " ",
    "-rf *",
    "'; DROP TABLE jobs; --",
]


def test_files_come_in_and_are_listed_with_their_names_and_sizes(fresh: Fresh) -> None:
    client = fresh()
    upload = uploaded(
        client, ("exports/calls.csv", b"1234567"), ("exports/mails/a.eml", b"12"), ("exports/calls.csv", b"12345")
    )
    state = client.get(f"/api/v1/uploads/{upload}").json()

    assert {(file["name"], file["bytes"]) for file in state["files"]} == {
        ("exports/calls.csv", 5),
        ("exports/mails/a.eml", 2),
    }
    assert state["bytes"] == 7, "the one sent again took the other's place"
    content = _workspace(client).store / "uploads" / upload / "files"
    assert (content / "exports" / "calls.csv").read_bytes() == b"12345"


def test_no_name_leads_out_of_the_uploads_folder(fresh: Fresh) -> None:
    client = fresh()
    for name in HOSTILE:
        upload = uploaded(client, (name, b"x"))
        folder = _workspace(client).store / "uploads" / upload
        (file,) = [path for path in (folder / "files").rglob("*") if path.is_file()]
        assert file.resolve().is_relative_to(folder.resolve())
        assert not any(part.startswith(".") for part in file.relative_to(folder).parts)
        shown = client.get(f"/api/v1/uploads/{upload}").json()["files"]
        assert [each["name"] for each in shown] == [name], "shown as it was"


def test_names_that_fall_together_on_disk_stay_two_files(fresh: Fresh) -> None:
    client = fresh()
    names = ["a?.csv", "a*.csv", "A_.csv", "a_.csv/inner.csv"]
    upload = uploaded(client, *[(name, name.encode()) for name in names])
    found = find_upload(_workspace(client), upload)

    assert found is not None
    assert [(found.content / file.place).read_text() for file in found.files] == names


def test_a_file_beyond_the_limit_is_refused_and_leaves_nothing(fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLEW_UPLOAD_LIMIT_MB", "1")
    client = fresh()
    upload = uploaded(client, ("small.csv", b"x" * 600_000))
    for content in (b"x" * 500_000, _chunks(500_000)):
        answer = client.put(f"/api/v1/uploads/{upload}/files", params={"name": "large.csv"}, content=content)
        assert (answer.status_code, answer.json()["limit_bytes"]) == (413, 1_000_000)
        assert "at most 1 MB" in answer.json()["detail"]

    assert folder_bytes(_workspace(client).store / "uploads" / upload / "files") == 600_000
    assert not list((_workspace(client).store / "uploads" / upload).glob("partial-*"))


def test_a_full_disk_is_said_as_such(fresh: Fresh, monkeypatch: pytest.MonkeyPatch) -> None:
    client = fresh()
    upload = uploaded(client)
    usage = shutil.disk_usage(_workspace(client).store)

    def little(_path: Path) -> object:
        return usage._replace(free=1_000)

    monkeypatch.setattr(shutil, "disk_usage", little)
    answer = client.put(f"/api/v1/uploads/{upload}/files", params={"name": "a.csv"}, content=b"x")
    assert (answer.status_code, answer.json()["type"]) == (507, "/problems/storage")
    monkeypatch.undo()

    def full(*_words: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("clew.api.endpoints.uploads._finish", full)
    answer = client.put(f"/api/v1/uploads/{upload}/files", params={"name": "a.csv"}, content=b"x")
    assert answer.status_code == 507
    assert "free some space" in answer.json()["detail"]
    assert client.get(f"/api/v1/uploads/{upload}").json()["files"] == []


def test_a_file_that_comes_in_part_counts_for_nothing(listening: Listening) -> None:
    upload = listening.upload
    head = (
        f"PUT /api/v1/uploads/{upload}/files?name=calls.csv HTTP/1.1\r\nHost: 127.0.0.1:{listening.port}\r\n"
        f"Cookie: {listening.cookie}\r\nX-Clew-Csrf: {listening.csrf}\r\nContent-Length: 5000000\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", listening.port)) as line:
        line.sendall(head.encode() + b"x" * 2_000_000)
        folder = listening.workspace.store / "uploads" / upload
        _until(lambda: any(path.stat().st_size >= 1_000_000 for path in folder.glob("partial-*")))
    _until(lambda: not list(folder.glob("partial-*")))

    found = find_upload(listening.workspace, upload)
    assert found is not None
    assert found.files == ()


def test_an_upload_can_be_removed_unless_a_job_needs_it(fresh: Fresh) -> None:
    client = fresh()
    upload = uploaded(client, ("calls.csv", calls()))
    job = client.post("/api/v1/jobs", json={"kind": "look", "order": {"upload": upload}}).json()["id"]
    assert client.delete(f"/api/v1/uploads/{upload}").status_code == 409
    client.post(f"/api/v1/jobs/{job}/cancel")

    assert client.delete(f"/api/v1/uploads/{upload}").status_code == 204
    assert client.get(f"/api/v1/uploads/{upload}").status_code == 404
    assert not (_workspace(client).store / "uploads" / upload).exists()
    refused = client.post("/api/v1/jobs", json={"kind": "look", "order": {"upload": upload}})
    assert (refused.status_code, "Hand the files over again" in refused.json()["detail"]) == (422, True)


@pytest.mark.parametrize("upload", ["nothing", "..", "0" * 32, "%2e%2e%2f"])
def test_there_is_no_upload_under_a_made_up_name(fresh: Fresh, upload: str) -> None:
    client = fresh()

    assert client.get(f"/api/v1/uploads/{upload}").status_code == 404
    assert client.put(f"/api/v1/uploads/{upload}/files", params={"name": "a"}, content=b"").status_code == 404
    assert client.delete(f"/api/v1/uploads/{upload}").status_code == 404


def test_uploads_go_after_a_week(tmp_path: Path) -> None:
    workspace = create_workspace(tmp_path / "shop")
    old, young = new_upload(workspace), new_upload(workspace)
    index = old.folder / "upload.json"
    index.write_text(index.read_text().replace(str(old.created_s), str(time.time() - KEPT_SECONDS - 5)))
    forget_used(workspace)

    assert [find_upload(workspace, each.id) is not None for each in (old, young)] == [False, True]


def test_nobody_uploads_without_being_signed_in(fresh: Fresh) -> None:
    client = fresh()
    upload = uploaded(client)
    client.headers.pop("X-Clew-Csrf")
    assert client.put(f"/api/v1/uploads/{upload}/files", params={"name": "a"}, content=b"x").status_code == 403
    client.cookies.clear()

    assert client.post("/api/v1/uploads").status_code == 401
    assert client.put(f"/api/v1/uploads/{upload}/files", params={"name": "a"}, content=b"x").status_code == 401


def test_a_safe_place_is_never_hidden_absolute_or_too_long() -> None:
    for name in HOSTILE:
        place = safe_place(name)
        assert place
        assert not place.startswith(("/", "."))
        assert all(part not in ("", ".", "..") and len(part.encode()) <= 200 for part in place.split("/"))


class Listening(NamedTuple):
    """A server that listens on a real port, an upload of it, and what its owner's requests carry."""

    workspace: Workspace
    port: int
    upload: str
    cookie: str
    csrf: str


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Listening]:
    workspace = create_workspace(tmp_path / "shop")
    app = create_app(workspace, secret=SECRET, run_jobs=False, assets=tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    _until(lambda: server.started)
    here = app.state.server
    token = here.sessions.enter(SECRET, "owner")
    session = here.sessions.find(token)
    upload = new_upload(workspace)
    yield Listening(workspace, port, upload.id, f"{here.cookie}={token}", session.csrf)
    server.should_exit = True
    thread.join(10)


def _workspace(client: TestClient) -> Workspace:
    workspace: Workspace = client.app.state.server.workspace  # type: ignore[attr-defined]
    return workspace


def _chunks(size: int) -> Iterator[bytes]:
    """Give a body whose size isn't announced."""
    for _ in range(size // 50_000):
        yield os.urandom(50_000)


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("it never came")
