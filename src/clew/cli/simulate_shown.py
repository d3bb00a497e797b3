"""Shows a company in the making, what was made of it, and which scenarios there are."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from clew.cli.options import plain_table, print_json

if TYPE_CHECKING:
    from clew.simulator import Company

#: What is done sooner needs no bar.
PATIENCE_SECONDS = 2.0
VERDICTS = ("interaction", "duplicate", "broken", "noise", "record")


@contextmanager
def making_progress(console: Console) -> Iterator[Callable[[int, int], None]]:
    """Give what hears customers done and customers in all: a bar after two seconds, or a line where no terminal is."""
    bars = Progress(
        TextColumn("customers"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    task = bars.add_task("customers", total=None)
    shown = time.monotonic()

    def hear(done: int, total: int) -> None:
        nonlocal shown
        waited = time.monotonic() - shown >= PATIENCE_SECONDS
        if console.is_terminal:
            if waited and not bars.live.is_started:
                bars.start()
            bars.update(task, completed=done, total=total)
        elif waited:
            shown = time.monotonic()
            console.print(f"  {done:,} of {total:,} customers", markup=False)

    try:
        yield hear
    finally:
        bars.stop()


def print_company(console: Console, company: Company) -> None:
    """Print the files with their rows by what they are, and what to do next."""
    table = plain_table()
    for heading in ("file", "rows", *VERDICTS):
        table.add_column(heading, justify="left" if heading == "file" else "right")
    for file in company.files:
        table.add_row(f"exports/{file.path}", f"{file.rows:,}", *(_count(file.of(verdict)) for verdict in VERDICTS))
    console.print(table)
    console.print(
        f"{company.people:,} customers, {company.journeys:,} journeys, {company.interactions:,} interactions. "
        f"The truth about them is in {company.folder / 'truth'}.",
        markup=False,
    )
    console.print(
        f"Next: clew import {company.folder / 'exports'}   (in a workspace: clew init DIR makes one)", markup=False
    )
    console.print(f"      clew score {company.folder}   (how much of the truth Clew finds)", markup=False)


def _count(rows: int) -> str:
    return f"{rows:,}" if rows else "·"


def print_scenarios(console: Console, json: bool) -> None:
    """Print each scenario with what its customers come with and what can be changed."""
    from clew.simulator import known_scenarios, load_scenario

    scenarios = {name: load_scenario(name) for name in known_scenarios()}
    if json:
        print_json(
            {
                name: {
                    "company": scenario.company.name,
                    "industry": scenario.company.industry,
                    "issues": {issue.name: issue.title for issue in scenario.issues},
                    "interventions": {each.name: each.title for each in scenario.interventions},
                }
                for name, scenario in scenarios.items()
            }
        )
        return
    for name, scenario in scenarios.items():
        console.print(f"{name}: {scenario.company.name}, {scenario.company.industry}", style="bold", markup=False)
        for heading, entries in (("issues", scenario.issues), ("interventions", scenario.interventions)):
            console.print(f"  {heading}" if entries else f"  no {heading}")
            table = plain_table()
            table.show_header = False
            for entry in entries:
                table.add_row("   ", entry.name, entry.title)
            console.print(table)
