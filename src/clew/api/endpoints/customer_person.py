"""What a customer may ask for: everything that is kept of them in one file, and to be forgotten."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path as File
from typing import IO, Annotated

from fastapi import Depends, Path, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from clew.api.access import needs
from clew.api.identity_models import Reason
from clew.api.problems import Problem, not_found, responses
from clew.api.routes import Routes
from clew.api.serving import current_view, person, server
from clew.api.serving import workspace as served
from clew.app.building import is_current
from clew.app.identity.person_erase import look_at
from clew.app.identity.person_export import export_person
from clew.app.jobs import add_job, ordered
from clew.app.view import View
from clew.app.view.identity.moved import current_id
from clew.app.workspace import Workspace
from clew.model import UsageError

ROUTES = Routes("customer person")
CustomerId = Annotated[str, Path(max_length=500)]
Served = Annotated[Workspace, Depends(served)]
Read = Annotated[View, Depends(current_view)]
_CHUNK_BYTES = 1 << 18


class ErasePreview(BaseModel):
    """What erasing would take away. Nothing is changed."""

    identifiers: int
    interactions: int
    records: int
    naming_others: int = Field(description="How many of these rows name somebody else, too, and go for them as well")
    shared_left: int = Field(description="Identifiers that several people use; they stay, as they are nobody's")


class Erasing(BaseModel):
    """The customer's id once more, and why. The reason is kept, so it names nobody."""

    confirm: Annotated[str, Field(max_length=500)]
    reason: Reason


class ErasingState(BaseModel):
    """The job that erases; its result counts what went and names what Clew can't reach."""

    job_id: str


@ROUTES.post(
    "/customers/{customer_id:path}/export",
    dependencies=[needs("decide")],
    response_class=Response,
    responses={
        **responses(404, 409),
        200: {
            "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
            "description": "Everything that is kept of the customer, with an explanation in plain words",
        },
    },
)
def export_customer(view: Read, place: Served, customer_id: CustomerId) -> Response:
    """Return everything that is kept of one customer as a zip file."""
    found = _known(view, customer_id)
    _current(place)
    held = _exported(place, found)
    headers = {"Content-Disposition": 'attachment; filename="customer.zip"', "Cache-Control": "no-store"}
    return StreamingResponse(_chunks(held), media_type="application/zip", headers=headers)


@ROUTES.post("/customers/{customer_id:path}/erase/preview", dependencies=[needs("read")], responses=responses(404))
def preview_erasing(view: Read, customer_id: CustomerId) -> ErasePreview:
    """Say how much erasing the customer would take away; nothing is changed."""
    found = _known(view, customer_id)
    with view.session() as session:
        counts = look_at(session, found)
    return ErasePreview(
        identifiers=counts.identifiers,
        interactions=counts.interactions,
        records=counts.records,
        naming_others=counts.naming_others,
        shared_left=counts.shared_left,
    )


@ROUTES.post(
    "/customers/{customer_id:path}/erase",
    status_code=202,
    dependencies=[needs("decide")],
    responses=responses(404, 409),
)
def erase_customer(
    request: Request, wanted: Erasing, view: Read, place: Served, customer_id: CustomerId
) -> ErasingState:
    """Order the erasing of a customer; it can't be undone, and their rows are refused when they come again."""
    found = _known(view, customer_id)
    if wanted.confirm not in (customer_id, found):
        raise UsageError("Erasing can't be undone: confirm has to repeat the customer's id.")
    order = ordered(place, "erase", {"customer": found, "confirm": found, "reason": wanted.reason})
    job = add_job(place.journal, "erase", order, person(request).name)
    runner = server(request).runner
    if runner is not None:
        runner.wake()
    return ErasingState(job_id=job.id)


def _known(view: View, customer_id: str) -> str:
    found = current_id(view, customer_id)
    if found is None:
        raise not_found("No customer here has that id. It may belong to another one since, or was erased.")
    return found


def _current(place: Workspace) -> None:
    if not is_current(place):
        raise Problem(
            "not-current",
            "Something new isn't joined yet",
            409,
            "Something was imported or decided that isn't in the tables yet. Join it first (Data, Sources), then ask again.",
        )


def _exported(place: Workspace, customer_id: str) -> IO[bytes]:
    """Return the open file, of which nothing is left on the disk once it is closed."""
    held = tempfile.TemporaryFile(dir=place.store)  # noqa: SIM115 - closed when it was sent
    with tempfile.TemporaryDirectory(dir=place.store, prefix="export-") as folder:
        done = export_person(place, customer_id, File(folder) / "customer.zip")
        with done.file.open("rb") as written:
            while chunk := written.read(_CHUNK_BYTES):
                held.write(chunk)
    held.seek(0)
    return held


def _chunks(held: IO[bytes]) -> Iterator[bytes]:
    with held:
        while chunk := held.read(_CHUNK_BYTES):
            yield chunk
