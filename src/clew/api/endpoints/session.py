"""Signing in and out, and whether the server is well."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

from fastapi import Request, Response
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.problems import Problem, responses
from clew.api.routes import Routes
from clew.api.serving import person, server
from clew.api.signing_in import clear_cookie, set_cookie
from clew.app.serving import Session

ROUTES = Routes("session")
#: Whoever opens the link owns the workspace; people with names and roles come with a later issue.
OWNER = "owner"


class SignedIn(BaseModel):
    """Who is signed in here."""

    signed_in: bool
    csrf: str | None = Field(description="What every change has to repeat in X-Clew-Csrf")
    name: str | None = Field(description="How this person is called")
    version: str = Field(description="The version of Clew that answers")


class Entering(BaseModel):
    """What the one-time link holds."""

    secret: Annotated[str, Field(min_length=1, max_length=200)]


class Health(BaseModel):
    """Whether the server is well."""

    well: bool
    version: str = Field(description="The version of Clew that answers")


@ROUTES.get("/health", dependencies=[needs("anyone")])
def read_health() -> Health:
    """Tell that the server answers."""
    return Health(well=True, version=version("clew"))


@ROUTES.get("/session", dependencies=[needs("anyone")])
def read_session(request: Request) -> SignedIn:
    """Tell who is signed in, if anybody, and what their changes have to repeat."""
    return _said(request.state.person)


@ROUTES.post("/session", dependencies=[needs("anyone")], responses=responses(401, 429))
def sign_in(request: Request, response: Response, entering: Entering) -> SignedIn:
    """Use up a one-time link; the answer carries the session's cookie."""
    here = server(request)
    token = here.sessions.enter(entering.secret, OWNER)
    entered = here.sessions.find(token) if token else None
    if token is None or entered is None:
        here.tries.wrong()
        raise Problem(
            "link-used",
            "This link lets nobody in any more",
            401,
            "It was used already, is older than an hour, or belongs to another workspace. For a fresh one press Enter where "
            "clew serve runs, or run clew serve once more.",
        )
    set_cookie(response, here.cookie, token)
    return _said(entered)


@ROUTES.delete("/session", status_code=204, dependencies=[needs("read")])
def sign_out(request: Request, response: Response) -> None:
    """End this session; other browsers stay signed in."""
    here = server(request)
    here.sessions.leave(person(request))
    clear_cookie(response, here.cookie)


def _said(session: Session | None) -> SignedIn:
    return SignedIn(
        signed_in=session is not None,
        csrf=session.csrf if session else None,
        name=session.name if session else None,
        version=version("clew"),
    )
