"""``clew import``: takes files in, shows what it took them for, and accounts for every row."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from clew.app.importing import ImportOrder, ImportReport, run_import
from clew.channels import Proposal
from clew.cli.import_report import LISTED, print_report
from clew.cli.options import JsonOption, WorkspaceOption, console, messages, plain_table, print_json
from clew.cli.progress import import_progress
from clew.model import InputError


def import_files(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders or patterns such as 'exports/*.csv'.")
    ],
    connector: Annotated[
        str | None, typer.Option("--as", metavar="CONNECTOR", help="Read as this connector instead of guessing.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="Read by this mapping file.")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Call the source this.")] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take an earlier import of the same files back first.")
    ] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Import CSV, TSV, JSON, JSONL, Parquet, Excel, XES or mail (mbox, eml) files, plain, gzipped or zipped.

    Without --as, Clew guesses the system and what the columns mean, shows it, and saves it under mappings/.

    Example: clew import exports/ calls.csv.gz
    """
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    said = messages()
    with import_progress(said) as progress:

        def show(proposal: Proposal) -> None:
            if not json:
                show_proposal(said, proposal)

        order = ImportOrder(paths, connector, mapping, source, replace)
        report = run_import(place, order, progress, show, looking=progress.looking)
    if json:
        print_json(_as_json(report))
    else:
        print_report(console(), report)
    if {Path(path).name for path in paths} & {refused.name for refused in report.refused}:
        raise typer.Exit(InputError.exit_code)


def show_proposal(said: Console, proposal: Proposal, *, brief: bool = False) -> None:
    """Show what a plan's files were taken for, and unless ``brief`` every guess with examples."""
    plan = proposal.plan
    names = [planned.file.name for planned in plan.files]
    listed = ", ".join(names[:LISTED]) + (f" and {len(names) - LISTED} more" if len(names) > LISTED else "")
    said.print(Text(f"{listed}", style="bold"))
    said.print(Text(f"  read as {plan.connector.title} (source {plan.source}); {proposal.why}"))
    if proposal.guesses and not brief:
        table = plain_table()
        for heading in ("meaning", "column", "because", "examples"):
            table.add_column(heading, overflow="fold")
        for guess in proposal.guesses:
            table.add_row(
                guess.field, Text(guess.column or "(constant)"), guess.reason, Text(" · ".join(guess.examples[:2]))
            )
        said.print(table)
    unused = _unused(proposal)
    if unused and not brief:
        kept = (
            "kept with each person" if plan.mapping.shape == "people" else "kept with each row, for profiles and detail"
        )
        said.print(Text(f"  {kept}: {', '.join(unused)}"))
    for question in proposal.questions if not brief else ():
        said.print(Text(f"  assumed: {question}"))


def _unused(proposal: Proposal) -> list[str]:
    """Return the columns of a table read by a mapping that the mapping doesn't name; they stay with each row."""
    plan = proposal.plan
    if plan.connector.name != "table":
        return []
    used = set(plan.mapping.named_columns)
    return [column for column in plan.files[0].raw.columns if column not in used]


def _as_json(report: ImportReport) -> dict[str, object]:
    """Return the report as it is printed; what the page calls refused was left out of a list of files here."""
    told = report.told()
    return {
        "files": told["files"],
        "left_out": told["refused"],
        "mappings": sorted({str(path) for path in report.mappings}),
    }
