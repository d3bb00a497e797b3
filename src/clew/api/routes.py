"""The endpoints of one noun: what each file in `clew/api/endpoints` defines, and how much a request may bring."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute
from starlette.types import Message

from clew.api.problems import Problem

#: Every answer that a page gives fits many times over; files come through the uploads, which count for themselves.
BODY_LIMIT_BYTES = 1_000_000

Handler = Callable[[Request], Coroutine[None, None, Response]]


class _Bounded(APIRoute):
    """A route that stops reading a body it has declared once that grows too large.

    A route that reads ``request.stream()`` itself declares none, and has a limit of its own.
    """

    # pyrefly: ignore[missing-override-decorator] - typing.override comes with Python 3.12
    def get_route_handler(self) -> Handler:
        """Return FastAPI's handler, behind a count of the bytes that come in."""
        handle: Handler = super().get_route_handler()
        if self.body_field is None:
            return handle

        async def bounded(request: Request) -> Response:
            return await handle(_counted(request))

        return bounded


class Routes(APIRouter):
    """The routes of one noun, mounted under ``/api/v1``; ``name`` heads them in the reference."""

    def __init__(self, name: str) -> None:
        """Name the noun; two files never share one."""
        super().__init__(tags=[name], route_class=_Bounded)
        self.name = name


def _counted(request: Request) -> Request:
    """Return the request with a body that raises a 413 problem as soon as it is too large."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > BODY_LIMIT_BYTES:
        raise too_large(BODY_LIMIT_BYTES)
    received = 0

    async def receive() -> Message:
        nonlocal received
        message = await request.receive()
        received += len(message.get("body", b""))
        if received > BODY_LIMIT_BYTES:
            raise too_large(BODY_LIMIT_BYTES)
        return message

    return Request(request.scope, receive)


def too_large(limit_bytes: int) -> Problem:
    """Return the problem of a body above ``limit_bytes``."""
    return Problem(
        "too-large",
        "Too much at once",
        413,
        f"The request is larger than {limit_bytes:,} bytes. Send less at once.",
        {"limit_bytes": limit_bytes},
    )
