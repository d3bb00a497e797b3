"""What the server says when it can't do what was asked: one shape for every error (RFC 9457 problem details)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import HTTPException
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"

#: What each status means here, for the contract.
MEANINGS: dict[int, str] = {
    304: "The reader has this very answer already",
    400: "The request can't be read",
    401: "Nobody is signed in",
    403: "Not allowed, or not asked by this server's own page",
    404: "There is no such thing",
    405: "The address is right, the method is not",
    409: "It doesn't fit what is there: nothing is built yet, another writes, it exists already",
    412: "Somebody changed it since it was read",
    413: "Too much at once",
    415: "The content is of a type that isn't read here",
    422: "A parameter, a mapping or a setting is off",
    428: "A change has to name the version it was made on (If-Match)",
    429: "Too many attempts",
    500: "A fault of Clew's own; the number finds it in the log",
    503: "The tables are being opened",
    507: "The disk refused",
}


class ProblemField(BaseModel):
    """One value of a request that is off; the value itself is never repeated."""

    place: str = Field(description="Where it stands, such as query.limit or body.secret")
    detail: str = Field(description="What is expected there")


class ProblemDetails(BaseModel):
    """An error, as RFC 9457 has it; problems may carry further fields of their own."""

    type: str = Field(description="A name for the kind of problem: /problems/<name>")
    title: str = Field(description="The kind of problem in a few words, the same every time")
    status: int = Field(description="The HTTP status")
    detail: str = Field(description="What happened, what was expected, what to do")
    fields: list[ProblemField] | None = Field(default=None, description="The values that are off, where there are any")
    number: str | None = Field(default=None, description="Where a fault of Clew's own stands in the log")


class Problem(HTTPException):
    """An error for the one who asked: ``name`` is its kind, ``detail`` a sentence that says what to do, never personal data."""

    def __init__(
        self,
        name: str,
        title: str,
        status: int,
        detail: str,
        extra: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Tell what is wrong; ``extra`` are members of this kind of problem alone."""
        super().__init__(status, detail, dict(headers or {}))
        self.name = name
        self.title = title
        self.status = status
        self.extra: dict[str, object] = dict(extra or {})

    def response(self) -> JSONResponse:
        """Return the answer that says so."""
        content = {
            "type": f"/problems/{self.name}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            **self.extra,
        }
        return JSONResponse(content, self.status, dict(self.headers or {}), media_type=MEDIA_TYPE)


def not_found(detail: str) -> Problem:
    """Return the problem of a thing that isn't there; ``detail`` names the kind of thing, never whose it is."""
    return Problem("not-found", "Not found", 404, detail)


def invalid(place: str, detail: str) -> Problem:
    """Return the problem of one value that is off: ``place`` such as ``query.cursor``, ``detail`` what is expected."""
    fields = [{"place": place, "detail": detail}]
    return Problem("invalid", "Something in the request is off", 422, f"{place}: {detail}", {"fields": fields})


def responses(*statuses: int) -> dict[int | str, dict[str, object]]:
    """Return what an endpoint hands to ``responses=`` to document the problems it gives.

    Those that follow from its access rule, its parameters and its view are documented without (``clew.api.contract``).
    """
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    return {
        status: {
            "description": MEANINGS.get(status) or HTTPStatus(status).phrase,
            **({"content": content} if status >= HTTPStatus.BAD_REQUEST else {}),
        }
        for status in statuses
    }
