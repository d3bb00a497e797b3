"""Long lists in pages: how much to give, from where, and how to go on."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query
from pydantic import BaseModel, Field

from clew.api.problems import Problem, invalid

T = TypeVar("T")
LARGEST_PAGE = 500
#: A cursor is far shorter; what is longer is none of ours.
_LONGEST_CURSOR = 400
#: More rows than any list holds, and small enough for every integer it may be added to.
_LAST_ROW = 2**53


class Page(BaseModel, Generic[T]):
    """A part of a list, and how to read on in both directions."""

    items: list[T]
    total: int = Field(description="How many there are in all")
    next: str | None = Field(description="The cursor of the page after this one")
    previous: str | None = Field(description="The cursor of the page before this one")


@dataclass(frozen=True)
class PageRequest:
    """Which part of a list is asked for."""

    limit: int = 100
    cursor: str | None = None
    at: int | None = None


def page_request(
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="How many to give at most")] = 100,
    cursor: Annotated[
        str | None, Query(max_length=_LONGEST_CURSOR, description="Where to go on: next or previous of another page")
    ] = None,
    at: Annotated[
        int | None, Query(ge=0, le=_LAST_ROW, description="The row to begin at instead, counted from 0")
    ] = None,
) -> PageRequest:
    """Read the page that a request asks for."""
    return PageRequest(limit, cursor, at)


#: For an endpoint's signature: ``page: Paging``.
Paging = Annotated[PageRequest, Depends(page_request)]


def window(total: int, request: PageRequest, version: str) -> tuple[int, int, str | None, str | None]:
    """Return ``(start, stop, next, previous)`` of the page asked for in a list of ``total`` rows.

    ``version`` is the build the list is made from: a cursor of another one raises a 409 problem, nonsense a 422.
    """
    start, end = (request.at or 0, total) if request.cursor is None else _read(request.cursor, version)
    start = min(start, total)
    stop = min(start + request.limit, end, total)
    following = _write(version, stop, total) if stop < total else None
    before = _write(version, max(0, start - request.limit), start) if start > 0 else None
    return start, stop, following, before


def _write(version: str, start: int, end: int) -> str:
    text = json.dumps([version, start, end], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read(cursor: str, version: str) -> tuple[int, int]:
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        build, start, end = json.loads(text)
    except (binascii.Error, ValueError, TypeError, RecursionError) as error:
        raise _no_cursor() from error
    if not (isinstance(build, str) and type(start) is int and type(end) is int and 0 <= start <= end <= _LAST_ROW):
        raise _no_cursor()
    if build != version:
        raise Problem(
            "stale-cursor",
            "The list was made anew",
            409,
            "The tables were built again since this list was opened. Read it again from its beginning.",
        )
    return start, end


def _no_cursor() -> Problem:
    return invalid("query.cursor", "expected next or previous of another page of this list")
