"""Files that come in at the same time: the limit counts for all of them together, and what is in use stays as it is."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator

import pytest

from clew.app.uploads import find_upload
from clew.app.workspace import Workspace
from tests.api.clients import TestClient
from tests.api.conftest import Fresh
from tests.api.waiting import calls, folder_bytes, uploaded


def test_files_that_come_in_at_once_never_exceed_the_limit_together(
    fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEW_UPLOAD_LIMIT_MB", "1")
    client = fresh()
    upload = uploaded(client)
    begun = threading.Barrier(4)
    statuses: list[int] = []

    def body() -> Iterator[bytes]:
        yield b"x" * 400_000
        begun.wait(20)
        yield b"x" * 200_000

    def put(name: str) -> None:
        statuses.append(_put(client, upload, name, body()))

    threads = [threading.Thread(target=put, args=(f"{number}.csv",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(statuses) == [200, 413, 413, 413]
    folder = _workspace(client).store / "uploads" / upload
    assert folder_bytes(folder / "files") == 600_000
    assert not list(folder.glob("partial-*"))


def test_the_disk_is_watched_while_a_file_of_unknown_size_comes_in(
    fresh: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = fresh()
    upload = uploaded(client)
    usage = shutil.disk_usage(_workspace(client).store)

    def body() -> Iterator[bytes]:
        yield b"x" * 1_000_000
        monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1_000))
        yield b"x" * 1_000_000

    assert _put(client, upload, "large.csv", body()) == 507
    assert folder_bytes(_workspace(client).store / "uploads" / upload / "files") == 0


@pytest.mark.parametrize("size", [10, 1_500_000])
def test_a_file_of_an_upload_that_is_removed_meanwhile_is_no_fault(fresh: Fresh, size: int) -> None:
    client = fresh()
    upload = uploaded(client)
    remover = _another(client)

    def body() -> Iterator[bytes]:
        yield b"x" * size
        assert remover.delete(f"/api/v1/uploads/{upload}").status_code == 204
        yield b"x" * size

    assert _put(client, upload, "late.csv", body()) == 404
    assert list((_workspace(client).store / "uploads").iterdir()) == []


def test_no_file_comes_into_an_upload_that_a_job_needs(fresh: Fresh) -> None:
    client = fresh()
    upload = uploaded(client, ("calls.csv", calls()))
    another = _another(client)

    def body() -> Iterator[bytes]:
        yield b"while it comes in, "
        order = {"kind": "look", "order": {"upload": upload}}
        assert another.post("/api/v1/jobs", json=order).status_code == 202
        yield b"a job is ordered"

    assert _put(client, upload, "calls.csv", body()) == 409
    assert _put(client, upload, "more.csv", b"x") == 409
    found = find_upload(_workspace(client), upload)
    assert found is not None
    assert (found.content / "calls.csv").read_bytes() == calls()


def test_a_file_that_came_in_is_answered_alone_however_many_there_are(fresh: Fresh) -> None:
    client = fresh()
    upload = uploaded(client, ("a.csv", b"1"))
    answer = client.put(f"/api/v1/uploads/{upload}/files", params={"name": "b.csv"}, content=b"22")

    assert answer.json() == {"name": "b.csv", "bytes": 2}


def _put(client: TestClient, upload: str, name: str, content: bytes | Iterator[bytes]) -> int:
    address = f"/api/v1/uploads/{upload}/files"
    return int(_another(client).put(address, params={"name": name}, content=content).status_code)


def _another(client: TestClient) -> TestClient:
    """Return another tab of the same browser."""
    tab = TestClient(
        client.app, base_url=str(client.base_url), cookies=dict(client.cookies), raise_server_exceptions=False
    )
    tab.headers["X-Clew-Csrf"] = client.headers["X-Clew-Csrf"]
    return tab


def _workspace(client: TestClient) -> Workspace:
    workspace: Workspace = client.app.state.server.workspace  # type: ignore[attr-defined]
    return workspace
