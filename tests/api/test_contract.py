"""The contract names every answer that is given: what the reader has already, a body that can't be read, broken settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI

from clew.api.contract import operations
from tests.api.clients import TestClient
from tests.api.conftest import Fresh

API = "/api/v1"
CUSTOMER, JOURNEY = f"{API}/customers/{{customer_id}}", f"{API}/journeys/{{journey_id}}"


def named(client: TestClient, method: str, path: str) -> set[str]:
    """Return the statuses that the contract names for one operation."""
    document: dict[str, Any] = client.get(f"{API}/openapi.json").json()
    return set(document["paths"][path][method]["responses"])


@pytest.mark.parametrize(
    "path",
    [CUSTOMER, *(f"{CUSTOMER}/{part}" for part in ("identifiers", "links", "journeys", "steps")), JOURNEY],
)
def test_what_a_reader_of_one_customer_or_journey_has_already_is_not_sent_again(served: TestClient, path: str) -> None:
    first = served.get(f"{API}/journeys", params={"limit": 1}).json()["items"][0]
    asked = path.format(**{name: quote(first[name], safe="") for name in ("customer_id", "journey_id")})

    tag = served.get(asked).headers["etag"]
    again = served.get(asked, headers={"If-None-Match": tag})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert served.get(asked, params={"limit": 7}).headers["etag"] != tag, "another address has another answer"
    assert "304" in named(served, "get", path)


@pytest.mark.parametrize(
    "body",
    [
        b'{"kind": "build", "order": {"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
        b'\xff\xfe{"kind": "build"}',
        b'{"kind": "simulate", "order": {"customers": ' + b"9" * 5_000 + b"}}",
    ],
    ids=["nested too deep", "not UTF-8", "a number of 5,000 digits"],
)
def test_a_body_that_cannot_be_read_is_refused_as_the_contract_says(served: TestClient, body: bytes) -> None:
    answer = served.post(f"{API}/jobs", content=body, headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/bad-request")
    assert "400" in named(served, "post", f"{API}/jobs")


def test_every_endpoint_that_reads_a_body_names_the_one_it_cannot_read(served: TestClient) -> None:
    app = served.app
    assert isinstance(app, FastAPI)
    read = [(method, path) for path, method, route in operations(app) if route.body_field is not None]

    assert len(read) > 5
    assert all({"400", "413", "422"} <= named(served, method, path) for method, path in read)


def test_settings_that_cannot_be_used_are_told_apart_from_a_fault_as_the_contract_says(fresh: Fresh) -> None:
    client = fresh()
    (client.app.state.server.workspace.folder / "clew.toml").write_text("[[[")

    answer = client.get(f"{API}/settings")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/workspace")
    assert "409" in named(client, "get", f"{API}/settings")


def test_a_last_day_that_is_too_far_away_is_not_blamed_on_the_first(served: TestClient) -> None:
    answer = served.get(f"{API}/journeys", params={"from": "2024-01-01", "to": "9999-12-31"})

    assert (answer.status_code, answer.json()["fields"][0]["place"]) == (422, "query.to")
