"""``clew metrics``: the metrics with interval, n and what they leave out."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from clew.cli.metrics_range import show_ranges
from clew.cli.options import JsonOption, WorkspaceOption, console, messages, plain_table, print_json
from clew.cli.progress import working


def metrics(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME…]", help="Only these metrics.")] = None,
    ranges: Annotated[
        bool,
        typer.Option(
            "--range", help="Also show each value as it would be with other plausible boundaries of journeys."
        ),
    ] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Show every metric with its 95 % interval, how many journeys it rests on, and what is thin, young or missing.

    Example: clew metrics time_to_resolution
    """
    from clew.app.reporting import metric_values
    from clew.app.workspace import find_workspace
    from clew.maps import wording

    place = find_workspace(workspace)
    if ranges:
        show_ranges(place, names or (), json=json)
        return
    with working(messages(), "Measuring") as tell:
        values = metric_values(place, names or (), tell)
    if json:
        print_json(
            [
                {
                    "name": v.name,
                    "value": v.value,
                    "unit": v.unit,
                    "n": v.n,
                    "low": v.low,
                    "high": v.high,
                    "state": v.state,
                    "reason": v.reason,
                }
                for v in values
            ]
        )
        return
    table = plain_table()
    for heading, justify in (
        ("metric", "left"),
        ("value", "right"),
        ("95 % interval", "left"),
        ("n", "right"),
        ("state", "left"),
        ("remarks", "left"),
    ):
        table.add_column(heading, justify=justify, overflow="fold")
    for v in values:
        table.add_row(v.title, wording.value(v), wording.interval(v), f"{v.n:,}", v.state, Text(v.reason))
    console().print(table)
