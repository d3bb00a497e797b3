"""What an endpoint works with: the workspace that is served, the build being read, and the person who asks."""

from __future__ import annotations

from dataclasses import dataclass, field

from fastapi import Request

from clew.api.problems import Problem
from clew.api.signing_in import Tries
from clew.app.jobs import Runner
from clew.app.serving import Session, Sessions
from clew.app.view import View, Views
from clew.app.workspace import Workspace


@dataclass
class Server:
    """All that the endpoints share; ``app.state.server``. ``runner`` is None where jobs are only written down."""

    workspace: Workspace
    sessions: Sessions
    views: Views
    runner: Runner | None
    cookie: str
    tries: Tries = field(default_factory=Tries)


def server(request: Request) -> Server:
    """Return what this application serves."""
    found = request.app.state.server
    assert isinstance(found, Server)
    return found


def workspace(request: Request) -> Workspace:
    """Return the workspace; for ``Annotated[Workspace, Depends(workspace)]``."""
    return server(request).workspace


def current_view(request: Request) -> View:
    """Return the build that is read, or raise a problem: 409 while nothing is built yet, 503 while it is being opened."""
    found = server(request).views.current()
    if isinstance(found, View):
        return found
    if found.state == "unbuilt":
        raise Problem(
            "not-built", "Nothing is built yet", 409, "There are no journeys yet. Import something and build it first."
        )
    if found.state == "failed":
        raise Problem("not-opened", "The tables can't be opened", 409, found.what, {"reason": found.what})
    detail = "The tables are being opened, which takes a few seconds. Ask again shortly."
    raise Problem("opening", "Being opened", 503, detail, {"what": found.what}, {"Retry-After": "1"})


def person(request: Request) -> Session:
    """Return whoever asks; only behind a rule other than "anyone"."""
    found = request.state.person
    assert isinstance(found, Session)
    return found
