"""One place decides who may do what; an endpoint that doesn't ask it is never started."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.staticfiles import StaticFiles

from clew.api import create_app
from clew.api.access import PERMISSIONS, check_rules, decide, needs, permission_of
from clew.api.routes import Routes
from clew.app.serving import Session
from clew.app.workspace import create_workspace
from clew.model import DefinitionError
from tests.api.clients import ADDRESS, TestClient

OPEN_TO_ANYONE = {"/api/v1/health", "/api/v1/session", "/api/v1/openapi.json"}


def application(client: TestClient) -> FastAPI:
    app = client.app
    assert isinstance(app, FastAPI)
    return app


def endpoints(app: FastAPI) -> list[tuple[str, str, str | None]]:
    return [
        (method, str(context.path_format), permission_of(route))
        for context in iter_route_contexts(app.routes)
        if isinstance(route := context.original_route, APIRoute)
        for method in sorted(route.methods or ())
    ]


def test_an_endpoint_without_a_rule_is_named_and_keeps_the_application_from_starting() -> None:
    app = FastAPI(openapi_url=None)

    @app.get("/api/v1/customers", dependencies=[needs("read")])
    def ruled() -> str:
        return "asks"

    check_rules(app)

    @app.delete("/api/v1/everything")
    def bare() -> str:
        return "asks nobody"

    with pytest.raises(DefinitionError, match=r"without an access rule: DELETE /api/v1/everything\."):
        check_rules(app)

    app.mount("/files", StaticFiles(directory="."))
    with pytest.raises(DefinitionError, match=r"DELETE /api/v1/everything; /files\."):
        check_rules(app)


def test_the_application_asks_for_the_rules_before_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    routes = Routes("customers")

    @routes.get("/customers")
    def bare() -> str:
        return "asks nobody"

    monkeypatch.setattr("clew.api.application.definitions_in", lambda *_: {routes.name: routes})

    with pytest.raises(DefinitionError, match=r"without an access rule: GET /api/v1/customers\."):
        create_app(create_workspace(tmp_path / "shop"), run_jobs=False)


def test_every_endpoint_there_is_carries_a_rule(served: TestClient) -> None:
    check_rules(application(served))

    assert len(endpoints(application(served))) > 3
    assert {path for _, path, permission in endpoints(application(served)) if permission == "anyone"} == OPEN_TO_ANYONE


def test_whoever_is_not_signed_in_is_turned_away_from_everything_else(served: TestClient) -> None:
    stranger = TestClient(application(served), base_url=ADDRESS)
    asked = [(method, path) for method, path, permission in endpoints(application(served)) if permission != "anyone"]
    answers = {
        (method, path): stranger.request(method, path.replace("{", "").replace("}", "")) for method, path in asked
    }

    assert {answer.status_code for answer in answers.values()} <= {401, 422}
    for (method, path), answer in answers.items():
        if method == "GET":
            assert (answer.status_code, answer.json()["type"]) == (401, "/problems/signed-out"), path


def test_a_permission_has_to_be_one_of_the_table() -> None:
    with pytest.raises(DefinitionError, match=r"No permission 'rule'\. Known: anyone, read, work, decide"):
        needs("rule")  # type: ignore[arg-type]


def test_whoever_is_signed_in_owns_the_workspace() -> None:
    owner = Session(1, "owner", "token")

    assert [permission for permission in PERMISSIONS if decide(None, permission)] == ["anyone"]
    assert [permission for permission in PERMISSIONS if decide(owner, permission)] == list(PERMISSIONS)


def test_a_change_without_the_sessions_token_is_refused(served: TestClient) -> None:
    for token in ("", "guessed"):
        answer = served.delete("/api/v1/session", headers={"X-Clew-Csrf": token})
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/not-from-the-page")

    assert served.get("/api/v1/session").json()["signed_in"], "the refused sign-out changed nothing"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8400", "127.0.0.1", "127.0.0.1:9999", "127.0.0.1.evil.example:8400", ""]
)
def test_another_name_that_leads_here_is_not_answered(served: TestClient, host: str) -> None:
    for address in ("/api/v1/session", "/map"):
        answer = served.get(address, headers={"Host": host})
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/wrong-host")


@pytest.mark.parametrize("host", ["127.0.0.1:8400", "localhost:8400", "[::1]:8400", "LOCALHOST:8400"])
def test_this_machines_own_names_are_answered(served: TestClient, host: str) -> None:
    assert served.get("/api/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8400", "http://localhost:8400"],
)
def test_another_sites_page_is_not_answered(served: TestClient, origin: str) -> None:
    for method in ("GET", "POST", "DELETE"):
        answer = served.request(method, "/api/v1/session", headers={"Origin": origin}, json={"secret": "x"})
        assert (answer.status_code, answer.json()["type"]) == (403, "/problems/wrong-origin")

    assert served.get("/api/v1/session", headers={"Origin": ADDRESS}).status_code == 200


def test_every_answer_tells_the_browser_to_be_strict(served: TestClient) -> None:
    asked = [("/", 200), ("/assets/index-abc123.js", 200), ("/api/v1/health", 200), ("/api/v1/no", 404)]
    for address, status in asked:
        answer = served.get(address)
        assert answer.status_code == status
        policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert served.get("/", headers={"Host": "evil.example"}).headers["content-security-policy"]


def test_nothing_of_the_interface_is_kept_by_the_browser(served: TestClient) -> None:
    assert served.get("/api/v1/session").headers["cache-control"] == "no-store"
    assert served.get("/api/v1/no").headers["cache-control"] == "no-store"
