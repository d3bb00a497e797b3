"""``clew import``: takes files in, shows what it took them for, and accounts for every row."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from clew.app.importing import ImportOrder, ImportReport, run_import
from clew.channels import Proposal
from clew.cli.options import JsonOption, WorkspaceOption, console, messages, plain_table, print_json
from clew.cli.progress import import_progress

#: Files listed one by one; beyond this an export is shown as a whole.
LISTED = 12


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
    """Import CSV, TSV, JSON, JSONL, Parquet, Excel or XES files, plain, gzipped or zipped.

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
    for question in proposal.questions if not brief else ():
        said.print(Text(f"  assumed: {question}"))


def print_report(out: Console, report: ImportReport) -> None:
    """Print the ledger of an import and what it left open."""
    table = plain_table()
    for heading in ("file", "source", "table"):
        table.add_column(heading, overflow="fold")
    for heading in ("received", "stored", "duplicate", "quarantined", "refused", "interactions"):
        table.add_column(heading, justify="right")
    table.add_column("")
    for outcome in report.outcomes:
        tally = outcome.tally
        counts = (tally.received, tally.stored, tally.duplicate, tally.quarantined, tally.refused, tally.interactions)
        state = "" if outcome.state == "imported" else outcome.state
        table.add_row(Text(outcome.file), outcome.source, outcome.table, *(f"{count:,}" for count in counts), state)
    if report.outcomes:
        out.print(table)
    said = {
        note: None for outcome in report.outcomes for note in (*outcome.notes, *_times(outcome.source, outcome.times))
    }
    for note in list(said)[:LISTED]:
        out.print(Text(f"note: {note}"))
    for refused in report.refused[:LISTED]:
        out.print(Text(f"left out: {refused.name}: {refused.reason}; {refused.remedy}"))
    if len(report.refused) > LISTED:
        out.print(f"left out: {len(report.refused) - LISTED} more files; 'clew sources' lists them")
    for path in sorted(set(report.mappings)):
        out.print(Text(f"mapping saved: {path}"))
        out.print("  (to correct it, edit it and import the file again with --mapping and that path, and --replace)")
    for path in report.left_as_they_are:
        out.print(
            Text(f"mapping left as it is: {path} (it is not the one guessed now; --mapping with its path reads by it)")
        )
    quarantined = sum(outcome.tally.quarantined for outcome in report.outcomes)
    if quarantined:
        waiting = "1 row waits" if quarantined == 1 else f"{quarantined:,} rows wait"
        out.print(f"{waiting} in quarantine, whole: 'clew quarantine' lists what is there with reasons.")
    if not report.outcomes:
        out.print("Nothing was imported.")
    else:
        out.print("Next: clew map")


def _times(source: str, times: tuple[str, ...]) -> list[str]:
    """Say each time column's evidence once."""
    return [f"{source}: {text}" for text in times[:1]]


def _as_json(report: ImportReport) -> dict[str, object]:
    return {
        "files": [
            {
                "file": outcome.file,
                "source": outcome.source,
                "table": outcome.table,
                "state": outcome.state,
                **asdict(outcome.tally),
                "times": list(outcome.times),
                "notes": list(outcome.notes),
            }
            for outcome in report.outcomes
        ],
        "left_out": [asdict(refused) for refused in report.refused],
        "mappings": sorted({str(path) for path in report.mappings}),
    }
