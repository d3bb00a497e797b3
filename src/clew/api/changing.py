"""Versions of what is read and changed: nothing is sent twice, and nobody overwrites what another has just changed."""

from __future__ import annotations

import hashlib
from typing import Annotated

from fastapi import Depends, Request, Response

from clew.api.problems import Problem
from clew.api.serving import current_view
from clew.app.view import View


class Unchanged(Exception):  # noqa: N818 - no error: the reader has it already
    """The reader holds this very version; answered with 304 and nothing else."""

    def __init__(self, tag: str) -> None:
        """Name the version."""
        super().__init__(tag)
        self.tag = tag


def etag(digest: str) -> str:
    """Return the ETag of a version: its digest in quotes."""
    return f'"{digest}"'


def tagged(request: Request, response: Response, digest: str) -> None:
    """Put the version on the answer; stop here with 304 when the reader names the same one in ``If-None-Match``."""
    tag = etag(digest)
    if _names(request.headers.get("if-none-match", ""), tag, weak=True):
        raise Unchanged(tag)
    response.headers["ETag"] = tag


def tagged_by_address(request: Request, response: Response, view: Annotated[View, Depends(current_view)]) -> View:
    """Return the build an answer follows from, together with its address alone; 304 where the reader has that answer."""
    asked = f"{view.version} {request.url.path}?{request.url.query}"
    tagged(request, response, hashlib.sha256(asked.encode()).hexdigest()[:24])
    return view


#: For the signature of an endpoint whose answer changes with nothing else: ``view: Tagged``.
Tagged = Annotated[View, Depends(tagged_by_address)]


def require_match(request: Request, digest: str) -> None:
    """Let a change through only when it names the version it was made on; 428 without ``If-Match``, 412 for another one."""
    given = request.headers.get("if-match")
    if given is None:
        raise Problem(
            "no-version",
            "Which version?",
            428,
            "A change has to name the version it was made on: send its ETag as If-Match.",
        )
    if not _names(given, etag(digest), weak=False):
        raise Problem(
            "changed-meanwhile",
            "Changed meanwhile",
            412,
            "Somebody changed this since you read it. Read it again and repeat your change on what is there now.",
            {"etag": etag(digest)},
            {"ETag": etag(digest)},
        )


def _names(header: str, tag: str, *, weak: bool) -> bool:
    """Tell whether the header lists the tag, or any (RFC 9110, 13.1); only a reader may compare it weakly."""
    listed = {each.strip() for each in header.split(",")}
    return not listed.isdisjoint({tag, "*", f"W/{tag}"} if weak else {tag, "*"})
