"""``clew journeys``: the journeys themselves, the most recent first."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, plain_table, print_json_lines
from clew.cli.progress import working


def journeys(
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            help="At most so many; the table shows 20 unless told, JSON all.",
            show_default=False,
            min=1,
        ),
    ] = None,
    channel: Annotated[str | None, typer.Option("--channel", help="Only journeys that began on this channel.")] = None,
    outcome: Annotated[
        str | None,
        typer.Option(
            "--outcome", help="Only journeys that ended so: resolved, closed, abandoned, reopened, open, unknown."
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """List journeys, the most recent first; --json streams one object a line.

    Example: clew journeys --channel phone --outcome reopened
    """
    from clew.app.reporting import journey_rows
    from clew.app.workspace import find_workspace
    from clew.maps import wording

    place = find_workspace(workspace)
    with working(messages(), "Looking up journeys") as tell:
        rows = journey_rows(place, tell, limit=limit if json else limit or 20, channel=channel, outcome=outcome)
        if json:
            print_json_lines(rows)
            return
        found = list(rows)
    table = plain_table()
    for heading, fixed in (
        ("journey", False),
        ("customer", True),
        ("issue", False),
        ("began", True),
        ("channels", False),
    ):
        table.add_column(heading, overflow="fold", no_wrap=fixed)
    table.add_column("outcome", no_wrap=True)
    for heading in ("steps", "contacts", "handoffs", "length"):
        table.add_column(heading, justify="right")
    for row in found:
        first, last = row["first_channel"], row["last_channel"]
        table.add_row(
            Text(str(row["journey_id"])),
            str(row["customer_id"]),
            Text(str(row["issue"] or "—")),
            str(row["started_at"])[:16].replace("T", " "),
            f"{first} → {last}" if first != last else str(first),
            str(row["outcome"]),
            f"{row['steps']:,}",
            f"{row['contacts']:,}",
            f"{row['handoffs']:,}",
            wording.duration(float(str(row["duration_seconds"]))),
        )
    console().print(table if found else "No journeys. Import something with 'clew import PATH', or ask for others.")
