"""``clew demo``: the whole job on a made-up company, ending in the browser."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from clew.cli.options import JsonOption, console, messages, print_json
from clew.cli.progress import import_progress


def demo(
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Where the demo is made (anew each time).")] = Path(
        "demo"
    ),
    serve: Annotated[
        bool,
        typer.Option("--serve/--no-serve", help="Show it in the browser when done (never without a terminal)."),
    ] = True,
    port: Annotated[
        int, typer.Option("--port", help="The port to serve on; 0 takes a free one.", min=0, max=65535)
    ] = 0,
    json: JsonOption = False,
) -> None:
    """Make up a small company, import its exports, build its journeys and draw its map.

    Example: clew demo --no-serve
    """
    from clew.app.demo import run_demo
    from clew.cli.import_command import show_proposal
    from clew.cli.import_report import print_report
    from clew.maps import print_map

    said = messages()
    with import_progress(said) as progress:
        made = run_demo(
            to,
            progress,
            lambda proposal: None if json else show_proposal(said, proposal, brief=True),
            lambda text: said.print(text, markup=False),
        )
    outputs = [made.files.html, made.files.svg, made.files.png, made.files.json]
    if json:
        print_json({"workspace": str(made.folder / "workspace"), "outputs": [str(path) for path in outputs]})
        return
    print_report(console(), made.report)
    print_map(made.journey_map, console())
    typer.echo("")
    for path in outputs:
        typer.echo(f"wrote {path}")
    typer.echo(f"Look around: clew journeys -w {made.folder / 'workspace'}")
    if serve and sys.stdout.isatty() and sys.stdin.isatty():
        _serve(made.folder / "workspace", made.files.html.parent, port)


def _serve(workspace: Path, drawn: Path, port: int) -> None:
    """Serve the demo in the web application, or its finished map where the page isn't built."""
    from clew.api import page_is_built
    from clew.cli.serve_command import serve

    if page_is_built():
        serve(workspace, port or None, open_browser=True, json=False)
        return
    from clew.cli.serving import serve_folder

    typer.echo("The web application's page isn't built (make web): here is the finished map instead.")
    serve_folder(drawn, port, typer.echo)
