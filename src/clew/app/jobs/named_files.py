"""Which files a job reads: those of an upload, or those named by their paths on the machine that Clew runs on."""

from __future__ import annotations

from clew.app.jobs.job import Order
from clew.app.jobs.order import only, readable_paths, text
from clew.app.uploads import find_upload
from clew.app.workspace import Workspace
from clew.model import InputError, UsageError


def checked_files(workspace: Workspace, order: Order) -> Order:
    """Return the order's ``upload`` or ``paths`` in full; UsageError or InputError where they name nothing to read."""
    only(order, "upload", "paths")
    upload, paths = text(order, "upload"), readable_paths(order, "paths")
    if bool(upload) == bool(paths):
        raise UsageError("An order names either an upload or paths.")
    if paths:
        return {"paths": paths}
    found = find_upload(workspace, upload)
    if found is None or not found.files:
        raise InputError("There is no such upload, or no file of it came in whole. Hand the files over again.")
    return {"upload": upload}


def paths_of(workspace: Workspace, order: Order) -> list[str]:
    """Return what to read; InputError where an upload was removed meanwhile."""
    upload_id = text(order, "upload")
    if not upload_id:
        return readable_paths(order, "paths")
    upload = find_upload(workspace, upload_id)
    if upload is None:
        raise InputError(
            "The uploaded files are no longer here: they were imported or are older than a week. Hand them over again."
        )
    return [str(path) for path in sorted(upload.content.iterdir())]
