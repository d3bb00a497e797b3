"""A browser's stand-in: where the server answers, the link that opens it once, and a page of three files."""

from __future__ import annotations

import warnings
from pathlib import Path

from fastapi import FastAPI

from clew.app.building import build
from clew.app.workspace import Workspace

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # Starlette would rather have a newer httpx, which says nothing about ours
    from fastapi.testclient import TestClient

ADDRESS = "http://127.0.0.1:8400"
SECRET = "opens once"
PAGE = '<!doctype html><title>Clew</title><div id="root"></div>'


def signed_in(app: FastAPI) -> TestClient:
    """Return a client that has used the link and repeats the session's token, as the page does."""
    client = TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)
    answer = client.post("/api/v1/session", json={"secret": SECRET})
    assert answer.status_code == 200, answer.text
    client.headers["X-Clew-Csrf"] = answer.json()["csrf"]
    return client


def stub_page(folder: Path) -> Path:
    """Write a page of three files into ``folder`` and return it."""
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "theme.js").write_text("document.documentElement.dataset.theme = 'light'")
    (folder / "assets" / "index-abc123.js").write_text("console.log('the page')")
    return folder


def place_of(client: TestClient) -> Workspace:
    """Return the workspace that the client's server shows."""
    found = client.app.state.server.workspace  # type: ignore[attr-defined]
    assert isinstance(found, Workspace)
    return found


def rebuilt(client: TestClient) -> None:
    """Build what changed, and wait until the server shows it."""
    build(place_of(client))
    client.app.state.server.views.wait()  # type: ignore[attr-defined]
