"""``clew customers export`` and ``clew customers erase``: what a customer may ask for of everything that is kept of them."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, print_json
from clew.cli.progress import working

Named = Annotated[
    str, typer.Argument(metavar="ID", help="A customer's id, or any identifier: email:mia@example.com, +14155552671.")
]


def hand_out(
    named: Named,
    target: Annotated[Path, typer.Option("--to", metavar="FILE.zip", help="The file to write; one there is replaced.")],
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Write everything that is kept of one customer to one zip file, with an explanation in plain words.

    Example: clew customers export mia@example.com --to mia.zip
    """
    from clew.app.identity.person_export import export_person
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Gathering what there is") as tell:
        done = export_person(place, named, target, tell)
    if json:
        print_json({"file": str(done.file), "counts": done.counts})
    else:
        listed = ", ".join(f"{count:,} {name}" for name, count in done.counts.items())
        console().print(Text(f"{done.file}: {listed}. It holds personal data: keep it safe, and look at README.txt."))


def erase_one(
    named: Named,
    reason: Annotated[
        str,
        typer.Option("--reason", metavar="TEXT", help="Why; it is kept with your name and the time, so name nobody."),
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who does it; else who is signed in here.")
    ] = "",
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Erase one customer from every file of this workspace, for good. Their rows are refused when they come again.

    Example: clew customers erase mia@example.com --reason "asked for it, ticket 4711"
    """
    from clew.app.identity.person_erase import erase, look_first
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    if not yes:
        with working(messages(), "Looking at what there is") as tell:
            found = look_first(place, named, tell)
        if not found.erased_before:
            typer.confirm(
                f"{found.interactions:,} interactions and {found.records:,} records of one customer "
                f"({found.identifiers:,} identifiers) will be gone for good; {found.naming_others:,} of them name somebody "
                "else, too. Erase?",
                abort=True,
                err=True,
            )
    with working(messages(), "Erasing") as tell:
        done = erase(place, named, reason=reason, author=author or getpass.getuser(), tell=tell)
    if json:
        print_json(asdict(done))
        return
    out = console()
    if done.erased_before:
        out.print("This customer was erased before; nothing is left of them.")
        return
    out.print(
        f"Erased: {done.interactions:,} interactions, {done.records:,} records, {done.quarantined:,} quarantined rows, "
        f"{done.decisions:,} decisions. 'clew sources' counts the rows as erased."
    )
    if done.naming_others:
        out.print(f"{done.naming_others:,} of them named somebody else, too, and are gone for them as well.")
    if done.shared_left:
        out.print(f"{done.shared_left:,} identifiers that several people use stay, as they are nobody's in particular.")
    for place_left in done.remains:
        out.print(Text(f"Not erased: {place_left}"))
    out.print("Out of Clew's reach: the files you imported, what you exported, and backups. Remove them yourself.")
