"""``clew map``: prints the journey map and writes it as page, pictures and data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clew.cli.options import JsonOption, WorkspaceOption, console, messages
from clew.cli.progress import working


def make(
    to: Annotated[
        Path | None,
        typer.Option(
            "--to",
            metavar="DIR",
            help="Write map.html, .svg, .png and .json here; else into the workspace's map/.",
            show_default=False,
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Print the journey map and write it as HTML, SVG, PNG and JSON.

    Example: clew map --to board-meeting
    """
    from clew.app.mapping_out import make_map, write_map
    from clew.app.workspace import find_workspace
    from clew.maps import print_map, to_json

    place = find_workspace(workspace)
    with working(messages(), "Drawing the map") as tell:
        journey_map = make_map(place, tell)
        tell("pictures")
        files = write_map(journey_map, to or place.folder / "map")
    if json:
        typer.echo(to_json(journey_map))
        return
    print_map(journey_map, console())
    typer.echo("")
    for path in (files.html, files.svg, files.png, files.json):
        typer.echo(f"wrote {path}")
