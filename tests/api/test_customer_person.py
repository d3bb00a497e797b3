"""A customer is handed everything that is kept of them, and is forgotten on request: nothing of them is left anywhere."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from clew.api import create_app
from clew.app.building import build
from clew.app.workspace import Workspace
from clew.customers import decide
from tests.api.clients import ADDRESS, SECRET, TestClient, signed_in, stub_page
from tests.api.test_customer_identity import largest, place_of
from tests.api.waiting import over


@pytest.fixture
def own(company: Workspace, tmp_path: Path) -> Iterator[TestClient]:
    """A client of a copy of the small company, whose jobs run."""
    workspace = Workspace(Path(shutil.copytree(company.folder, tmp_path / "own")))
    build(workspace)
    app = create_app(workspace, secret=SECRET, run_jobs=True, assets=stub_page(tmp_path / "page"))
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)
    workspace.close()


def test_the_file_holds_every_interaction_and_is_kept_nowhere(own: TestClient) -> None:
    customer, identifiers = largest(place_of(own))
    steps = own.get(f"/api/v1/customers/{customer}").json()["steps"]
    answer = own.post(f"/api/v1/customers/{customer}/export")

    assert answer.status_code == 200, answer.text
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == ("application/zip", "no-store")
    assert answer.headers["content-disposition"] == 'attachment; filename="customer.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told = json.loads(archive.read("customer.json"))
        lines = archive.read("interactions.jsonl").splitlines()
    assert sorted(each["identifier"] for each in told["identifiers"]) == sorted(identifiers)
    assert len(lines) >= steps
    assert not list(place_of(own).store.rglob("*.zip"))
    assert not list(place_of(own).store.glob("export-*"))


def test_what_is_not_joined_yet_is_said_before_anything_is_handed_out(own: TestClient) -> None:
    customer, identifiers = largest(place_of(own))
    decide(place_of(own).journal, identifiers[0], identifiers[1], "retracted", reason="a test", author="tester")
    answer = own.post(f"/api/v1/customers/{customer}/export")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-current")


def test_erasing_says_first_what_goes_and_leaves_nothing_of_them_anywhere(own: TestClient) -> None:
    place = place_of(own)
    customer, identifiers = largest(place)
    shown = own.post(f"/api/v1/customers/{customer}/erase/preview").json()
    assert (shown["identifiers"], shown["interactions"] > 0) == (len(identifiers), True)

    email = next(each for each in identifiers if each.startswith("email:"))
    refused = [
        own.post(f"/api/v1/customers/{customer}/erase", json={"confirm": "yes", "reason": "asked for it"}),
        own.post(
            f"/api/v1/customers/{customer}/erase", json={"confirm": customer, "reason": f"for {email[6:].upper()}"}
        ),
        own.post(f"/api/v1/customers/{customer}/erase", json={"confirm": customer, "reason": f"of {identifiers[0]}"}),
        own.post("/api/v1/jobs", json={"kind": "erase", "order": {"customer": customer, "confirm": customer}}),
    ]
    assert [answer.status_code for answer in refused] == [422, 422, 422, 422]
    assert not [each for each in (identifiers[0], email[6:]) for answer in refused if each in answer.text.lower()]

    body = {"confirm": customer, "reason": "ticket 4711"}
    answer = own.post(f"/api/v1/customers/{customer}/erase", json=body)
    assert answer.status_code == 202, answer.text
    job = over(own, answer.json()["job_id"])
    assert job["state"] == "done", job["problem"]
    gone = job["result"]
    assert (gone["identifiers"], gone["interactions"]) == (shown["identifiers"], shown["interactions"])

    own.app.state.server.views.wait()  # type: ignore[attr-defined]
    for part in ("", "/graph", "/decisions"):
        assert own.get(f"/api/v1/customers/{customer}{part}").status_code == 404
    kept = place.store / "state.db"
    journal = b"".join(path.read_bytes() for path in kept.parent.glob("state.db*"))
    telling = [each.partition(":")[2] for each in identifiers if each.startswith(("email:", "phone:"))]
    assert telling
    assert not [value for value in telling if value.encode() in journal]
    listed = json.dumps(own.get("/api/v1/jobs").json()) + json.dumps(job)
    assert customer not in listed
    assert not [value for value in telling if value in listed]


def test_nobody_can_be_erased_or_handed_out_who_is_not_there(served: TestClient) -> None:
    for part in ("export", "erase/preview", "erase"):
        body = {"confirm": "c0", "reason": "x"}
        assert served.post(f"/api/v1/customers/c000000000000000/{part}", json=body).status_code == 404
