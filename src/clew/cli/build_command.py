"""``clew build``: makes customers, journeys, steps and handoffs out of what was imported."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from clew.cli.options import JsonOption, WorkspaceOption, messages, print_json
from clew.cli.progress import working


def build_tables(
    anew: Annotated[bool, typer.Option("--anew", help="Build even when nothing has changed.")] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Build customers, journeys, steps and handoffs; other commands do it by themselves when it is due.

    Example: clew build
    """
    from clew.app.building import build
    from clew.app.identity.giants import sudden_giants, warning
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Building") as tell:
        done = build(place, tell, anew=anew)
    with place.session() as connection:
        tables = ("interactions", "customers", "journeys", "steps", "handoffs")
        query = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
        (row,) = connection.execute(f"SELECT {query}").fetchall()
    counts = dict(zip(tables, row, strict=True))
    giants = sudden_giants(place) if done else ()
    if json:
        print_json({"built": done, **counts, "sudden_giants": [asdict(each) for each in giants]})
        return
    typer.echo("Built." if done else "Nothing has changed since the last build.")
    typer.echo(
        f"{counts['interactions']:,} interactions, {counts['journeys']:,} journeys, {counts['steps']:,} steps, "
        f"{counts['handoffs']:,} handoffs, {counts['customers']:,} identifiers"
    )
    if giants:
        typer.echo(f"Warning: {warning(giants)}", err=True)
