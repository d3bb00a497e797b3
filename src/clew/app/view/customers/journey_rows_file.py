"""The list of journeys as a file for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from clew.app.spreadsheet_file import Cell, spreadsheet_lines
from clew.app.view.customers.journey_rows import JourneyRow

HEADINGS = (
    "journey",
    "customer",
    "issue",
    "started_at",
    "ended_at",
    "duration_seconds",
    "first_channel",
    "last_channel",
    "channels",
    "steps",
    "contacts",
    "handoffs",
    "outcome",
    "times",
)


def csv_lines(rows: Iterable[JourneyRow], zone: ZoneInfo) -> Iterator[str]:
    """Yield the file piece by piece, headings first."""
    return spreadsheet_lines(HEADINGS, (_cells(row, zone) for row in rows))


def _cells(row: JourneyRow, zone: ZoneInfo) -> tuple[Cell, ...]:
    more = f" > {row.channels_left_out} more" if row.channels_left_out else ""
    return (
        row.journey_id,
        row.customer_id,
        row.issue,
        row.started_at(zone),
        row.ended_at(zone),
        row.duration_seconds,
        row.first_channel,
        row.last_channel,
        " > ".join(row.channels) + more,
        row.steps,
        row.contacts,
        row.handoffs,
        row.outcome,
        row.times,
    )
