"""``clew check``: proves that what is stored is consistent, or says where it isn't and what to do."""

from __future__ import annotations

from dataclasses import asdict

import typer
from rich.padding import Padding
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, print_json
from clew.cli.progress import working


def check(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Prove that files, ledger and customers are consistent; ends with 1 where anything differs. Nothing is changed.

    Example: clew check
    """
    from clew.app.checking import check_workspace
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Checking what is stored") as tell:
        proof = check_workspace(place, tell)
    if json:
        found = [{"name": each.name, "question": each.question, **asdict(checked)} for each, checked in proof.checks]
        print_json({"consistent": proof.is_consistent, "checks": found})
    else:
        out = console()
        for each, checked in proof.checks:
            word = "differs" if checked.differences else "skipped" if checked.skipped else "ok"
            style = {"differs": "bold red", "skipped": "yellow", "ok": "green"}[word]
            out.print(Text.assemble((f"{word:<8}", style), f"{each.name}: {checked.skipped or checked.looked_at}"))
            for one in checked.differences:
                out.print(Padding(Text(f"{one.place}: expected {one.expected}, found {one.found}"), (0, 0, 0, 8)))
                if one.customers:
                    out.print(Padding(Text(f"for example {', '.join(one.customers)}"), (0, 0, 0, 8)))
                out.print(Padding(Text(f"do: {one.remedy}"), (0, 0, 0, 8)))
        out.print("Consistent." if proof.is_consistent else "Not consistent.")
    if not proof.is_consistent:
        raise typer.Exit(1)
