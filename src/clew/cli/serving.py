"""Serves a finished map to the browser on this machine, and to nobody else."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOOPBACK = "127.0.0.1"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without writing each request to the terminal."""

    # pyrefly: ignore[missing-override-decorator] - typing.override comes with Python 3.12
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        """Say nothing."""


def serve_folder(folder: Path, port: int, say: Callable[[str], None]) -> None:
    """Serve ``folder/map.html`` until interrupted, and open it in the browser where there is one."""
    with ThreadingHTTPServer((LOOPBACK, port), partial(_Quiet, directory=str(folder))) as server:
        address = f"http://{LOOPBACK}:{server.server_port}/map.html"
        say(f"The map is at {address} (Ctrl-C stops serving it)")
        webbrowser.open(address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Stopped.")
