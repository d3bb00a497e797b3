"""The contract with the page and other clients: OpenAPI 3.1, with each endpoint's access rule and the problems it may give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, iter_route_contexts

from clew.api.access import CSRF_HEADER, PERMISSIONS, permission_of
from clew.api.changing import tagged_by_address
from clew.api.paging import page_request
from clew.api.problems import ProblemDetails, ProblemField, responses
from clew.api.serving import current_view, workspace

#: What the parts of an endpoint's signature answer in its place.
_GIVEN_BY: dict[object, frozenset[int]] = {
    current_view: frozenset({409, 503}),
    tagged_by_address: frozenset({304}),
    workspace: frozenset({409, 507}),
    page_request: frozenset({409}),
}
_REFERENCE = "#/components/schemas/{model}"


def contract(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI document; it is made once."""
    if not app.openapi_schema:
        schema = get_openapi(
            title=app.title,
            version=app.version,
            summary=app.summary,
            openapi_version=app.openapi_version,
            routes=app.routes,
        )
        _describe_problems(schema)
        _describe_access(schema)
        for path, method, route in operations(app):
            _describe(schema["paths"][path][method], route)
        app.openapi_schema = schema
    return app.openapi_schema


def operations(app: FastAPI) -> Iterator[tuple[str, str, APIRoute]]:
    """Yield each endpoint's address, method in small letters, and route, in the order they were found."""
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if isinstance(route, APIRoute) and route.include_in_schema:
            for method in sorted(route.methods or ()):
                yield str(context.path_format), method.lower(), route


def _describe_problems(schema: dict[str, Any]) -> None:
    schemas: dict[str, Any] = schema["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    schemas["ProblemField"] = ProblemField.model_json_schema()
    details = ProblemDetails.model_json_schema(ref_template=_REFERENCE)
    details.pop("$defs", None)
    schemas["ProblemDetails"] = {**details, "additionalProperties": True}


def _describe_access(schema: dict[str, Any]) -> None:
    schema["components"]["securitySchemes"] = {
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "clew_session",
            "description": "Set by signing in; its name ends in a mark of the workspace. Changes also repeat the session's "
            f"token in {CSRF_HEADER}.",
        }
    }


def _describe(operation: dict[str, Any], route: APIRoute) -> None:
    """Add to one operation what follows from its rule, its parameters and its view."""
    permission = permission_of(route) or "anyone"
    operation["x-permission"] = permission
    operation["description"] = f"{operation.get('description', '')}\n\nNeeds: {permission} ({PERMISSIONS[permission]})."
    statuses = {403, 500}
    if permission != "anyone":
        operation["security"] = [{"session": list[str]()}]
        statuses.add(401)
    if operation.get("parameters") or "requestBody" in operation:
        statuses.add(422)
    if route.body_field is not None:
        statuses |= {400, 413}
    for each in _all_of(route.dependant):
        statuses |= _GIVEN_BY.get(each.call, frozenset[int]())
    described = operation["responses"]
    described.pop("422", None)
    for status, response in responses(*sorted(statuses)).items():
        described.setdefault(str(status), response)


def _all_of(dependant: Dependant) -> Iterator[Dependant]:
    yield dependant
    for each in dependant.dependencies:
        yield from _all_of(each)
