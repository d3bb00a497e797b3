"""The ``clew`` command: gathers the commands and turns every error into a sentence with a remedy."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer

from clew.cli import (
    ask_model_command,
    build_command,
    check_command,
    contracts_command,
    customer_command,
    customers_group,
    demo_command,
    export_command,
    import_command,
    init_command,
    journeys_command,
    map_command,
    metrics_command,
    pain_points_command,
    quality_command,
    quarantine_command,
    score,
    serve_command,
    simulate,
    sources_command,
)
from clew.model import ClewError

app = typer.Typer(
    name="clew",
    help="Join every customer interaction from every channel into journeys, and see where they break.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
INTERRUPTED = 130
for name, command in (
    ("init", init_command.init),
    ("serve", serve_command.serve),
    ("import", import_command.import_files),
    ("build", build_command.build_tables),
    ("map", map_command.make),
    ("metrics", metrics_command.metrics),
    ("pain-points", pain_points_command.pain_points),
    ("journeys", journeys_command.journeys),
    ("contracts", contracts_command.contracts),
    ("ask-model", ask_model_command.ask_model),
    ("customer", customer_command.customer),
    ("sources", sources_command.sources),
    ("check", check_command.check),
    ("quality", quality_command.quality),
    ("quarantine", quarantine_command.quarantine),
    ("export", export_command.export_tables),
    ("demo", demo_command.demo),
    ("simulate", simulate.simulate),
    ("score", score.score),
):
    app.command(name)(command)
app.add_typer(customers_group.group, name="customers")


def commands() -> dict[str, Any]:
    """Return every command by its words (``customers explain`` for one of a group)."""
    import typer.main

    found: dict[str, Any] = {}
    for name, command in sorted(getattr(typer.main.get_command(app), "commands", {}).items()):
        inner = getattr(command, "commands", None)
        found.update({f"{name} {word}": each for word, each in inner.items()} if inner else {name: command})
    return found


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Print the version and exit.", is_eager=True)) -> None:
    if version:
        from importlib.metadata import version as version_of

        typer.echo(f"clew {version_of('clew')}")
        raise typer.Exit


def main() -> None:
    """Run the command line.

    Exit codes: 0 done, 1 a fault of Clew's own, 2 wrong words, 3 no usable workspace, 4 input that can't be read,
    5 a mapping that doesn't fit, 6 the disk refused, 7 a broken definition, 8 the language model can't be asked, 130 interrupted.
    """
    try:
        app(prog_name="clew")
    except ClewError as error:
        typer.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)
    except SystemExit as end:
        # Typer turns an interrupt and a closed pipe into bare exits before anybody else hears of them.
        if isinstance(end.__context__, BrokenPipeError):
            sys.exit(0)
        if end.code == INTERRUPTED:
            typer.echo("Interrupted. What was committed stays; run the same command again to go on.", err=True)
        raise
    except Exception as error:
        if "interrupt" in str(error).lower():
            # DuckDB reports an interrupt during a query as an error of its own.
            typer.echo("Interrupted. What was committed stays; run the same command again to go on.", err=True)
            sys.exit(INTERRUPTED)
        if os.environ.get("CLEW_DEBUG"):
            raise
        typer.echo(
            f"Error: Clew met a fault of its own ({type(error).__name__}). Nothing half done was kept. "
            "Set CLEW_DEBUG=1 and run it again to see where, and please report it.",
            err=True,
        )
        sys.exit(1)
