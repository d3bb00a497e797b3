"""Turns every error into its problem: what Clew refuses, what a request has wrong, and faults of Clew's own."""

from __future__ import annotations

import logging
import re
import secrets
import traceback
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from clew.api.changing import Unchanged
from clew.api.problems import MEANINGS, Problem, not_found
from clew.model import BusyError, ClewError, InputError, MappingError, StorageError, UsageError, WorkspaceError

log = logging.getLogger("clew.api")
_CLEW = Path(__file__).resolve().parents[1]

#: How the names of parameters and fields are written here.
_OUR_WORD = re.compile(r"[a-z_-]{1,40}", re.IGNORECASE)

#: The kind of problem, its title and its status, for each of Clew's errors; the nearest class of the error's family counts.
_REFUSALS: dict[type[ClewError], tuple[str, str, int]] = {
    UsageError: ("unknown-word", "That doesn't fit", 422),
    InputError: ("unreadable", "It can't be read", 422),
    MappingError: ("mapping", "The mapping doesn't fit", 422),
    WorkspaceError: ("workspace", "The workspace can't be used", 409),
    BusyError: ("busy", "Another writes just now", 409),
    StorageError: ("storage", "The disk refused", 507),
}


def answer_errors(app: FastAPI) -> None:
    """Let the application answer every error with a problem."""
    app.add_exception_handler(ClewError, _refused)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Unchanged, _unchanged)


def fault(error: BaseException) -> Problem:
    """Write a fault of Clew's own into the log, places and kind only (messages may hold data); return its problem."""
    number = secrets.token_hex(4)
    log.error("Fault %s: %s at %s", number, type(error).__name__, " < ".join(_places(error)))
    detail = f"Clew met a fault of its own. Its log has the place under {number}; please report it."
    return Problem("fault", "A fault of Clew's own", 500, detail, {"number": number})


def _places(error: BaseException) -> Sequence[str]:
    """Return where it happened, the innermost first: the place itself, then the lines of Clew's that led there."""
    frames = list(reversed(traceback.extract_tb(error.__traceback__)))
    kept = frames[:1] + [frame for frame in frames[1:] if Path(frame.filename).is_relative_to(_CLEW)]
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in kept]


def problem_of(error: ClewError) -> Problem:
    """Return the problem that says what Clew refuses and why."""
    for kind in type(error).__mro__:
        if kind in _REFUSALS:
            name, title, status = _REFUSALS[kind]
            return Problem(name, title, status, str(error))
    return fault(error)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, ClewError)
    return problem_of(error).response()


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    fields = [{"place": _place(each), "detail": _expected(each)} for each in error.errors()]
    said = "; ".join(f"{field['place']}: {field['detail']}" for field in fields[:5])
    return Problem("invalid", "Something in the request is off", 422, said, {"fields": fields}).response()


def _place(error: Mapping[str, Any]) -> str:
    """Return such as ``query.limit`` or ``body.words.3``; a key that isn't written as our names are is left out."""
    words: list[str | int] = ["body"] if error["type"] == "json_invalid" else list(error["loc"])
    return ".".join(str(word) if isinstance(word, int) or _OUR_WORD.fullmatch(word) else "…" for word in words)


def _expected(error: Mapping[str, Any]) -> str:
    """Return what was expected; pydantic's own sentences name limits and types, but enumerations of ours repeat no value."""
    if error["type"] == "json_invalid":
        return "expected JSON"
    if error["type"].startswith(("value_error", "assertion_error")):
        return "has a value that doesn't fit"
    return str(error["msg"])


async def _http(_request: Request, error: Exception) -> Response:
    if isinstance(error, Problem):
        return error.response()
    assert isinstance(error, HTTPException)
    if error.status_code == HTTPStatus.NOT_FOUND:
        return not_found("There is nothing at this address.").response()
    phrase = HTTPStatus(error.status_code).phrase
    name = phrase.lower().replace(" ", "-")
    detail = MEANINGS.get(error.status_code, phrase) + "."
    return Problem(name, phrase, error.status_code, detail, headers=error.headers).response()


async def _unchanged(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Unchanged)
    return Response(status_code=304, headers={"ETag": error.tag})
