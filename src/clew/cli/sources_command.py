"""``clew sources``: the ledger of every source, and of every file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, plain_table, print_json

COUNTS = ("received", "stored", "duplicate", "quarantined", "refused", "interactions")


def sources(
    files: Annotated[bool, typer.Option("--files", help="Show every file of every source.")] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Show the ledger: received = stored + duplicate + quarantined + refused, per source.

    Example: clew sources --files
    """
    from clew.app.mapping_out import REFUSED
    from clew.app.workspace import find_workspace
    from clew.channels import source_ledgers

    ledgers = source_ledgers(find_workspace(workspace).journal)
    listed = [each for each in ledgers if each.source != REFUSED]
    refused = [line for each in ledgers if each.source == REFUSED for line in each.files]
    if json:
        print_json(
            [
                {
                    "source": each.source,
                    **asdict(each.tally),
                    "files": [
                        {
                            "file": line.file,
                            "table": line.table,
                            "connector": line.connector,
                            "state": line.state,
                            **asdict(line.tally),
                        }
                        for line in each.files
                    ],
                }
                for each in listed
            ]
        )
        return
    out = console()
    if not listed:
        out.print("No sources yet. Import something with 'clew import PATH'.")
    else:
        table = plain_table()
        table.add_column("source", overflow="fold")
        names = (*COUNTS, "erased") if any(each.tally.erased for each in listed) else COUNTS
        for heading in names:
            table.add_column(heading, justify="right")
        table.add_column("")
        for each in listed:
            table.add_row(
                Text(each.source, style="bold" if files else ""),
                *_counts(each.tally, names),
                _state(each.tally.balanced, [line.state for line in each.files]),
            )
            for line in each.files if files else ():
                table.add_row(
                    Text(f"  {line.file}"), *_counts(line.tally, names), "" if line.state == "complete" else line.state
                )
        out.print(table)
        if "erased" in names:
            out.print("Erased rows, of customers who were erased, are among the refused.")
    for line in refused:
        out.print(Text(f"left out: {line.file}: {line.reason}"))


def _counts(tally: object, names: tuple[str, ...]) -> list[str]:
    return [f"{getattr(tally, name):,}" for name in names]


def _state(balanced: bool, states: list[str]) -> str:
    if "running" in states:
        return "unfinished: run the same import again"
    return "balanced" if balanced else "DOES NOT BALANCE: please report it"
