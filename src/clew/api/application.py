"""Puts the application together: the endpoints that the folder holds, behind one access rule each, and the page."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from clew.api.access import check_rules
from clew.api.answers import answer_errors
from clew.api.contract import contract
from clew.api.hardening import OnlyHere, Sealed
from clew.api.routes import Routes
from clew.api.serving import Server
from clew.api.signing_in import cookie_name
from clew.api.static_files import Assets, serve_page
from clew.app.jobs import Runner
from clew.app.serving import Sessions
from clew.app.view import Views
from clew.app.workspace import Workspace
from clew.plugins import definitions_in

API = "/api/v1"
#: Smaller answers are not worth packing, nor are a download's rows, which go to the disk as they come.
_GZIP = {
    "minimum_size": 1_000,
    "compresslevel": 4,
    "exclude_content_types": (*DEFAULT_EXCLUDED_CONTENT_TYPES, "text/csv"),
}


class Application(FastAPI):
    """FastAPI with Clew's contract in place of its own."""

    # pyrefly: ignore[missing-override-decorator] - typing.override comes with Python 3.12
    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI document."""
        return contract(self)


def create_app(
    folder: Path | Workspace, *, secret: str | None = None, run_jobs: bool = True, assets: Path | None = None
) -> FastAPI:
    """Return the application that serves one workspace.

    ``secret`` lets one person in, once. Without ``run_jobs`` jobs are written down and left to another process.
    ``assets`` is the built page, else the folder that ``CLEW_ASSETS`` names, else the one inside the package.
    Raises WorkspaceError for a folder that is no workspace, DefinitionError for an endpoint without an access rule.
    """
    workspace = folder if isinstance(folder, Workspace) else Workspace(folder)
    sessions = Sessions(workspace.journal)
    if secret is not None:
        sessions.new_link(secret)
    runner = Runner(workspace) if run_jobs else None
    app = Application(
        title="Clew",
        version=version("clew"),
        summary="Customer journeys across all channels, and where they break.",
        openapi_url=None,  # an endpoint like every other gives it
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
        generate_unique_id_function=_operation_id,
        redirect_slashes=False,
        # Measuring requests with OpenTelemetry is FastAPI's habit since 2026; nothing here is told to anybody.
        telemetry={
            "tracing": False,
            "metrics": False,
            "logs": False,
            "operation_spans": False,
            "auto_configure": False,
        },
    )
    app.state.server = Server(workspace, sessions, Views(workspace), runner, cookie_name(workspace.folder))
    for routes in definitions_in("clew.api.endpoints", "ROUTES", Routes).values():
        app.include_router(routes, prefix=API)
    check_rules(app)
    answer_errors(app)
    serve_page(app, Assets(assets or _assets_folder()))
    # The last one added meets a request first.
    app.add_middleware(GZipMiddleware, **_GZIP)
    app.add_middleware(OnlyHere)
    app.add_middleware(Sealed)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open the newest build and take up the jobs that wait; let go of both in the end."""
    server: Server = app.state.server
    await run_in_threadpool(server.views.current)
    if server.runner is not None:
        await run_in_threadpool(server.runner.start)
    try:
        yield
    finally:
        if server.runner is not None:
            await run_in_threadpool(server.runner.stop)
        await run_in_threadpool(server.views.close)
        server.workspace.close()


def _operation_id(route: APIRoute) -> str:
    return route.name


def page_is_built() -> bool:
    """Say whether there is a page to show, or the interface only."""
    return (_assets_folder() / "index.html").is_file()


def _assets_folder() -> Path:
    named = os.environ.get("CLEW_ASSETS")
    return Path(named) if named else Path(__file__).parent / "assets"
