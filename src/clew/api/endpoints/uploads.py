"""Handing files over from the browser: streamed to the disk, never whole in memory, discarded where they came in part."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated
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
from clew.app.uploads import Upload, find_upload, keep_file, limit_bytes, new_upload, partial_file, remove_upload
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
    responses=responses(400, 404, 413, 507),
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
) -> UploadState:
    """Take one file in; one of the same name is replaced. What comes in part counts for nothing: send it again."""
    upload = await run_in_threadpool(_found, place, upload_id)
    room = limit_bytes() - sum(file.bytes for file in upload.files if file.name != name)
    announced = request.headers.get("content-length", "")
    await run_in_threadpool(_check_room, upload, room, int(announced) if announced.isdigit() else 0)
    partial = partial_file(upload)
    try:
        with explained(upload.folder):
            await _write(request, partial, room)
        await run_in_threadpool(keep_file, place, upload, name, partial)
    except ClientDisconnect as error:
        raise Problem("cut-off", "It came in part", 400, "The file didn't come whole. Send it again.") from error
    finally:
        partial.unlink(missing_ok=True)
    return await run_in_threadpool(lambda: _said(_found(place, upload_id), place))


@ROUTES.delete("/uploads/{upload_id}", status_code=204, dependencies=[needs("work")], responses=responses(404, 409))
def delete_upload(upload_id: str, place: Annotated[Workspace, Depends(served)]) -> None:
    """Remove the files, unless a job needs them."""
    _found(place, upload_id)
    if jobs_that_need(place.journal, upload_id):
        raise Problem("in-use", "A job reads it", 409, "A job reads these files. Wait until it is done, or cancel it.")
    remove_upload(place, upload_id)


async def _write(request: Request, partial: Path, room: int) -> None:
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
    upload = find_upload(place, upload_id)
    if upload is None:
        raise not_found("There is no such upload, or it was imported or is older than a week.")
    return upload


def _said(upload: Upload, place: Workspace) -> UploadState:
    created = datetime.fromtimestamp(upload.created_s, ZoneInfo(place.settings.time_zone))
    return UploadState(
        id=upload.id,
        created_at=created.isoformat(timespec="seconds"),
        files=[UploadedFileState(name=file.name, bytes=file.bytes) for file in upload.files],
        bytes=upload.bytes,
        limit_bytes=limit_bytes(),
    )
