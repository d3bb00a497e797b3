"""A language model's endpoint on this machine that answers as a test tells it, and remembers all that it was sent."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

#: What the endpoint does with a question: bytes to answer with, or a number for an empty answer of that status.
Does = Callable[[dict[str, Any], int], "bytes | int | str"]


@dataclass
class StandIn:
    """The endpoint, and what came in: bodies, keys and paths in order."""

    url: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def sentences(self) -> list[str]:
        return [body["messages"][-1]["content"] for body in self.bodies]


def saying(content: object) -> bytes:
    """An answer in the shape of OpenAI's, with this content."""
    text = content if isinstance(content, str) else json.dumps(content)
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": text}}]}).encode()


def asks_for(fact: str, check: bool = False) -> bytes:
    return saying({"fact": fact, "check": check})


@contextmanager
def standing_in(does: Does) -> Iterator[StandIn]:
    """Serve an endpoint; ``does`` gets each body and how many came before: "hang up", "hang" and "trickle" do so."""
    seen = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.bodies.append(body)
            seen.keys.append(self.headers.get("Authorization"))
            seen.paths.append(self.path)
            said = does(body, len(seen.bodies) - 1)
            if said == "hang up":
                self.close_connection = True
                return
            if said == "hang":
                time.sleep(1.0)
                return
            if said == "cut short":
                self.send_response(200)
                self.send_header("Content-Length", "5000")
                self.end_headers()
                self.wfile.write(b'{"choices": [')
                return
            if isinstance(said, int):
                self.send_response(said)
                self.send_header("Location", seen.url + "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            assert isinstance(said, bytes)
            self.send_response(200)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_words: object) -> None:
            return

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    seen.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
