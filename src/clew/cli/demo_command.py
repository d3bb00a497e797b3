"""``clew demo``: the whole job on a made-up company, ending with its map in the browser."""

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
        typer.Option("--serve/--no-serve", help="Serve the map on this machine when done (never without a terminal)."),
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
        from clew.cli.serving import serve_folder

        serve_folder(made.files.html.parent, port, typer.echo)
