"""Every error has one shape, says what to do, and repeats nothing that may be personal."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import anyio
import pytest
from fastapi import FastAPI, Request, Response
from pydantic import BaseModel, field_validator
from starlette.types import Message

from clew.api.access import needs
from clew.api.answers import answer_errors, problem_of
from clew.api.changing import require_match, tagged
from clew.api.contract import operations
from clew.api.hardening import Sealed
from clew.api.problems import MEANINGS, Problem, invalid, not_found
from clew.api.routes import BODY_LIMIT_BYTES, Routes
from clew.model import BusyError, ClewError, InputError, MappingError, StorageError, UsageError, WorkspaceError
from tests.api.clients import ADDRESS, TestClient
from tests.api.conftest import Fresh

PERSON = "anna.musterfrau@example.com"


class Letter(BaseModel):
    """Something that is sent."""

    limit: int
    words: list[str] = []

    @field_validator("limit")
    @classmethod
    def _small(cls, limit: int) -> int:
        if limit > 10:
            raise ValueError(f"{PERSON} asks for too much")
        return limit


@pytest.fixture
def stage() -> TestClient:
    """An application whose endpoints do everything wrong that one can do."""
    app, routes = FastAPI(), Routes("stage")

    @routes.get("/fault")
    def fault() -> None:
        raise RuntimeError(PERSON)

    @routes.get("/refused")
    def refused() -> None:
        raise UsageError('No channel "emial". Known: chat, email.')

    @routes.post("/letters")
    def letters(letter: Letter) -> int:
        return letter.limit

    @routes.get("/read")
    def read(request: Request, response: Response) -> str:
        tagged(request, response, "v1")
        return "what is there"

    @routes.put("/changed")
    def changed(request: Request) -> str:
        require_match(request, "v2")
        return "done"

    app.include_router(routes)
    answer_errors(app)
    app.add_middleware(Sealed)
    return TestClient(app, base_url=ADDRESS, raise_server_exceptions=False)


def test_a_problem_has_the_shape_of_the_standard(stage: TestClient) -> None:
    answer = stage.get("/refused")

    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, answer.json()) == (
        422,
        {
            "type": "/problems/unknown-word",
            "title": "That doesn't fit",
            "status": 422,
            "detail": 'No channel "emial". Known: chat, email.',
        },
    )


@pytest.mark.parametrize(
    ("error", "name", "status"),
    [
        (UsageError("…"), "unknown-word", 422),
        (InputError("…"), "unreadable", 422),
        (MappingError("…"), "mapping", 422),
        (WorkspaceError("…"), "workspace", 409),
        (StorageError("The disk is full"), "storage", 507),
        (BusyError("…"), "busy", 409),
        (ClewError("…"), "fault", 500),
    ],
)
def test_everything_that_clew_refuses_has_its_kind_and_status(error: ClewError, name: str, status: int) -> None:
    problem = problem_of(error)

    assert (problem.name, problem.status) == (name, status)


def test_a_fault_gives_a_number_that_the_log_has_too_and_nothing_else(
    stage: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = stage.get("/fault")

    said = answer.json()
    assert (answer.status_code, said["type"]) == (500, "/problems/fault")
    assert said["number"] in caplog.text
    assert "RuntimeError at test_problems.py:" in caplog.text, "the log has the place"
    assert PERSON not in answer.text + caplog.text
    assert answer.headers["content-security-policy"], "a fault is as strict as every other answer"


@pytest.mark.parametrize(
    ("sent", "place", "detail"),
    [
        (
            {"json": {"limit": PERSON}},
            "body.limit",
            "Input should be a valid integer, unable to parse string as an integer",
        ),
        ({"json": {"limit": 11}}, "body.limit", "has a value that doesn't fit"),
        ({"json": {}}, "body.limit", "Field required"),
        ({"json": {"limit": 1, "words": ["fine", 7]}}, "body.words.1", "Input should be a valid string"),
        ({"content": b'{"limit": ', "headers": {"Content-Type": "application/json"}}, "body", "expected JSON"),
        ({"content": PERSON.encode()}, "body", "Input should be a valid dictionary or object to extract fields from"),
    ],
)
def test_what_is_off_in_a_request_is_named_and_not_repeated(
    stage: TestClient, sent: dict[str, object], place: str, detail: str
) -> None:
    answer = stage.post("/letters", **sent)  # type: ignore[arg-type]

    assert (answer.status_code, answer.json()["fields"]) == (422, [{"place": place, "detail": detail}])
    assert answer.json()["detail"] == f"{place}: {detail}"
    assert PERSON not in answer.text


def test_a_body_that_is_too_large_is_refused_before_it_is_read(stage: TestClient) -> None:
    def announced_smaller() -> Iterator[bytes]:
        yield b'{"limit": 1, "words": ["'
        for _ in range(BODY_LIMIT_BYTES // 10_000 + 1):
            yield b"x" * 10_000
        yield b'"]}'

    told = stage.post("/letters", content=b"x" * (BODY_LIMIT_BYTES + 1))
    untold = stage.post("/letters", content=announced_smaller(), headers={"Content-Type": "application/json"})

    for answer in (told, untold):
        assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")
        assert answer.json()["limit_bytes"] == BODY_LIMIT_BYTES


def test_a_body_that_announces_itself_as_too_large_is_not_read_at_all(stage: TestClient) -> None:
    sent: list[Message] = []
    headers = [(b"content-length", str(BODY_LIMIT_BYTES + 1).encode()), (b"content-type", b"application/json")]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/letters",
        "raw_path": b"/letters",
        "query_string": b"",
        "headers": headers,
        "scheme": "http",
        "server": ("127.0.0.1", 8400),
        "client": None,
        "http_version": "1.1",
    }

    async def receive() -> Message:
        raise AssertionError("read the body")

    async def send(message: Message) -> None:
        sent.append(message)

    anyio.run(stage.app, scope, receive, send)

    assert sent[0]["status"] == 413


def test_a_body_of_just_the_limit_is_read(stage: TestClient) -> None:
    opening, closing = b'{"limit": 1, "words": ["', b'"]}'
    body = opening + b"x" * (BODY_LIMIT_BYTES - len(opening) - len(closing)) + closing

    assert stage.post("/letters", content=body, headers={"Content-Type": "application/json"}).json() == 1


def test_a_wrong_address_and_a_wrong_method_are_told_apart(stage: TestClient) -> None:
    assert stage.get("/nowhere").json()["type"] == "/problems/not-found"
    answer = stage.delete("/refused")
    assert (answer.status_code, answer.json()["type"]) == (405, "/problems/method-not-allowed")
    assert "GET" in answer.headers["allow"]


def test_what_the_reader_has_already_is_not_sent_again(stage: TestClient) -> None:
    first = stage.get("/read")
    assert (first.status_code, first.headers["etag"]) == (200, '"v1"')

    for held in ('"v1"', 'W/"v1"', '"v0", "v1"', "*"):
        again = stage.get("/read", headers={"If-None-Match": held})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", '"v1"'), held
    assert stage.get("/read", headers={"If-None-Match": '"v0"'}).status_code == 200


def test_a_change_names_the_version_it_was_made_on(stage: TestClient) -> None:
    assert stage.put("/changed").status_code == 428
    assert stage.put("/changed", headers={"If-Match": '"v2"'}).json() == "done"
    for held in ('"v1"', 'W/"v2"', "v2"):
        answer = stage.put("/changed", headers={"If-Match": held})
        assert (answer.status_code, answer.json()["etag"], answer.headers["etag"]) == (412, '"v2"', '"v2"'), held


def test_nothing_built_yet_is_told_apart_from_a_fault(fresh: Fresh) -> None:
    from clew.api.serving import current_view

    client = fresh()
    request = Request({"type": "http", "app": client.app, "headers": [], "method": "GET", "path": "/"})

    with pytest.raises(Problem) as unbuilt:
        current_view(request)
    assert (unbuilt.value.name, unbuilt.value.status) == ("not-built", 409)


def test_the_contract_names_every_problem_that_follows_from_an_endpoints_rule_and_input(served: TestClient) -> None:
    app = served.app
    assert isinstance(app, FastAPI)
    document = app.openapi()

    assert document["openapi"] == "3.1.0"
    for path, method, route in operations(app):
        described = document["paths"][path][method]
        assert described["operationId"] == route.name
        expected = {"403", "500"} | ({"422", "413"} if "requestBody" in described else set())
        expected |= {"401"} if described["x-permission"] != "anyone" else set()
        assert expected <= set(described["responses"]), (method, path)
        for status, response in described["responses"].items():
            if int(status) >= 400:
                assert list(response["content"]) == ["application/problem+json"], (method, path, status)
                assert int(status) in MEANINGS
    ids = [described["operationId"] for methods in document["paths"].values() for described in methods.values()]
    assert len(ids) == len(set(ids)), "two endpoints with one name can't be told apart by the page"


def test_the_short_forms_say_what_they_should() -> None:
    assert (not_found("No such journey.").status, invalid("query.at", "expected a row").status) == (404, 422)
    assert needs("read").dependency is not None
