"""Handoff contracts over HTTP: read with a version, tried without saving, saved without a build, asked about one handoff."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.clients import TestClient
from tests.api.conftest import Fresh

ADDRESS = "/api/v1/contracts"
SOON = {"name": "Soon", "to_channel": ["phone", "email"], "within_seconds": 3600}
SIDES = {name: [] for name in ("from_channel", "to_channel", "from_party", "to_party", "from_team", "to_team")}
WHOLE = {**SIDES, "required_facts": [], "told": False, "promise": False, **SOON}


def read(client: TestClient) -> tuple[dict[str, Any], str]:
    answer = client.get(ADDRESS)
    assert answer.status_code == 200, answer.text
    return answer.json(), answer.headers["etag"]


def test_contracts_are_saved_into_the_settings_and_nothing_else_changes(fresh: Fresh) -> None:
    client = fresh()
    found, tag = read(client)
    settings = client.get("/api/v1/settings").json()["settings"]
    assert found["contracts"] == []

    answer = client.put(ADDRESS, json={"contracts": [SOON]}, headers={"If-Match": tag})

    assert answer.status_code == 200, answer.text
    assert read(client) == (answer.json(), answer.headers["etag"])
    assert answer.json()["contracts"] == [WHOLE]
    assert answer.headers["etag"] != tag
    file = client.app.state.server.workspace.folder / "clew.toml"  # type: ignore[attr-defined]
    assert '[[contracts]]\nname = "Soon"\nto_channel = ["phone", "email"]\nwithin = "1 h"\n' in file.read_text()
    assert client.get("/api/v1/settings").json()["settings"] == settings


def test_saving_other_settings_keeps_the_contracts(fresh: Fresh) -> None:
    client = fresh()
    tag = client.put(ADDRESS, json={"contracts": [SOON]}, headers={"If-Match": read(client)[1]}).headers["etag"]
    settings = client.get("/api/v1/settings").json()["settings"]
    settings["workspace"]["name"] = "Other"

    assert client.put("/api/v1/settings", json=settings, headers={"If-Match": tag}).status_code == 200
    assert read(client)[0]["contracts"] == [WHOLE]


def test_nobody_overwrites_what_another_has_just_changed(fresh: Fresh) -> None:
    client = fresh()
    tag = read(client)[1]

    assert client.put(ADDRESS, json={"contracts": [SOON]}).status_code == 428
    assert client.put(ADDRESS, json={"contracts": [SOON]}, headers={"If-Match": tag}).status_code == 200
    late = client.put(ADDRESS, json={"contracts": []}, headers={"If-Match": tag})
    assert (late.status_code, late.json()["type"]) == (412, "/problems/changed-meanwhile")
    assert read(client)[0]["contracts"] == [WHOLE]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"name": " "}, "contracts.0.name"),
        ({"to_channel": ["fax"]}, "contracts.0.to_channel"),
        ({"to_party": ["customer"]}, "contracts.0.to_party"),
        ({"required_facts": ["shoe_size"]}, "contracts.0.required_facts"),
        ({"within_seconds": None}, "contracts.0"),
    ],
)
def test_a_contract_that_cant_be_used_is_refused_by_its_place(
    served: TestClient, fresh: Fresh, change: dict[str, object], place: str
) -> None:
    client = fresh()
    before = read(client)
    saved = client.put(ADDRESS, json={"contracts": [SOON | change]}, headers={"If-Match": before[1]})
    tried = served.post(f"{ADDRESS}/preview", json=SOON | change)

    for answer in (saved, tried):
        assert answer.status_code == 422, answer.text
        assert answer.json()["fields"][0]["place"] == place
    assert read(client) == before


def test_a_draft_is_tried_on_the_journeys_looked_at_and_not_saved(served: TestClient) -> None:
    before = read(served)
    whole = served.post(f"{ADDRESS}/preview", json=SOON).json()
    some = served.post(f"{ADDRESS}/preview", json=SOON, params={"channel": "phone"}).json()

    assert read(served) == before
    assert whole["n"] == whole["kept"] + whole["broken"] + whole["unknown"] > some["n"] > 0
    for found, selection in ((whole, {}), (some, {"channel": "phone"})):
        for name, n in (("through", "n"), ("broken_through", "broken"), ("kept_through", "kept")):
            query = {"through": found[name], "limit": 1, **selection}
            page = served.get("/api/v1/journeys", params=query).json()
            assert page["occurrences"] == found[n], name


def test_a_changed_contract_counts_at_once_without_a_build(served: TestClient) -> None:
    tag, conformance = read(served)[1], f"{ADDRESS}/conformance"
    empty = served.get(conformance)
    assert empty.json() == {"contracts": []}
    try:
        served.put(ADDRESS, json={"contracts": [SOON]}, headers={"If-Match": tag})
        # The very address that was answered before: another answer, as the contract is another.
        found = served.get(conformance, headers={"If-None-Match": empty.headers["etag"]})
        assert found.status_code == 200
        assert found.json()["contracts"] == [served.post(f"{ADDRESS}/preview", json=SOON).json()]
        assert served.get(conformance, headers={"If-None-Match": found.headers["etag"]}).status_code == 304
        assert served.get("/api/v1/settings").json()["needs_build"] is False
    finally:
        served.put(ADDRESS, json={"contracts": []}, headers={"If-Match": read(served)[1]})


def test_one_handoff_is_judged_just_now(fresh: Fresh) -> None:
    client = fresh()
    both = [SOON, {"name": "Told", "from_party": ["bot"], "told": True, "required_facts": ["order"]}]
    client.put(ADDRESS, json={"contracts": both}, headers={"If-Match": read(client)[1]})

    late = client.post(f"{ADDRESS}/check", json={"to_channel": "phone", "waited_us": 3_600_000_001}).json()
    bot = client.post(f"{ADDRESS}/check", json={"from_party": "bot", "told": True}).json()
    other = client.post(f"{ADDRESS}/check", json={"to_channel": "chat"}).json()

    assert late["verdicts"] == [
        {"contract": "Soon", "verdict": "broken", "kept": [], "broken": ["time_limit"], "unknown": []}
    ]
    assert bot["verdicts"] == [
        {"contract": "Told", "verdict": "unknown", "kept": ["told"], "broken": [], "unknown": ["required_facts"]}
    ]
    assert other == {"verdicts": []}


def test_what_contracts_can_be_made_of_is_told(served: TestClient) -> None:
    found = read(served)[0]

    assert {term["name"] for term in found["terms"]} == {"required_facts", "time_limit", "told", "promise"}
    assert "order" in {fact["name"] for fact in found["facts"]}
    assert found["parties"] == ["bot", "agent"]
    assert found["texts_are_read"] is True


def test_nobody_reads_or_changes_contracts_who_is_not_signed_in(served: TestClient) -> None:
    stranger = TestClient(served.app, base_url=str(served.base_url))

    assert stranger.get(ADDRESS).status_code == 401
    assert stranger.get(f"{ADDRESS}/conformance").status_code == 401
    assert stranger.put(ADDRESS, json={"contracts": []}).status_code == 401
    assert stranger.post(f"{ADDRESS}/check", json={}).status_code == 401
