"""Starts ``clew serve`` for a benchmark, and signs a client in."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx


@dataclass(frozen=True)
class Server:
    """A running server: its address and a way to get links."""

    folder: Path
    address: str

    def link(self) -> str:
        """Return a fresh one-time link."""
        return str(json.loads(_clew(self.folder).communicate(timeout=60)[0].splitlines()[0])["link"])

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """Give a client that is signed in, once the newest build is open."""
        with httpx.Client(base_url=f"{self.address}/api/v1/", timeout=60) as client:
            answer = client.post("session", json={"secret": self.link().partition("enter=")[2]})
            client.headers["X-Clew-Csrf"] = answer.raise_for_status().json()["csrf"]
            while client.get("workspace").json()["view"] is None:
                time.sleep(0.2)
            yield client


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a workspace until the block ends."""
    process = _clew(folder)
    assert process.stdout is not None
    address = json.loads(process.stdout.readline())["address"]
    try:
        yield Server(folder, address)
    finally:
        process.terminate()
        process.wait(timeout=60)


def _clew(folder: Path) -> subprocess.Popen[str]:
    clew = str(Path(sys.executable).with_name("clew"))
    command = [clew, "serve", str(folder), "--no-open", "--json", "--port", "0"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
