"""``clew customer``: one customer's identifiers, journeys and interactions on one timeline."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, print_json
from clew.cli.progress import working


def customer(
    identifier: Annotated[
        str,
        typer.Argument(metavar="ID", help="A customer's id, or any identifier: email:mia@example.com, +14155552671."),
    ],
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Show one customer across all channels: identifiers and why they are one person, journeys, every interaction.

    Example: clew customer email:mia@example.com
    """
    from clew.app.reporting import customer_thread
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Looking the customer up") as tell:
        thread = customer_thread(place, identifier, tell)
    if json:
        print_json(thread.as_dict())
        return
    out = console()
    out.print(Text(f"Customer {thread.customer_id}", style="bold"))
    for name in thread.identifiers:
        out.print(Text(f"  {name['identifier']}  since {name['since_at']}"))
    for link in thread.links:
        out.print(
            Text(
                f"  one person: {link['identifier_a']} and {link['identifier_b']} ({link['rule']}, evidence {link['evidence']})"
            )
        )
    for journey in thread.journeys:
        _print_journey(out, journey, [step for step in thread.steps if step["journey_id"] == journey["journey_id"]])


def _print_journey(out: Console, journey: dict[str, object], steps: list[dict[str, object]]) -> None:
    out.print()
    out.print(
        Text(
            f"{journey['journey_id']}  {journey['issue'] or 'issue not named'} · {journey['outcome']} · bounded by {journey['bounded_by']}",
            style="bold",
        )
    )
    for step in steps:
        who = {"customer": "customer", "bot": "bot", "agent": "agent"}.get(str(step["party"]), str(step["party"]))
        text = " ".join(str(step["text"] or "").split())
        said = f"  “{text[:90]}{'…' if len(text) > 90 else ''}”" if text else ""
        when = str(step["occurred_at"])[:16].replace("T", " ")
        out.print(Text(f"  {when}  {step['channel']:<12} {who:<9} {step['touchpoint']} [{step['stage']}]{said}"))
