"""The list of journeys as a CSV file that any spreadsheet opens, and that none runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

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
#: Spreadsheets take what begins so for a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_ROWS_AT_ONCE = 500


def csv_lines(rows: Iterable[JourneyRow], zone: ZoneInfo) -> Iterator[str]:
    """Yield the file piece by piece, headings first; words that would be run as formulas get an apostrophe before them."""
    written = io.StringIO()
    written.write("\ufeff")  # without this mark spreadsheets read UTF-8 as something else
    sheet = csv.writer(written)
    sheet.writerow(HEADINGS)
    for number, row in enumerate(rows, start=1):
        sheet.writerow(_cells(row, zone))
        if number % _ROWS_AT_ONCE == 0:
            yield written.getvalue()
            written.seek(0)
            written.truncate()
    yield written.getvalue()


def harmless(word: str) -> str:
    """Return a word as a cell that no spreadsheet runs.

    >>> print(harmless("=1+1"), harmless("billing"))
    '=1+1 billing
    """
    return f"'{word}" if word.startswith(FORMULA_STARTS) else word


def _cells(row: JourneyRow, zone: ZoneInfo) -> tuple[str | int | float, ...]:
    more = f" > {row.channels_left_out} more" if row.channels_left_out else ""
    return (
        harmless(row.journey_id),
        harmless(row.customer_id),
        harmless(row.issue),
        row.started_at(zone),
        row.ended_at(zone),
        row.duration_seconds,
        harmless(row.first_channel),
        harmless(row.last_channel),
        harmless(" > ".join(row.channels) + more),
        row.steps,
        row.contacts,
        row.handoffs,
        harmless(row.outcome),
        row.times,
    )
