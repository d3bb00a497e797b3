"""A mapping and what rows become by it, as the interface sends and takes them."""

from __future__ import annotations

from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from clew.app.moments import shown_moment
from clew.app.workspace import Workspace
from clew.channels import Preview

_Word = Annotated[str, Field(max_length=2_000)]
_Words = Annotated[dict[_Word, _Word], Field(max_length=5_000)]


class MilestoneDraft(BaseModel):
    """One time column of a one-row-per-case table, and the interaction that its being filled stands for."""

    model_config = ConfigDict(extra="forbid")

    column: _Word
    touchpoint: _Word
    kind: _Word
    direction: _Word
    party: _Word
    outcome: _Word | None


class Draft(BaseModel):
    """How one table is read, to be changed part by part; every part is there."""

    model_config = ConfigDict(extra="forbid")

    connector: _Word
    source: _Word | None
    zone: _Word = Field(description="The zone of times without an offset")
    shape: _Word = Field(description="events: a row is an interaction; cases: a row is a case")
    address: _Word = Field(description="Which identifier sender and recipient hold")
    network: _Word | None = Field(description="The social network of handle")
    decimal: _Word = Field(description="The mark before the fraction")
    missing: Annotated[list[_Word], Field(max_length=500)] = Field(description="Marks that stand for nothing")
    reading: _Words = Field(description="encoding, delimiter, sheet, accept_bad_bytes_as")
    columns: _Words = Field(description="Field to column")
    constants: _Words = Field(description="Field to the value where no column says it")
    channels: _Words = Field(description="Spelling to channel")
    values: dict[_Word, _Words] = Field(description="Field to spelling to Clew's word")
    times: _Words = Field(description="Column to how it writes time")
    milestones: Annotated[list[MilestoneDraft], Field(max_length=500)]


class ReadInteractionState(BaseModel):
    """One interaction as it would be stored."""

    row: int
    occurred_at: str
    channel: str
    touchpoint: str
    kind: str
    direction: str
    party: str
    team: str | None
    text: str | None
    issue: str | None
    outcome: str | None
    rating: float | None
    value: float | None
    case_ref: str | None
    identifiers: list[str]


class HeldBackState(BaseModel):
    """Rows that would wait in quarantine for one reason."""

    column: str
    reason: str
    rows: int
    first_row: int


class UnreadWordState(BaseModel):
    """A text that a field's words don't hold, and in how many rows it stands."""

    text: str
    rows: int


class UnreadState(BaseModel):
    """What could not be read of a field; it stays in the attributes."""

    field: str
    rows: int
    distinct: int
    words: list[UnreadWordState] = Field(description="Each text; empty where they are a person's own, too many or long")


class PreviewState(BaseModel):
    """What the rows at hand become: rows = stored + duplicate + quarantined + refused."""

    rows: int
    stored: int
    duplicate: int
    quarantined: int
    refused: int
    interactions: int
    read: list[ReadInteractionState] = Field(description="The first interactions, 10 at most")
    held_back: list[HeldBackState]
    times: list[str] = Field(description="How each time column is read, and why so")
    unread: list[UnreadState] = Field(description="What of fixed words, phones and e-mails would stay unread")


def preview_state(found: Preview, place: Workspace) -> PreviewState:
    """Return a preview as the interface shows it; moments in the workspace's zone."""
    zone = ZoneInfo(place.settings.time_zone)
    tally = found.tally
    read = []
    for each in found.interactions:
        at = shown_moment(each.occurred_us, zone)
        rest = {name: getattr(each, name) for name in ReadInteractionState.model_fields if name not in _OWN}
        read.append(ReadInteractionState(occurred_at=at, identifiers=list(each.identifiers), **rest))
    return PreviewState(
        rows=tally.received,
        stored=tally.stored,
        duplicate=tally.duplicate,
        quarantined=tally.quarantined,
        refused=tally.refused,
        interactions=tally.interactions,
        read=read,
        held_back=[HeldBackState(**vars(each)) for each in found.held_back],
        times=list(found.times),
        unread=[
            UnreadState(
                field=each.field,
                rows=each.rows,
                distinct=each.distinct,
                words=[UnreadWordState(text=text, rows=rows) for text, rows in each.words],
            )
            for each in found.unread
        ],
    )


_OWN = ("occurred_at", "identifiers")
