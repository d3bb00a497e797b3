"""Every address that isn't the interface's shows the page; built files are kept by browsers, everything else is asked for again."""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.api import create_app
from clew.app.workspace import create_workspace
from tests.api.clients import ADDRESS, PAGE, TestClient, stub_page


@pytest.mark.parametrize(
    "address", ["/", "/map", "/explorer?channel=chat&since=2026-01-01", "/customers/anna@example.com", "/index.html"]
)
def test_every_screen_has_an_address_that_shows_the_page(served: TestClient, address: str) -> None:
    answer = served.get(address)

    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"].startswith("text/html")


def test_a_built_file_is_kept_for_good_because_its_name_changes_with_it(served: TestClient) -> None:
    answer = served.get("/assets/index-abc123.js")

    assert answer.text == "console.log('the page')"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")
    assert served.get("/theme.js").headers["cache-control"] == "no-cache"


def test_a_built_file_that_is_gone_is_not_answered_with_the_page(served: TestClient) -> None:
    answer = served.get("/assets/index-older.js")

    assert answer.status_code == 404
    assert answer.json()["detail"] == "The page was built anew since it was loaded. Load it again."


@pytest.mark.parametrize(
    "address",
    ["/%2e%2e/mine.txt", "/assets/%2e%2e/%2e%2e/mine.txt", "/linked.txt", "//mine.txt", "/a%00b", "/" + "x" * 5000],
)
def test_no_address_leads_out_of_the_pages_folder(tmp_path: Path, address: str) -> None:
    (tmp_path / "mine.txt").write_text("nobody else's business")
    page = stub_page(tmp_path / "page")
    (page / "linked.txt").symlink_to(tmp_path / "mine.txt")
    app = create_app(create_workspace(tmp_path / "shop"), run_jobs=False, assets=page)

    with TestClient(app, base_url=ADDRESS) as client:
        answer = client.get(address)

    assert answer.text == PAGE or answer.status_code == 404


def test_the_page_is_only_read(served: TestClient) -> None:
    assert served.post("/map").status_code == 405
    assert served.head("/map").status_code == 200


def test_an_address_of_the_interface_never_shows_the_page(served: TestClient) -> None:
    for address in ("/api", "/api/v1", "/api/v1/nothing", "/api/v2/session"):
        answer = served.get(address)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json"), address
    assert served.post("/api/v1/nothing").status_code == 404


def test_without_a_built_page_the_interface_runs_and_a_plain_page_says_how_to_build_it(tmp_path: Path) -> None:
    app = create_app(create_workspace(tmp_path / "shop"), run_jobs=False, assets=tmp_path / "nowhere")
    with TestClient(app, base_url=ADDRESS) as client:
        answer = client.get("/map")

        assert answer.status_code == 200
        assert "make web" in answer.text
        assert client.get("/api/v1/health").json()["well"] is True


def test_a_folder_of_ones_own_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "index.html").write_text("a page of one's own")
    monkeypatch.setenv("CLEW_ASSETS", str(tmp_path))
    app = create_app(create_workspace(tmp_path / "shop"), run_jobs=False)

    with TestClient(app, base_url=ADDRESS) as client:
        assert client.get("/").text == "a page of one's own"


def test_large_answers_are_packed_and_downloads_are_not(served: TestClient) -> None:
    assert served.get("/api/v1/openapi.json").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in served.get("/api/v1/health").headers
    assert "content-encoding" not in served.get("/api/v1/journeys/file").headers
