"""Hands out the page: every address that isn't the interface's is one of its screens."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import FileResponse, HTMLResponse
from starlette.types import Receive, Scope, Send

from clew.api.problems import not_found

#: Built files carry a digest of their content in their names: what has a name never changes.
_HASHED = "assets/"
_FOREVER = "public, max-age=31536000, immutable"
#: Kept, but asked about each time.
_ASK_AGAIN = "no-cache"
_NO_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Clew</title>
<h1>Clew runs, without its page</h1>
<p>The page isn't built in this copy. Where Clew's source is, run <code>make web</code>, then load this page again.
It needs Node.js 20 or newer, or fetches one for the build. The interface answers at <code>/api/v1</code>, and the command line does
everything without a page: <code>clew --help</code>.</p>
</html>
"""


@dataclass(frozen=True)
class Assets:
    """The folder of the built page, which may not be there."""

    folder: Path

    def file(self, path: str) -> Path | None:
        """Return the file of this address, or None where there is none inside the folder."""
        try:
            file = (self.folder / path).resolve()
            inside = file.is_relative_to(self.folder.resolve()) and file.is_file()
        except (OSError, ValueError):  # a name no disk can have
            return None
        return file if inside else None


def serve_page(app: FastAPI, assets: Assets) -> None:
    """Answer every address that no endpoint has: with a built file, else with the page, which knows its own screens."""

    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        await _answer(assets, scope)(scope, receive, send)

    # Not a route of its own: it would answer, in place of 405, for an endpoint that lacks the method.
    app.router.default = page


def _answer(assets: Assets, scope: Scope) -> Response:
    path = str(scope["path"]).lstrip("/")
    if path == "api" or path.startswith("api/"):
        raise not_found("The interface has nothing at this address.")
    if scope["method"] not in ("GET", "HEAD"):
        raise HTTPException(405, headers={"Allow": "GET, HEAD"})
    file = assets.file(path) if path else None
    if file is not None and file.name != "index.html":
        return _sent(file, _FOREVER if path.startswith(_HASHED) else _ASK_AGAIN)
    if path.startswith(_HASHED):
        raise not_found("The page was built anew since it was loaded. Load it again.")
    index = assets.file("index.html")
    return _sent(index, _ASK_AGAIN) if index else HTMLResponse(_NO_PAGE, headers={"Cache-Control": _ASK_AGAIN})


def _sent(file: Path, cache: str) -> Response:
    kind = "text/javascript" if file.suffix in (".js", ".mjs") else mimetypes.guess_type(file.name)[0]
    return FileResponse(file, headers={"Cache-Control": cache}, media_type=kind or "application/octet-stream")
