"""Shows how an import goes on: a bar with rows a second and time left, or a line now and then where there is no terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

#: Without a terminal, say something at most this often.
QUIET_SECONDS = 2.0


class RateColumn(ProgressColumn):
    """Rows a second."""

    def render(self, task: Task) -> Text:
        """Draw the rate of one file."""
        shown = task.speed and task.fields.get("unit") == "rows"
        return Text(f"{task.speed:,.0f} rows/s" if shown else "", style="progress.data.speed")


class CountColumn(ProgressColumn):
    """Rows done of rows expected."""

    def render(self, task: Task) -> Text:
        """Draw the count of one file."""
        if task.fields.get("unit") == "bytes":
            return Text(f"looking: {task.completed / 1e6:,.0f} of {(task.total or 0) / 1e6:,.0f} MB")
        total = f" of {task.total:,.0f}" if task.total else ""
        return Text(f"{task.completed:,.0f}{total} rows")


@dataclass(frozen=True)
class ImportProgress:
    """Hears (file, rows done, rows expected) when called, and (file, bytes done, bytes in all) by ``looking``."""

    hear: Callable[[str, int, int, str], None]

    def __call__(self, file: str, done: int, total: int) -> None:
        """Show how many rows are done."""
        self.hear(file, done, total, "rows")

    def looking(self, file: str, done: int, total: int) -> None:
        """Show how far a file was looked through before its first row is taken."""
        self.hear(file, done, total, "bytes")


@contextmanager
def import_progress(console: Console) -> Iterator[ImportProgress]:
    """Give what hears how far an import is."""
    if not console.is_terminal:
        yield ImportProgress(_plain(console))
        return
    bars = Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        CountColumn(),
        RateColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
    tasks: dict[tuple[str, str], TaskID] = {}

    def hear(file: str, done: int, total: int, unit: str) -> None:
        if (file, unit) not in tasks:
            if (file, "bytes") in tasks:
                bars.remove_task(tasks[file, "bytes"])
            tasks[file, unit] = bars.add_task(file[-40:], total=total or None, unit=unit)
        bars.update(tasks[file, unit], completed=done, total=total or None)

    with bars:
        yield ImportProgress(hear)


@contextmanager
def working(console: Console, title: str) -> Iterator[Callable[[str], None]]:
    """Show which part of a job is being done, with a spinner on a terminal."""
    if not console.is_terminal:
        yield lambda _name: None
        return
    with console.status(title) as status:
        # Steps of a build are words with underscores between; files keep theirs.
        yield lambda name: status.update(f"{title}: {name if '.' in name else name.replace('_', ' ')}")


def _plain(console: Console) -> Callable[[str, int, int, str], None]:
    last = time.monotonic()

    def hear(file: str, done: int, total: int, unit: str) -> None:
        nonlocal last
        if time.monotonic() - last >= QUIET_SECONDS:
            last = time.monotonic()
            console.print(f"  {file}: {done:,} of about {total:,} {unit}", markup=False)

    return hear
