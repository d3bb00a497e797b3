"""Shows how an import goes on: a bar with rows a second and time left, or a line now and then where there is no terminal."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

#: Without a terminal, say something at most this often.
QUIET_SECONDS = 2.0


class RateColumn(ProgressColumn):
    """Rows a second."""

    def render(self, task: Task) -> Text:
        """Draw the rate of one file."""
        return Text(f"{task.speed:,.0f} rows/s" if task.speed else "", style="progress.data.speed")


class CountColumn(ProgressColumn):
    """Rows done of rows expected."""

    def render(self, task: Task) -> Text:
        """Draw the count of one file."""
        total = f" of {task.total:,.0f}" if task.total else ""
        return Text(f"{task.completed:,.0f}{total} rows")


@contextmanager
def import_progress(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """Give the function that hears (file, rows done, rows expected)."""
    if not console.is_terminal:
        yield _plain(console)
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
    tasks: dict[str, object] = {}

    def hear(file: str, done: int, total: int) -> None:
        if file not in tasks:
            tasks[file] = bars.add_task(file[-40:], total=total or None)
        bars.update(tasks[file], completed=done, total=total or None)  # pyrefly: ignore

    with bars:
        yield hear


@contextmanager
def working(console: Console, title: str) -> Iterator[Callable[[str], None]]:
    """Show which part of a job is being done, with a spinner on a terminal."""
    if not console.is_terminal:
        yield lambda _name: None
        return
    with console.status(title) as status:
        yield lambda name: status.update(f"{title}: {name.replace('_', ' ')}")


def _plain(console: Console) -> Callable[[str, int, int], None]:
    last = time.monotonic()

    def hear(file: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= QUIET_SECONDS:
            last = time.monotonic()
            console.print(f"  {file}: {done:,} of about {total:,}", markup=False)

    return hear
