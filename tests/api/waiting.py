"""Orders jobs as the page does, and waits for them."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from tests.api.clients import TestClient

PATIENCE_SECONDS = 120.0


def done(client: TestClient, kind: str, **order: object) -> dict[str, Any]:
    """Order a job, wait until it is over and return it; it has to be done."""
    job = over(client, ordered(client, kind, **order))
    assert job["state"] == "done", job["problem"]
    return job


def ordered(client: TestClient, kind: str, **order: object) -> str:
    """Order a job and return its id."""
    answer = client.post("/api/v1/jobs", json={"kind": kind, "order": order})
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/api/v1/jobs/{answer.json()['id']}"
    return str(answer.json()["id"])


def over(client: TestClient, job_id: str) -> dict[str, Any]:
    """Wait until a job is over."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        job: dict[str, Any] = client.get(f"/api/v1/jobs/{job_id}").json()
        if job["state"] not in ("waiting", "running"):
            return job
        time.sleep(0.05)
    raise AssertionError("the job never ended")


def uploaded(client: TestClient, *files: tuple[str, bytes]) -> str:
    """Hand files over and return the upload's id."""
    upload = str(client.post("/api/v1/uploads").json()["id"])
    for name, content in files:
        answer = client.put(f"/api/v1/uploads/{upload}/files", params={"name": name}, content=content)
        assert answer.status_code == 200, answer.text
    return upload


def calls(rows: int = 30, broken: int = 0) -> bytes:
    """Return a call log; the first ``broken`` rows have an impossible time."""
    lines = ["Call ID,Started,Phone,Direction,Note"]
    for n in range(rows):
        at = "yesterday noon" if n < broken else f"2026-03-{n % 27 + 1:02} 10:{n % 60:02}:00"
        lines.append(f"C{n},{at},+1415555{n:04},{'in' if n % 2 else 'out'},call number {n}")
    return "\n".join(lines).encode()


def folder_bytes(folder: Path) -> int:
    """Return how much a folder holds."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
