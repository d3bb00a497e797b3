"""Handing files over from the browser: streamed to the disk, never whole in memory, discarded where they came in part."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import IO, Annotated, NoReturn
from zoneinfo import ZoneInfo

from fastapi import Depends, Query, Request
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from clew.api.access import needs
from clew.api.problems import Problem, not_found, responses
from clew.api.routes import Routes
from clew.api.serving import workspace as served
from clew.app.jobs import jobs_that_need
from clew.app.moments import shown_moment
from clew.app.uploads import (
    Upload,
    UploadFullError,
    UploadGoneError,
    find_upload,
    keep_file,
    limit_bytes,
    new_upload,
    partial_file,
    remove_upload,
    still_there,
)
from clew.app.workspace import Workspace
from clew.model import StorageError
from clew.store import explained

ROUTES = Routes("uploads")
#: So much is gathered before it is written, so that writing doesn't hold up the other requests chunk by chunk.
_GATHERED_BYTES = 1 << 20
#: So much stays free on the disk for what is made of the files.
_SPARED_BYTES = 100_000_000
_Name = Annotated[str, Query(min_length=1, max_length=1_000, description="The file's name, with the folders it lay in")]


class UploadedFileState(BaseModel):
    """One file that came in whole."""

    name: str
    bytes: int


class UploadState(BaseModel):
    """Files that were handed over together; they are removed when they were imported, or after a week."""

    id: str
    created_at: str
    files: list[UploadedFileState]
    bytes: int
    limit_bytes: int = Field(description="How much an upload may hold in all (CLEW_UPLOAD_LIMIT_MB)")


@ROUTES.post("/uploads", status_code=201, dependencies=[needs("work")], responses=responses(507))
def begin_upload(place: Annotated[Workspace, Depends(served)]) -> UploadState:
    """Make room for files."""
    return _said(new_upload(place), place)


@ROUTES.get("/uploads/{upload_id}", dependencies=[needs("read")], responses=responses(404))
def read_upload(upload_id: str, place: Annotated[Workspace, Depends(served)]) -> UploadState:
    """Return which files came in whole."""
    return _said(_found(place, upload_id), place)


@ROUTES.put(
    "/uploads/{upload_id}/files",
    dependencies=[needs("work")],
    responses=responses(400, 404, 409, 413, 507),
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": "The file's bytes as they are",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def put_file(
    request: Request, upload_id: str, name: _Name, place: Annotated[Workspace, Depends(served)]
) -> UploadedFileState:
    """Take one file in; one of the same name is replaced. What comes in part counts for nothing: send it again."""
    upload = await run_in_threadpool(_open, place, upload_id)
    room = upload.room_for(name)
    announced = request.headers.get("content-length", "")
    partial = partial_file(upload)
    try:
        with explained(upload.folder), still_there():
            await run_in_threadpool(_check_room, upload, room, int(announced) if announced.isdigit() else 0)
            await _write(request, upload, partial, room)
        kept = await run_in_threadpool(keep_file, place, upload, name, partial, lambda: _check_free(place, upload_id))
        return UploadedFileState(name=kept.name, bytes=kept.bytes)
    except UploadGoneError:
        _gone()
    except UploadFullError as error:
        raise _too_large() from error
    except ClientDisconnect as error:
        raise Problem("cut-off", "It came in part", 400, "The file didn't come whole. Send it again.") from error
    finally:
        partial.unlink(missing_ok=True)


@ROUTES.delete("/uploads/{upload_id}", status_code=204, dependencies=[needs("work")], responses=responses(404, 409))
def delete_upload(upload_id: str, place: Annotated[Workspace, Depends(served)]) -> None:
    """Remove the files, unless a job needs them."""
    _open(place, upload_id)
    remove_upload(place, upload_id)


async def _write(request: Request, upload: Upload, partial: Path, room: int) -> None:
    received = 0
    gathered = bytearray()
    file = await run_in_threadpool(partial.open, "wb")
    try:
        async for chunk in request.stream():
            received += len(chunk)
            if received > room:
                raise _too_large()
            gathered += chunk
            if len(gathered) >= _GATHERED_BYTES:
                await run_in_threadpool(_check_room, upload, room, len(gathered))
                await run_in_threadpool(file.write, bytes(gathered))
                gathered.clear()
        await run_in_threadpool(_finish, file, bytes(gathered))
    finally:
        await run_in_threadpool(file.close)


def _finish(file: IO[bytes], rest: bytes) -> None:
    file.write(rest)
    file.flush()


def _check_room(upload: Upload, room: int, announced: int) -> None:
    if announced > room:
        raise _too_large()
    if announced + _SPARED_BYTES > shutil.disk_usage(upload.folder).free:
        raise StorageError("The disk is too full for this file: free some space and send it again.")


def _too_large() -> Problem:
    limit = limit_bytes()
    return Problem(
        "too-large",
        "Too much at once",
        413,
        f"An upload holds at most {limit / 1e6:,.0f} MB in all. Import the files by their path on this machine instead, or "
        "start Clew with a larger CLEW_UPLOAD_LIMIT_MB.",
        {"limit_bytes": limit},
    )


def _found(place: Workspace, upload_id: str) -> Upload:
    return find_upload(place, upload_id) or _gone()


def _open(place: Workspace, upload_id: str) -> Upload:
    """Return an upload that may be changed."""
    upload = _found(place, upload_id)
    _check_free(place, upload_id)
    return upload


def _check_free(place: Workspace, upload_id: str) -> None:
    if jobs_that_need(place.journal, upload_id):
        raise Problem("in-use", "A job reads it", 409, "A job reads these files. Wait until it is done, or cancel it.")


def _gone() -> NoReturn:
    raise not_found("There is no such upload (any more): it was removed or imported, or is older than a week.")


def _said(upload: Upload, place: Workspace) -> UploadState:
    return UploadState(
        id=upload.id,
        created_at=shown_moment(round(upload.created_s * 1e6), ZoneInfo(place.settings.time_zone)),
        files=[UploadedFileState(name=file.name, bytes=file.bytes) for file in upload.files],
        bytes=upload.bytes,
        limit_bytes=limit_bytes(),
    )
