"""Workspaces, files to import, servers that can be killed, and ways to wait for jobs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from clew.app.jobs import Job, Runner, add_job, find_job, ordered
from clew.app.workspace import Workspace, create_workspace
from clew.channels import source_ledgers

T = TypeVar("T")
PATIENCE_SECONDS = 120.0
#: More than one batch, so that an import can be met in the middle.
MANY_ROWS = 260_000


@dataclass
class Server:
    """A server in a process of its own."""

    process: subprocess.Popen[str]

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ask it to stop."""
        self.process.terminate()
        self.process.wait(30)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = create_workspace(tmp_path / "workspace", "Shop")
    yield made
    made.close()


@pytest.fixture
def runner(workspace: Workspace) -> Iterator[Runner]:
    """A runner that works in this process."""
    made = Runner(workspace)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def serve() -> Iterator[Callable[[Workspace], Server]]:
    """Starts servers in processes of their own: ``serve(workspace)``."""
    begun: list[Server] = []

    def start(workspace: Workspace) -> Server:
        program = Path(__file__).parent / "server.py"
        words = [sys.executable, str(program), str(workspace.folder)]
        server = Server(subprocess.Popen(words, stdout=subprocess.PIPE, text=True))
        begun.append(server)
        assert server.process.stdout is not None
        assert server.process.stdout.readline() == "running\n"
        return server

    yield start
    for server in begun:
        with suppress(ProcessLookupError):
            server.process.kill()
        server.process.wait()


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A small call log."""
    file = tmp_path / "calls.csv"
    rows = [f"c{n},2026-03-{n % 27 + 1:02} 10:00:00,+1415555{n:04},inbound" for n in range(40)]
    file.write_text("\n".join(["call_id,started,phone,direction", *rows]) + "\n")
    return file


@pytest.fixture(scope="session")
def many_calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A call log of several batches; every 10,000th row has no time.

    Each call stands there ten times, so that every batch brings new ones, and few journeys have to be built of them.
    """
    file = tmp_path_factory.mktemp("calls") / "calls.csv"
    with file.open("w") as out:
        out.write("call_id,started,phone,direction\n")
        for row in range(MANY_ROWS):
            n = row // 10
            day = f"2026-0{n % 9 + 1}-{n % 27 + 1:02} {n % 24:02}:{n % 60:02}:00"
            out.write(f"c{n},{'' if row % 10_000 == 0 else day},+1415{n:07},inbound\n")
    return file


def order(workspace: Workspace, kind: str, **words: object) -> Job:
    """Order a job as the page does."""
    return add_job(workspace.journal, kind, ordered(workspace, kind, words), "owner")


def over(workspace: Workspace, job: Job) -> Job:
    """Wait until a job is over."""
    return until(lambda: now if (now := state_of(workspace, job)).is_over else None)


def state_of(workspace: Workspace, job: Job) -> Job:
    """Return the job as the journal has it now."""
    now = find_job(workspace.journal, job.id)
    assert now is not None
    return now


def until(find: Callable[[], T | None]) -> T:
    """Wait until there is something to find."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        found = find()
        if found is not None:
            return found
        time.sleep(0.02)
    raise AssertionError("it never came")


def rows_in(workspace: Workspace) -> int:
    """Return how many rows the ledger has of all sources."""
    return sum(ledger.tally.received for ledger in source_ledgers(workspace.journal))


def is_alive(process: int | None) -> bool:
    """Tell whether there is such a process that isn't just waiting to be buried."""
    if process is None:
        return False
    try:
        os.kill(process, 0)
        return " Z " not in Path(f"/proc/{process}/stat").read_text()
    except (ProcessLookupError, FileNotFoundError):
        return False
