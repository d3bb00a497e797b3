"""``clew serve`` as people start it: one server for a workspace, on this machine only, and a link that opens it."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from clew.app.serving import FIRST_WORKSPACE, leave_word, only_server, where_served, workspace_to_serve
from clew.app.workspace import create_workspace
from clew.cli.page_server import LOOPBACK, bind
from clew.model import UsageError, WorkspaceError

COMMAND = (sys.executable, "-c", "from clew.cli import main; main()", "serve")
LINK = re.compile(r"Open (http://127\.0\.0\.1:\d+)/#/enter=(\S+)")
PATIENCE_SECONDS = 60
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts ``clew serve`` in an empty folder; whatever still runs in the end is stopped."""
    started: list[subprocess.Popen[str]] = []

    def run(*words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*COMMAND, *words],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def said(process: subprocess.Popen[str]) -> Any:
    """Return the one line that a server for programs prints once it listens."""
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def enter(link: str) -> httpx.Client:
    """Open a link as the page does; return a browser's stand-in that is signed in."""
    address, secret = link.split("/#/enter=")
    client = httpx.Client(base_url=address)
    answer = client.post("/api/v1/session", json={"secret": secret})
    assert answer.status_code == 200, answer.text
    client.headers["X-Clew-Csrf"] = answer.json()["csrf"]
    return client


def test_the_link_that_is_printed_opens_the_workspace_once(start: Start, tmp_path: Path) -> None:
    server = said(start("--json", "--port", "0"))

    assert Path(server["workspace"]) == tmp_path / FIRST_WORKSPACE, "nobody had a workspace yet"
    client = enter(server["link"])
    assert client.get("/api/v1/session").json()["signed_in"]
    again = client.post("/api/v1/session", json={"secret": server["link"].split("=")[1]})
    assert again.status_code == 401


def test_it_answers_on_this_machine_only(start: Start) -> None:
    port = int(said(start("--json", "--port", "0"))["address"].rsplit(":", 1)[1])
    own_address = socket.gethostbyname(socket.gethostname())
    if own_address.startswith("127."):
        pytest.skip("this machine has no address but its own")

    with pytest.raises(OSError, match="refused"):
        socket.create_connection((own_address, port), timeout=5)


def test_a_second_start_prints_a_fresh_link_to_the_server_that_runs(start: Start) -> None:
    first = said(start("shop", "--json", "--port", "0"))

    second = start("shop", "--json")
    again = said(second)

    assert (again["address"], again["started"]) == (first["address"], False)
    assert again["link"] != first["link"]
    assert second.wait(PATIENCE_SECONDS) == 0
    for link in (again["link"], first["link"]):
        client = enter(link)
        assert client.get("/api/v1/session").json()["signed_in"]


def test_ctrl_c_stops_it_in_peace_and_sessions_live_on(start: Start, tmp_path: Path) -> None:
    process = start("shop", "--port", "0", "--no-open")
    assert process.stdout is not None
    printed = ""
    while (found := LINK.search(printed)) is None:
        line = process.stdout.readline()
        assert line, process.communicate()
        printed += line
    client = enter(found[0].removeprefix("Open "))

    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_SECONDS)

    assert (process.returncode, err) == (0, "")
    assert printed.startswith(f"Made workspace {tmp_path / 'shop'}\n")
    assert out.endswith("Stopped.\n")
    assert not (tmp_path / "shop" / ".clew" / "server.address").exists()
    address = said(start("shop", "--json", "--port", found[1].rsplit(":", 1)[1]))["address"]
    assert client.get(f"{address}/api/v1/session").json()["signed_in"], "the browser is still signed in after a restart"


def test_a_server_that_was_killed_leaves_the_workspace_free(start: Start) -> None:
    killed = start("shop", "--json", "--port", "0")
    said(killed)
    killed.kill()
    killed.wait(PATIENCE_SECONDS)

    assert said(start("shop", "--json", "--port", "0"))["started"] is True


def test_nobody_is_sent_to_the_port_of_a_server_that_was_killed(tmp_path: Path) -> None:
    leave_word(tmp_path, "http://127.0.0.1:1")  # by now anybody may listen there

    with only_server(tmp_path) as ours:
        assert ours
        assert where_served(tmp_path, 0) == "", "the next server is only starting"


def test_a_server_that_is_starting_is_waited_for_but_not_for_ever(tmp_path: Path) -> None:
    with only_server(tmp_path) as ours:
        assert ours
        assert where_served(tmp_path, 0.2) == ""

        late = threading.Timer(0.3, leave_word, (tmp_path, "http://127.0.0.1:1"))
        late.start()
        assert where_served(tmp_path) == "http://127.0.0.1:1"
        late.join()


def test_a_server_that_fails_leaves_no_word(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), only_server(tmp_path):
        leave_word(tmp_path, "http://127.0.0.1:1")
        raise RuntimeError

    assert where_served(tmp_path, 0) == ""


def test_answers_leave_at_once_and_wait_for_no_acknowledgement() -> None:
    async def is_at_once() -> int:
        met: asyncio.Future[asyncio.StreamWriter] = asyncio.get_running_loop().create_future()
        with bind(0) as taken:
            server = await asyncio.start_server(lambda _, writer: met.set_result(writer), sock=taken)
            _, ours = await asyncio.open_connection(*taken.getsockname())
            theirs = await met
            at_once = theirs.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            ours.close()
            theirs.close()
            server.close()
        return int(at_once)

    assert asyncio.run(is_at_once())


def test_a_port_that_was_named_and_is_taken_ends_with_what_to_do(start: Start) -> None:
    with bind(0) as taken:
        port = str(taken.getsockname()[1])
        out, err = (process := start("shop", "--port", port)).communicate(timeout=PATIENCE_SECONDS)

    assert process.returncode == 2
    assert f"Port {port} can't be had" in err
    assert "Name another with --port" in err
    assert "Open http" not in out


def test_the_usual_port_gives_way_to_a_free_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with bind(0) as taken:
        monkeypatch.setattr("clew.cli.page_server.USUAL_PORT", taken.getsockname()[1])
        with bind(None) as other:
            assert other.getsockname()[0] == LOOPBACK
            assert other.getsockname()[1] != taken.getsockname()[1]
        with pytest.raises(UsageError):
            bind(taken.getsockname()[1])


def test_no_request_is_logged_as_addresses_may_name_customers(start: Start) -> None:
    process = start("shop", "--json", "--port", "0")
    client = enter(said(process)["link"])
    client.get("/customers/anna@example.com?channel=chat")
    client.get("/api/v1/customers/anna@example.com")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_SECONDS)

    assert "anna" not in out + err


@pytest.mark.skipif(sys.platform == "win32", reason="terminals are made with pty here")
def test_at_a_terminal_enter_prints_a_fresh_link(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    process = subprocess.Popen(
        [*COMMAND, "shop", "--port", "0"], cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    printed = ""

    def read_links(count: int) -> list[tuple[str, str]]:
        nonlocal printed
        until = time.monotonic() + PATIENCE_SECONDS
        while len(LINK.findall(printed)) < count and time.monotonic() < until:
            printed += os.read(ours, 4096).decode()
        found: list[tuple[str, str]] = LINK.findall(printed)
        return found

    try:
        read_links(1)
        os.write(ours, b"\n")
        first, second = read_links(2)
        assert first[0] == second[0]
        assert first[1] != second[1]
        client = enter("/#/enter=".join(second))
        assert client.get("/api/v1/session").json()["signed_in"]
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def test_the_nearest_workspace_upward_is_served(tmp_path: Path) -> None:
    shop = create_workspace(tmp_path / "shop").folder
    (shop / "deep" / "down").mkdir(parents=True)

    found, made = workspace_to_serve(start=shop / "deep" / "down")

    assert (found.folder, made) == (shop, False)


def test_a_folder_is_made_a_workspace_only_while_nothing_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("mine")

    for name in ("empty", "absent"):
        assert workspace_to_serve(tmp_path / name)[1] is True
        assert workspace_to_serve(tmp_path / name)[1] is False
    with pytest.raises(WorkspaceError, match="clew init"):
        workspace_to_serve(tmp_path / "full")
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_a_workspace_with_broken_settings_is_not_passed_over_for_a_new_one(tmp_path: Path) -> None:
    shop = create_workspace(tmp_path / "shop").folder
    (shop / "clew.toml").write_text("[[[")

    with pytest.raises(WorkspaceError):
        workspace_to_serve(start=shop)
    assert not (shop / FIRST_WORKSPACE).exists()
