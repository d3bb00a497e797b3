"""``clew serve``: the web page of a workspace, on this machine and for nobody else."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clew.cli.options import JsonOption, print_json_lines

if TYPE_CHECKING:
    from clew.app.workspace import Workspace


def serve(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help="The workspace, made where it isn't there yet; else the nearest one upward, else ./clew-workspace.",
            show_default=False,
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option("--port", help="The port; else 8400, or a free one when that is taken.", min=0, max=65535),
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the browser (never without a terminal).")
    ] = True,
    json: JsonOption = False,
) -> None:
    """Show a workspace in the browser: start, map, explorer, customers, metrics, data and settings.

    It answers on this machine only. The link it prints signs one browser in, once, within an hour; Enter prints another,
    and so does running the same command again. Imports and builds that were under way go on when it is started again.

    Example: clew serve shop --no-open
    """
    # Many requests at once share the cores; threads within one sum only take turns with each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from clew.app.serving import only_server, where_served, workspace_to_serve

    workspace, made = workspace_to_serve(folder)
    if made and not json:
        typer.echo(f"Made workspace {workspace.folder}")
    with only_server(workspace.store) as ours:
        if ours:
            _serve(workspace, port, open_browser, json)
        else:
            _show_link(workspace, where_served(workspace.store), open_browser, json)


def _serve(workspace: Workspace, port: int | None, open_browser: bool, json: bool) -> None:
    from clew.api import create_app
    from clew.app.serving import Sessions, leave_word
    from clew.cli.page_server import ask_for_links, bind, run

    with bind(port) as socket:
        address = f"http://127.0.0.1:{socket.getsockname()[1]}"
        app = create_app(workspace)
        leave_word(workspace.store, address)
        sessions = Sessions(workspace.journal)
        if not json:
            typer.echo(f"Clew shows {workspace.folder} at {address}")
        _say_link(_link(address, sessions.new_link()), address, workspace, open_browser, json, new=True)
        if not json and _at_terminal():
            typer.echo("Enter prints a fresh link, Ctrl-C stops.")
            ask_for_links(lambda: typer.echo(f"Open {_link(address, sessions.new_link())}"))
        run(app, socket)
    if not json:
        typer.echo("Stopped.")


def _show_link(workspace: Workspace, address: str, open_browser: bool, json: bool) -> None:
    """Print a fresh link to the server that runs already."""
    from clew.app.serving import Sessions
    from clew.model import WorkspaceError

    if not address:
        raise WorkspaceError(f"Another Clew is just starting to serve {workspace.folder}: run the same command again.")
    if not json:
        typer.echo(f"Clew shows {workspace.folder} at {address} already")
    link = _link(address, Sessions(workspace.journal).new_link())
    _say_link(link, address, workspace, open_browser, json, new=False)


def _say_link(link: str, address: str, workspace: Workspace, open_browser: bool, json: bool, *, new: bool) -> None:
    if json:
        print_json_lines([{"workspace": str(workspace.folder), "address": address, "link": link, "started": new}])
        sys.stdout.flush()
        return
    typer.echo(f"Open {link}")
    typer.echo("(it lets one browser in, once, within an hour)")
    if open_browser and _at_terminal():
        from clew.cli.browser import show_in_browser

        show_in_browser(link, workspace.folder, wait=not new)


def _link(address: str, secret: str) -> str:
    """Return the link: what follows # stays in the browser, so that no log and no proxy ever sees it."""
    return f"{address}/#/enter={secret}"


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()
