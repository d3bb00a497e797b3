"""``clew customers resolve``: whose an interaction would be that gives these identifiers together."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from clew.cli.options import JsonOption, WorkspaceOption, messages, print_json
from clew.cli.progress import working


def resolve(
    identifiers: Annotated[
        list[str],
        typer.Argument(metavar="IDENTIFIER...", help="Given together: mia@example.com, +14155552671, account:1234."),
    ],
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Tell which customer somebody is who gives these identifiers together, and whom that would join. Nothing is written.

    Example: clew customers resolve mia@example.com device:7f3a
    """
    from clew.app.identity.arriving import resolve_identifiers
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Looking the links up") as tell:
        found = resolve_identifiers(place, identifiers, tell)
    if json:
        print_json(asdict(found))
        return
    if found.customer_id is None:
        typer.echo("Nobody: what was given is shared by many or stands for nobody.")
        return
    typer.echo(f"Customer {found.customer_id}" + (", who is new" if found.is_new else ""))
    if found.merged:
        typer.echo(f"  would be one with {', '.join(found.merged)}")
    if found.apart:
        typer.echo(f"  stays apart from {', '.join(found.apart)}: a limit, or somebody's word")
    if found.shared:
        typer.echo(f"  {found.shared} of {found.identifiers} identifiers are shared by many or stand for nobody")
