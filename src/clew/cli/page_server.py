"""Runs the web application on this machine: takes a port, answers until it is stopped, and logs no requests."""

from __future__ import annotations

import logging
import socket
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from clew.model import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

LOOPBACK = "127.0.0.1"
USUAL_PORT = 8400
#: What is being answered when it is stopped may take so long to finish.
_GRACE_SECONDS = 5


def bind(port: int | None) -> socket.socket:
    """Take the port on the loopback address; without one the usual port, or a free one when that is taken.

    UsageError when the port that was named can't be had.
    """
    for wanted in (port,) if port is not None else (USUAL_PORT, 0):
        # asyncio sends at once only where the protocol is named; else each answer waits 40 ms for an acknowledgement.
        taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        if sys.platform != "win32":  # there it would let two servers share a port
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((LOOPBACK, wanted))
            taken.listen(128)
        except OSError:
            taken.close()
        else:
            return taken
    raise UsageError(
        f"Port {port} can't be had: another program uses it, or it is kept for the system. Name another with --port, or leave "
        "the option out to take a free one."
    )


def run(app: FastAPI, listening: socket.socket) -> None:
    """Answer on this socket until Ctrl-C or the system's stop signal; what is being answered then is finished first."""
    import uvicorn

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,  # addresses may name customers
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        return


def ask_for_links(fresh_link: Callable[[], None]) -> None:
    """Call ``fresh_link`` each time somebody presses Enter, beside everything else."""

    def listen() -> None:
        while sys.stdin.readline():
            fresh_link()

    threading.Thread(target=listen, name="clew-enter", daemon=True).start()
