"""Starts ``clew serve`` as a user would, in a process of its own, and asks it for links."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass
class Served:
    """A running server: the workspace's folder and the address."""

    workspace: Path
    address: str
    assets: Path
    process: subprocess.Popen[str]
    #: The browser's cookie, once somebody signed in; it outlives a restart.
    signed_in: Any = None

    def link(self) -> str:
        """Return a fresh one-time link."""
        answer = _clew(self.workspace, self.assets, "0").communicate(timeout=60)[0]
        return str(json.loads(answer.splitlines()[0])["link"])

    def restart(self) -> None:
        """Stop the server and start it again on the same port."""
        self.stop()
        self.process = _clew(self.workspace, self.assets, self.address.rsplit(":", 1)[1])
        _first_line(self.process)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server as Ctrl-C would, or with another signal."""
        self.process.send_signal(how)
        self.process.wait(timeout=60)


@contextmanager
def serve(workspace: Path, assets: Path, port: str = "0") -> Iterator[Served]:
    """Serve a workspace until the block ends."""
    process = _clew(workspace, assets, port)
    said = _first_line(process)
    served = Served(workspace, said["address"], assets, process)
    try:
        yield served
    finally:
        if served.process.poll() is None:
            served.stop()


def _clew(workspace: Path, assets: Path, port: str) -> subprocess.Popen[str]:
    command = [
        str(Path(sys.executable).with_name("clew")),
        "serve",
        str(workspace),
        "--no-open",
        "--json",
        "--port",
        port,
    ]
    environment = {**os.environ, "CLEW_ASSETS": str(assets)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def _first_line(process: subprocess.Popen[str]) -> dict[str, str]:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line, "clew serve ended without a word"
    said: dict[str, str] = json.loads(line)
    return said
