"""``clew export``: hands the tables to other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from clew.cli.options import JsonOption, WorkspaceOption, messages, print_json
from clew.cli.progress import working


class Format(StrEnum):
    """What can be written."""

    parquet = "parquet"
    csv = "csv"
    xes = "xes"
    ocel = "ocel"


def export_tables(
    to: Annotated[
        Path, typer.Option("--to", metavar="PATH", help="A folder for parquet and csv, a file for xes and ocel.")
    ],
    form: Annotated[Format, typer.Option("--format", "-f", help="What to write.")] = Format.parquet,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Export interactions, customers, traits, consents, journeys, steps, handoffs, facts and pain points as Parquet or CSV, or as an event log (XES, OCEL 2.0).

    Example: clew export --format xes --to journeys.xes
    """
    from clew.app.building import build
    from clew.app.exporting import export
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Exporting") as tell:
        build(place, tell)
        report = export(place, to, form.value)
    if json:
        print_json({"files": [str(path) for path in report.files], "counts": report.counts})
        return
    for path in report.files:
        typer.echo(f"wrote {path}")
