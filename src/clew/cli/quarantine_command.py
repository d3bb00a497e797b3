"""``clew quarantine``: the rows that could not be interactions, whole, with reasons; and another try for them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, plain_table, print_json, print_json_lines


def quarantine(
    source: Annotated[str | None, typer.Argument(metavar="[SOURCE]", help="Only rows of this source.")] = None,
    retry: Annotated[
        bool, typer.Option("--retry", help="Try the rows again, by the mended mapping in mappings/ or --mapping.")
    ] = False,
    mapping: Annotated[Path | None, typer.Option("--mapping", metavar="FILE", help="The mended mapping.")] = None,
    file: Annotated[
        list[Path] | None,
        typer.Option(
            "--file",
            metavar="PATH",
            help="The imported files again, where rows can't be read without their neighbours.",
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", help="List at most so many rows.", min=1)] = 50,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """List quarantined rows with file, row, column and reason; --retry imports those that a mended mapping can read.

    Example: clew quarantine calls --retry --mapping mappings/calls.toml
    """
    from clew.app.mapping_out import REFUSED
    from clew.app.workspace import find_workspace
    from clew.channels import quarantined_rows, source_ledgers
    from clew.model import UsageError

    place = find_workspace(workspace)
    if source is not None:
        known = [each.source for each in source_ledgers(place.journal) if each.source != REFUSED]
        if source not in known:
            raise UsageError(f'No source "{source}". Known: {", ".join(known) or "none yet"}.')
    if retry:
        from clew.app.retrying import retry_quarantine

        results = retry_quarantine(place, source, mapping, file or [])
        if json:
            print_json(
                [
                    {"file": r.file, "tried": r.tried, "stored": r.stored, "still": r.still, "note": r.note}
                    for r in results
                ]
            )
            return
        for r in results:
            typer.echo(
                f"{r.file}: {r.tried:,} tried, {r.stored:,} stored, {r.still:,} still in quarantine{'; ' + r.note if r.note else ''}"
            )
        if not results:
            typer.echo("Nothing is in quarantine.")
        return
    rows = quarantined_rows(place.journal, source, None if json else limit)
    if json:
        print_json_lines(
            {"source": r.source, "file": r.file, "row": r.row, "column": r.column, "reason": r.reason, "raw": r.raw}
            for r in rows
        )
        return
    if not rows:
        typer.echo("Nothing is in quarantine.")
        return
    table = plain_table()
    for heading in ("file", "row", "column", "reason"):
        table.add_column(heading, overflow="fold")
    for r in rows:
        table.add_row(Text(r.file), f"{r.row:,}", Text(r.column), Text(r.reason))
    console().print(table)
    typer.echo("The whole rows: clew quarantine --json. After mending the mapping: clew quarantine --retry")
