"""Writes a small made-up company, Brightline: the exports of its seven systems, and the truth to check Clew's map against."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clew.model import UsageError
from clew.simulator.export_contacts import calls_sheet, chatbot_sheet, messages_sheet
from clew.simulator.export_help_desk import help_desk_sheets
from clew.simulator.export_traces import orders_sheet, surveys_sheet, website_sheet
from clew.simulator.person import MOST_CUSTOMERS
from clew.simulator.world import PlantedJourney, make_world

#: A winter in which British local time is UTC throughout, so that the exports without a zone are right as they stand.
START = date(2025, 10, 27)


@dataclass(frozen=True)
class Company:
    """What was written where. ``rows``, ``duplicates`` and ``broken`` are counts by file, as paths seen from ``folder``.

    ``rows`` counts all rows but headers; ``duplicates`` those that repeat another row, ``broken`` those that have an
    impossible date or a channel that nobody knows. ``people`` are the customers with anything in the exports,
    ``strangers`` those whom no system can name, ``journeys`` the truth about what each customer was after.
    """

    folder: Path
    files: tuple[Path, ...]
    rows: dict[str, int]
    duplicates: dict[str, int]
    broken: dict[str, int]
    people: int
    strangers: int
    journeys: tuple[PlantedJourney, ...]


def write_company(folder: Path, customers: int = 400, days: int = 90, seed: int = 7, start: date = START) -> Company:
    """Write the company's exports under ``folder``, which is made if need be: the same bytes for the same arguments.

    ``customers`` is at most 1000, ``days`` at least 1. Times without a zone are UTC. UsageError for other numbers.
    """
    if not 1 <= customers <= MOST_CUSTOMERS:
        raise UsageError(
            f"The made-up company has 1 to {MOST_CUSTOMERS} customers, not {customers}. Choose a number between."
        )
    if days < 1:
        raise UsageError(f"The made-up company lives for at least 1 day, not {days}. Choose a larger number.")
    world = make_world(customers, days, seed, start)
    sheets = [
        *help_desk_sheets(world),
        chatbot_sheet(world),
        calls_sheet(world),
        messages_sheet(world),
        website_sheet(world),
        orders_sheet(world),
        surveys_sheet(world),
    ]
    written = [sheet for sheet in sheets if sheet.rows]
    return Company(
        folder=folder,
        files=tuple(sheet.write(folder) for sheet in written),
        rows={sheet.path: len(sheet.rows) for sheet in written},
        duplicates={sheet.path: sheet.duplicates for sheet in written},
        broken={sheet.path: sheet.broken for sheet in written},
        people=world.people,
        strangers=world.strangers,
        journeys=world.journeys,
    )
