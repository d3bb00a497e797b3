"""Shows a company in the making, what was made of it, and which scenarios there are."""

from __future__ import annotations

import shlex
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from clew.cli.options import plain_table, print_json

if TYPE_CHECKING:
    from clew.simulator import Bulk, Company, Order

#: What is done sooner needs no bar.
PATIENCE_SECONDS = 2.0


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
        # Stopping what was never begun would leave an empty line where there is no terminal.
        if bars.live.is_started:
            bars.stop()


def print_company(console: Console, company: Company) -> None:
    """Print the files with their rows by what they are, and what to do next."""
    from clew.simulator import VERDICTS

    table = plain_table()
    for heading in ("file", "rows", *VERDICTS):
        table.add_column(heading, justify="left" if heading == "file" else "right")
    for file in company.files:
        table.add_row(file.path, f"{file.rows:,}", *(_count(file.of(verdict)) for verdict in VERDICTS))
    console.print(table)
    exports, truth = company.folder / "exports", company.folder / "truth"
    console.print(
        f"{_counted(company.people, 'customer')}, {_counted(company.journeys, 'journey')}, "
        f"{_counted(company.interactions, 'interaction')}. The files are in {exports}, the truth about them in {truth}.",
        markup=False,
        soft_wrap=True,
    )
    console.print(f"Next: clew init DIR   (a workspace, outside of {company.folder})", markup=False, soft_wrap=True)
    console.print(f"      clew import {_word(exports)} --workspace DIR", markup=False, soft_wrap=True)
    console.print(
        f"      clew score {_word(company.folder)}   (how much of the truth Clew finds)", markup=False, soft_wrap=True
    )


def print_bulk(console: Console, made: Bulk) -> None:
    """Print how much was written, and where."""
    console.print(
        f"{_counted(made.interactions, 'interaction')} in {_counted(made.parts, 'part')}: {made.folder / 'events'}",
        markup=False,
        soft_wrap=True,
    )


def warn_of_late(console: Console, order: Order) -> None:
    """Say which interventions in force begin after the last day, so that nobody waits for an effect of them."""
    for each in order.too_late:
        console.print(
            f"Note: the intervention {each.name} begins on day {each.from_day}, and the last day is {order.days - 1} "
            f"(days count from 0): it changes nothing here. With --days {each.from_day + 1} or more it would.",
            markup=False,
            soft_wrap=True,
        )


def print_scenarios(console: Console, json: bool, which: str | Path | None = None) -> None:
    """Print each scenario that comes with Clew, or one by name or file: what customers come with, what can be changed."""
    from clew.simulator import known_scenarios, load_scenario

    scenarios = {str(each): load_scenario(each) for each in (known_scenarios() if which is None else (which,))}
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


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _word(path: Path) -> str:
    """Return a path as one word for a shell."""
    return shlex.quote(str(path))


def _count(rows: int) -> str:
    return f"{rows:,}" if rows else "·"
