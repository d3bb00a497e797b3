"""A link lets one browser in, once, within an hour; the session lasts a month, and what opens it is written down nowhere."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from clew.api.problems import Problem
from clew.api.signing_in import Tries, cookie_name
from clew.app.serving import LINK_SECONDS, SESSION_SECONDS, Sessions
from clew.app.workspace import Workspace, create_workspace
from tests.api.clients import ADDRESS, SECRET, TestClient
from tests.api.conftest import Fresh

SECOND_US = 1_000_000


class Clock:
    """A clock that is set by hand, in seconds."""

    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def now(self) -> float:
        return self.seconds

    def now_us(self) -> int:
        return int(self.seconds) * SECOND_US


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(tmp_path: Path, clock: Clock) -> Sessions:
    return Sessions(create_workspace(tmp_path / "shop").journal, clock.now_us)


def test_a_link_lets_in_once(fresh: Fresh) -> None:
    first = fresh()
    second = TestClient(first.app, base_url=ADDRESS)

    answer = second.post("/api/v1/session", json={"secret": SECRET})

    assert answer.status_code == 401
    assert answer.json()["type"] == "/problems/link-used"
    assert "run clew serve once more" in answer.json()["detail"]
    assert "set-cookie" not in answer.headers
    assert first.get("/api/v1/session").json()["signed_in"]


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(fresh: Fresh) -> None:
    client = fresh()
    secret = client.app.state.server.sessions.new_link()

    cookie = client.post("/api/v1/session", json={"secret": secret}).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/api" in cookie
    assert f"max-age={30 * 86_400}" in cookie
    assert "domain" not in cookie


def test_two_workspaces_on_one_machine_keep_their_cookies_apart() -> None:
    assert cookie_name(Path("/a/shop")) != cookie_name(Path("/b/shop"))


def test_a_session_tells_its_token_to_its_own_page_only(fresh: Fresh) -> None:
    client = fresh()
    stranger = TestClient(client.app, base_url=ADDRESS)

    assert client.get("/api/v1/session").json()["csrf"] == client.headers["X-Clew-Csrf"]
    assert stranger.get("/api/v1/session").json() == {
        "signed_in": False,
        "csrf": None,
        "name": None,
        "version": client.get("/api/v1/health").json()["version"],
    }


def test_signing_out_ends_this_session_and_no_other(fresh: Fresh) -> None:
    here = fresh()
    there = TestClient(here.app, base_url=ADDRESS)
    there.post("/api/v1/session", json={"secret": here.app.state.server.sessions.new_link()})
    copied = TestClient(here.app, base_url=ADDRESS, cookies=dict(here.cookies))

    assert here.delete("/api/v1/session").status_code == 204

    assert not here.cookies, "the browser forgets it"
    assert not here.get("/api/v1/session").json()["signed_in"]
    assert not copied.get("/api/v1/session").json()["signed_in"], "a copy of the cookie is worth nothing"
    assert there.get("/api/v1/session").json()["signed_in"]


def test_a_session_survives_a_restart_of_the_server(fresh: Fresh) -> None:
    client = fresh()
    workspace = Workspace(client.app.state.server.workspace.folder)

    token = next(iter(client.cookies.values()))

    assert Sessions(workspace.journal).find(token)


def test_the_journal_holds_nothing_that_opens_a_door(fresh: Fresh) -> None:
    client = fresh()
    secret = client.app.state.server.sessions.new_link()
    token = next(iter(client.cookies.values()))
    store = client.app.state.server.workspace.store

    rows = sqlite3.connect(store / "state.db").execute("SELECT * FROM web_sessions").fetchall()
    written = b"".join(file.read_bytes() for file in store.glob("state.db*"))

    assert len(rows) == 2
    assert token.encode() not in written
    assert secret.encode() not in written


def test_a_link_is_no_session_and_a_session_no_link(sessions: Sessions) -> None:
    secret = sessions.new_link()

    assert sessions.find(secret) is None
    token = sessions.enter(secret, "owner")
    assert token is not None
    assert sessions.enter(token, "owner") is None
    assert sessions.find("") is None


def test_a_link_that_nobody_opened_ends_after_an_hour(sessions: Sessions, clock: Clock) -> None:
    early, late = sessions.new_link(), sessions.new_link()

    clock.seconds += LINK_SECONDS - 1
    assert sessions.enter(early, "owner")
    clock.seconds += 1
    assert sessions.enter(late, "owner") is None


def test_a_session_ends_after_thirty_days(sessions: Sessions, clock: Clock) -> None:
    token = sessions.enter(sessions.new_link(), "owner")
    assert token is not None

    clock.seconds += SESSION_SECONDS - 1
    assert sessions.find(token)
    clock.seconds += 1
    assert sessions.find(token) is None
    assert SESSION_SECONDS == 30 * 86_400


def test_after_ten_wrong_secrets_within_a_minute_no_other_is_heard(clock: Clock) -> None:
    tries = Tries(clock.now)
    for _ in range(10):
        tries.wrong()
        clock.seconds += 1

    with pytest.raises(Problem) as refused:
        tries.wrong()
    assert (refused.value.status, refused.value.headers) == (429, {"Retry-After": "51"})

    clock.seconds += 51
    tries.wrong()


def test_too_many_wrong_secrets_are_answered_with_when_to_try_again(fresh: Fresh) -> None:
    client = fresh()
    statuses = [client.post("/api/v1/session", json={"secret": f"guess {n}"}).status_code for n in range(11)]

    assert statuses == [401] * 10 + [429]
    answer = client.post("/api/v1/session", json={"secret": "guess"})
    assert 0 < int(answer.headers["retry-after"]) <= 61
    assert client.get("/api/v1/session").json()["signed_in"], "whoever is in stays in"


def test_a_good_link_opens_however_many_wrong_ones_somebody_else_has_tried(fresh: Fresh) -> None:
    client = fresh()
    for number in range(12):
        client.post("/api/v1/session", json={"secret": f"guess {number}"})
    secret = client.app.state.server.sessions.new_link()  # type: ignore[attr-defined]
    other = TestClient(client.app, base_url=ADDRESS)

    assert other.post("/api/v1/session", json={"secret": secret}).status_code == 200


def test_who_is_signed_in_never_waits_for_somebody_who_writes(tmp_path: Path, clock: Clock) -> None:
    journal = create_workspace(tmp_path / "written").journal
    sessions = Sessions(journal, clock.now_us)
    token = sessions.enter(sessions.new_link(), "owner")
    assert token is not None
    clock.seconds += 7_200
    writer = sqlite3.connect(journal.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    begun = time.monotonic()
    assert sessions.find(token)
    assert time.monotonic() - begun < 2
    writer.execute("ROLLBACK")
    assert sessions.find(token)

    (seen,) = writer.execute("SELECT last_seen_us FROM web_sessions").fetchone()
    assert seen == clock.now_us(), "the next request notes it"
    with journal.transaction() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000, "others are waited for as before"
