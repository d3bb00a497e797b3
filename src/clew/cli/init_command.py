"""``clew init``: makes a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from clew.cli.options import JsonOption, print_json


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make (or fill) as a workspace.")],
    name: Annotated[
        str | None, typer.Option("--name", help="What to call it on the map; else the folder's name.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Make a workspace: a folder with a commented clew.toml and two stores.

    Example: clew init shop --name "Musterwerk service"
    """
    from clew.app.workspace import create_workspace

    workspace = create_workspace(folder, name)
    if json:
        print_json({"workspace": str(workspace.folder), "settings": str(workspace.folder / "clew.toml")})
        return
    typer.echo(f"Made workspace {workspace.folder}")
    typer.echo(f"Next: cd {folder} and clew import PATH… (settings are in clew.toml)")
