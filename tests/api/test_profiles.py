"""A customer's profile tells what stands and who says otherwise; a consent is written down, shown at once, and taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import clew
from clew.api import create_app
from clew.app.building import build
from clew.app.workspace import Workspace
from clew.customers import customer_id, written_statements
from tests.api.clients import ADDRESS, SECRET, TestClient, place_of, signed_in, stub_page

HEADER = "source_id,occurred_at,email,phone,text,Customer name,Billing ZIP,accepts_marketing"
ROWS = (
    "n0,2026-03-01T10:00:00Z,mia@x.org,(415) 555-2671,hello,Mia Schulz,10115,true",
    "n1,2026-03-02T10:00:00Z,mia@x.org,,again,Mia Schulz,20095,",
    "n2,2026-03-03T10:00:00Z,mia@x.org,,and again,<b>Mia</b> Schulz,10115,",
    "n3,2026-03-04T10:00:00Z,ada@x.org,,hello,Ada Meyer,,false",
)
MAPPED = ("source_id", "occurred_at", "email", "phone", "text")
MIA, ADA = customer_id("email:mia@x.org"), customer_id("email:ada@x.org")
EMAIL = "marketing_email"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two customers, built; tests get copies."""
    folder = tmp_path_factory.mktemp("desk")
    columns = "\n".join(f'{name} = "{name}"' for name in MAPPED)
    mapping = f'connector = "table"\nsource = "desk"\n[columns]\n{columns}\n[constants]\nchannel = "chat"\n'
    (folder / "desk.toml").write_text(mapping, encoding="utf-8")
    (folder / "desk.csv").write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    with clew.create(folder / "here") as made:
        made.import_files(folder / "desk.csv", mapping=folder / "desk.toml")
    workspace = Workspace(folder / "here")
    build(workspace)
    workspace.close()
    return workspace.folder


@pytest.fixture
def desk(built: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A client of a copy of it."""
    workspace = Workspace(Path(shutil.copytree(built, tmp_path / "here")))
    app = create_app(workspace, secret=SECRET, run_jobs=False, assets=stub_page(tmp_path / "page"))
    with TestClient(app, base_url=ADDRESS):
        app.state.server.views.wait()
        yield signed_in(app)
    workspace.close()


def profile(client: TestClient, customer: str = MIA) -> Any:
    answer = client.get(f"/api/v1/customers/{customer}/profile")
    assert answer.status_code == 200, answer.text
    return answer.json()


def consent(found: Any, purpose: str = EMAIL) -> Any:
    return next(each for each in found["consents"] if each["purpose"] == purpose)


def said(client: TestClient, word: str, customer: str = MIA, **more: object) -> Any:
    body = {"purpose": EMAIL, "word": word, "reason": "ticket 4711", **more}
    return client.post(f"/api/v1/customers/{customer}/consents", json=body)


def test_it_tells_what_stands_by_which_policy_and_who_says_otherwise(desk: TestClient) -> None:
    told = {each["trait"]: each for each in profile(desk)["traits"]}
    postcode = told["postcode"]

    assert (postcode["standing"]["value"], postcode["standing"]["sources"]) == ("10115", ["desk"])
    assert (postcode["conflict"], postcode["policy"]) == (True, "latest")
    (other,) = postcode["others"]
    assert (other["value"], other["contradicts"], other["tellings"]) == ("20095", True, 1)
    assert other["journey_id"], "the interaction that says so can be opened"
    assert told["name"]["standing"]["value"] == "<b>Mia</b> Schulz", "told as it is; the page shows it as text"


def test_a_consent_is_what_the_sources_say_until_somebody_writes_another_down(desk: TestClient) -> None:
    before = consent(profile(desk))
    assert (before["standing"], before["decided_by"]["source"]) == ("granted", "desk")
    answer = said(desk, "denied")
    assert answer.status_code == 200, answer.text
    now = consent(profile(desk))

    assert consent(answer.json()) == now
    assert (now["standing"], now["decided_by"]["reason"], now["decided_by"]["shown"]) == (
        "denied",
        "ticket 4711",
        False,
    )
    assert now["decided_by"]["author"]
    assert consent(profile(desk, ADA))["standing"] == "denied"
    build(place_of(desk))
    desk.app.state.server.views.wait()  # type: ignore[attr-defined]
    built = consent(profile(desk))
    assert built["decided_by"]["shown"] is True
    assert len(built["statements"]) == 2, "nothing is told twice"

    assert said(desk, "withdrawn").status_code == 200
    back = consent(profile(desk))
    assert (back["standing"], back["decided_by"]["source"], len(back["statements"])) == ("granted", "desk", 3)
    assert said(desk, "withdrawn").status_code == 422, "there is nothing more to take back"


def test_it_can_be_about_any_of_their_identifiers_and_of_nobody_elses(desk: TestClient) -> None:
    assert said(desk, "denied", identifier="phone:+14155552671").status_code == 200
    assert written_statements(place_of(desk).journal)[0].identifier == "phone:+14155552671"
    refused = said(desk, "denied", identifier="email:ada@x.org")
    assert refused.status_code == 422
    assert "ada" not in refused.text
    assert len(written_statements(place_of(desk).journal)) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"purpose": "everything"},
        {"purpose": "' OR 1=1 --"},
        {"word": "maybe"},
        {"reason": " "},
        {"reason": "a\x00b"},
        {"identifier": "x" * 501},
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_written(desk: TestClient, more: dict[str, object]) -> None:
    body = {"purpose": EMAIL, "word": "denied", "reason": "ticket 4711", **more}
    assert desk.post(f"/api/v1/customers/{MIA}/consents", json=body).status_code == 422
    assert not written_statements(place_of(desk).journal)


def test_a_reason_that_names_the_customer_is_refused(desk: TestClient) -> None:
    answer = said(desk, "denied", reason="MIA@x.org said so")
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/reason-names-them")
    assert "mia" not in answer.text.lower()


@pytest.mark.parametrize("named", ["c000000000000000", "mia@x.org", "%27%20OR%201=1"])
def test_who_is_nobody_here_is_not_found(desk: TestClient, named: str) -> None:
    assert desk.get(f"/api/v1/customers/{named}/profile").status_code == 404
    answer = said(desk, "denied", named)
    assert answer.status_code == 404
    assert "mia" not in answer.text


def test_the_id_of_a_merged_customer_finds_the_profile_it_is_part_of(desk: TestClient) -> None:
    assert profile(desk, customer_id("phone:+14155552671"))["customer_id"] == MIA


def test_nothing_is_told_signed_out_or_written_without_the_sessions_token(desk: TestClient) -> None:
    stranger = TestClient(desk.app, base_url=ADDRESS)
    forged = TestClient(desk.app, base_url=ADDRESS, cookies=dict(desk.cookies))

    assert stranger.get(f"/api/v1/customers/{MIA}/profile").status_code == 401
    assert said(stranger, "denied").status_code == 401
    assert said(forged, "denied").status_code == 403
    assert not written_statements(place_of(desk).journal)
