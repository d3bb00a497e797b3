"""``clew simulate``: writes a made-up company whose truth is known, as the files that a company has."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clew.cli.options import JsonOption, console, messages, print_json
from clew.cli.simulate_shown import making_progress, print_bulk, print_company, print_scenarios, warn_of_late
from clew.cli.simulate_stopped import stopping_leaves_nothing
from clew.model import UsageError

if TYPE_CHECKING:
    from clew.simulator import Order


class Wording(StrEnum):
    """The parts of the vocabulary."""

    seen = "seen"
    heldout = "heldout"


class Form(StrEnum):
    """What is written."""

    exports = "exports"
    parquet = "parquet"


#: What says more about a list of scenarios.
LISTING = ("listed", "industry", "scenario", "json")


def simulate(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    customers: Annotated[int, typer.Option("--customers", help="How many customers the company has.", min=1)] = 1000,
    days: Annotated[int, typer.Option("--days", help="How many days it lives, up to 3,650.", min=1)] = 90,
    seed: Annotated[int, typer.Option("--seed", help="Another number, another company.")] = 7,
    industry: Annotated[
        str | None,
        typer.Option(
            "--industry", metavar="NAME", help="A scenario that comes with Clew; see --list.", show_default="billing"
        ),
    ] = None,
    scenario: Annotated[
        Path | None, typer.Option("--scenario", metavar="FILE.toml", help="A scenario of your own instead.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to write it.")] = Path("company"),
    wording: Annotated[
        Wording, typer.Option("--wording", help="The part of the vocabulary that is spoken.")
    ] = Wording.seen,
    intervention: Annotated[
        list[str] | None,
        typer.Option("--intervention", metavar="NAME", help="A change in force (repeatable), or all; see --list."),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="The exports of its systems with their truth, or one flat table.")
    ] = Form.exports,
    workers: Annotated[
        int | None, typer.Option("--workers", help="Processes that share the work; else one for each core.", min=1)
    ] = None,
    text: Annotated[
        bool | None, typer.Option("--text/--no-text", help="With --format parquet: write what was said too (else not).")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the scenarios, their issues and interventions.")] = False,
    json: JsonOption = False,
) -> None:
    """Make up a company with known truth: its exports as files, and beside them what really happened.

    The same options write the same bytes on any machine. DIR may hold an earlier simulated company; it is replaced,
    unless anything else lies in it.

    Example: clew simulate --customers 2000 --industry telecom --out company
    """
    if industry is not None and scenario is not None:
        raise UsageError("--industry names a scenario of Clew's and --scenario one of yours: leave one of them out.")
    which = scenario or industry
    if listed:
        _refuse_more_than_listing(context)
        print_scenarios(console(), json, None if which is None else _known(which))
        return
    order = _order(_known(which or "billing"), customers, days, seed, wording.value)
    order = replace(order, interventions=_in_force(order, intervention or []))
    if form is Form.exports and text is False:
        raise UsageError("Exports always hold what was said: leave --no-text out, or take --format parquet.")
    warn_of_late(messages(), order)
    with stopping_leaves_nothing(out):
        if form is Form.parquet:
            _write_events(order, out, workers, bool(text), json)
        else:
            _write_company(order, out, workers, json)


def _refuse_more_than_listing(context: typer.Context) -> None:
    given = [
        parameter.opts[0]
        for parameter in context.command.params
        if parameter.name not in LISTING
        and (source := context.get_parameter_source(str(parameter.name))) is not None
        and source.name == "COMMANDLINE"
    ]
    if given:
        raise UsageError(f"--list lists and makes nothing: leave out {', '.join(given)}, or --list.")


def _known(which: str | Path) -> str | Path:
    from clew.simulator import known_scenarios

    if isinstance(which, str) and which not in known_scenarios():
        raise UsageError(
            f'No industry "{which}". Known: {", ".join(known_scenarios())}. For a scenario of your own name its file '
            "with --scenario."
        )
    return which


def _order(which: str | Path, customers: int, days: int, seed: int, wording: str) -> Order:
    from clew.simulator import Order, load_scenario

    return Order(load_scenario(which), customers, days, seed, wording=wording)


def _in_force(order: Order, names: list[str]) -> tuple[str, ...]:
    """Return the names of those in force; unknown ones stay among them, to be refused."""
    every = [each.name for each in order.scenario.interventions] if "all" in names else []
    return tuple(dict.fromkeys([*every, *(name for name in names if name != "all")]))


def _write_company(order: Order, out: Path, workers: int | None, json: bool) -> None:
    from clew.simulator import write_company

    with making_progress(messages()) as progress:
        company = write_company(order, out, workers, progress)
    if json:
        print_json(
            {
                "folder": str(out),
                "files": {file.path: {"rows": file.rows, **file.by_verdict} for file in company.files},
                "truth": company.truth,
            }
        )
    else:
        print_company(console(), company)


def _write_events(order: Order, out: Path, workers: int | None, text: bool, json: bool) -> None:
    from clew.simulator import write_events

    with making_progress(messages()) as progress:
        made = write_events(order, out, workers, text, progress)
    if json:
        print_json({"folder": str(out), "parts": made.parts, "interactions": made.interactions})
        return
    print_bulk(console(), made)
