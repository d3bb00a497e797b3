"""``clew score``: how well Clew, or any other system, rebuilds a simulated company's truth from its exports."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from clew.cli.options import JsonOption, console, messages, print_json
from clew.cli.progress import working


def score(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A simulated company: its exports/ and its truth/.")],
    submission: Annotated[
        Path | None,
        typer.Option("--submission", metavar="FOLDER", help="Score these tables of another system instead of Clew."),
    ] = None,
    workspace: Annotated[
        Path | None,
        typer.Option(
            "--workspace", "-w", help="Import into this folder, anew each time, and keep it; else into a scratch one."
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Score on a simulated company with known truth: precision, recall and F1, errors and interval coverage.

    Example: clew score world
    """
    from clew.app.scoring import score_company
    from clew.cli.score_board import print_board

    begun = time.monotonic()
    said = messages()
    with working(said, "Scoring") as tell:

        def progress(file: str, done: int, _total: int) -> None:
            tell(f"importing {file}, {done:,} rows")

        board = score_company(folder, workspace, submission, progress, tell)
    if json:
        print_json(board.as_dict())
        return
    print_board(console(), board)
    typer.echo(f"\nScored in {time.monotonic() - begun:,.1f} s.")
