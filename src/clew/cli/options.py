"""Options that several commands share, and how they print."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

WorkspaceOption = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        help="The workspace's folder; else the nearest one upward with a clew.toml.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of text for people.")]


def console() -> Console:
    """Return the console for people: as wide as the terminal, or 120 columns where there is none."""
    return Console(width=None if sys.stdout.isatty() else 120, highlight=False)


def messages() -> Console:
    """Return the console for progress and remarks, on standard error, so that piped output stays clean."""
    return Console(
        stderr=True, highlight=False, width=None if sys.stderr.isatty() else 120, soft_wrap=not sys.stderr.isatty()
    )


def plain_table() -> Table:
    """Return a table without lines, two blanks between its columns."""
    return Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)


def print_json(value: object) -> None:
    """Print one JSON document."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n")


def print_json_lines(values: Iterable[object]) -> None:
    """Print one JSON object a line, as they come."""
    for value in values:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n")
