"""Who may do what: the one place that decides, and the rule that every endpoint has to carry."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Literal

from fastapi import Depends, FastAPI, Request
from fastapi.params import Depends as Dependency
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.routing import BaseRoute

from clew.api.problems import Problem
from clew.api.serving import server
from clew.app.serving import Session
from clew.model import DefinitionError

Permission = Literal["anyone", "read", "work", "decide"]

#: What each permission is for.
PERMISSIONS: dict[Permission, str] = {
    "anyone": "signing in, and asking whether the server is well",
    "read": "seeing what is there",
    "work": "imports, builds and retries",
    "decide": "settings, mappings, who is who, and what a customer may ask for",
}
#: Methods that change nothing, so that a request from elsewhere can do no harm with them.
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
CSRF_HEADER = "X-Clew-Csrf"


def decide(person: Session | None, permission: Permission) -> bool:
    """Tell whether this person may: whoever is signed in owns the workspace; roles come with a later issue."""
    return permission == "anyone" or person is not None


@dataclass(frozen=True)
class Rule:
    """The access rule of one endpoint; FastAPI asks it before the endpoint runs."""

    permission: Permission

    def __call__(self, request: Request) -> None:
        """Let the request through, or raise a 401 or 403 problem; whoever asks is ``person(request)`` from here on."""
        here = server(request)
        person = here.sessions.find(request.cookies.get(here.cookie, ""))
        request.state.person = person
        if not decide(person, self.permission):
            if person is None:
                raise Problem(
                    "signed-out", "Signed out", 401, "Nobody is signed in here. Open the link that clew serve prints."
                )
            raise Problem("not-allowed", "Not allowed", 403, "You may not do this here. Ask whoever runs this server.")
        if self.permission != "anyone" and request.method not in _SAFE and person is not None:
            _check_csrf(request, person)


def needs(permission: Permission) -> Dependency:
    """Return the rule for ``dependencies=[needs("read")]``; DefinitionError for a permission that isn't in the table."""
    if permission not in PERMISSIONS:
        raise DefinitionError(f"No permission {permission!r}. Known: {', '.join(PERMISSIONS)}.")
    dependency: Dependency = Depends(Rule(permission))
    return dependency


def permission_of(route: BaseRoute) -> Permission | None:
    """Return what the endpoint needs, or None where it carries no rule."""
    if not isinstance(route, APIRoute):
        return None
    rules = [each.dependency for each in route.dependencies if isinstance(each.dependency, Rule)]
    return rules[0].permission if rules else None


def check_rules(app: FastAPI) -> None:
    """Raise DefinitionError when an endpoint carries no rule, naming each of them."""
    bare = [
        f"{', '.join(sorted(context.methods or ()))} {context.path}".strip()
        for context in iter_route_contexts(app.routes)
        if permission_of(context.original_route) is None
    ]
    if bare:
        raise DefinitionError(
            f"Endpoints without an access rule: {'; '.join(bare)}. Give each dependencies=[needs(…)] with one of: "
            f"{', '.join(PERMISSIONS)}."
        )


def _check_csrf(request: Request, person: Session) -> None:
    given = request.headers.get(CSRF_HEADER, "")
    if not hmac.compare_digest(given.encode(), person.csrf.encode()):
        raise Problem(
            "not-from-the-page",
            "Not asked by Clew's page",
            403,
            f"A change has to repeat the session's token in {CSRF_HEADER}. Load the page again and repeat it.",
        )
