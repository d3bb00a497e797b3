"""What protects whoever has the page open: only this machine's own page is answered, and browsers are told to be strict."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clew.api.answers import fault
from clew.api.problems import Problem

#: Nothing but what this server itself hands out runs, shows or is asked, and nobody may frame it.
CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
#: A page from elsewhere can be led to this server under a name of its own (DNS rebinding); these it can't take.
OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")


class Sealed:
    """Puts the strict headers on every answer, and turns what nobody else caught into a problem with a number."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def sealed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        try:
            await self.app(scope, receive, sealed)
        except Exception as error:  # noqa: BLE001 - the last place that can answer
            problem = fault(error)
            if not started:
                await problem.response()(scope, receive, sealed)


class OnlyHere:
    """Turns away requests that were not meant for this server, or that another site's page makes."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        own = own_hosts(scope)
        host, origin = headers.get("host", "").lower(), headers.get("origin")
        if host not in own:
            problem = Problem(
                "wrong-host", "Not this server's name", 403, f"This server answers as {', '.join(OWN_NAMES)} only."
            )
            await problem.response()(scope, receive, send)
        elif origin is not None and origin.lower() != f"http://{host}":
            problem = Problem("wrong-origin", "Asked by another page", 403, "Only this server's own page may ask it.")
            await problem.response()(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def own_hosts(scope: Scope) -> set[str]:
    """Return the Host headers that mean this server: its names with the port it listens on."""
    port = (scope.get("server") or ("", None))[1]
    hosts = {f"{name}:{port}" for name in OWN_NAMES}
    return hosts | set(OWN_NAMES) if port in (None, 80) else hosts
