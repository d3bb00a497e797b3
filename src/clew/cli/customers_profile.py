"""``clew customers profile`` and ``clew customers consent``: what is known of one customer, and what they agreed to."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from typing import Annotated

import typer

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, print_json
from clew.cli.profile_shown import print_consent, print_profile
from clew.cli.progress import working

Named = Annotated[
    str, typer.Argument(metavar="ID", help="A customer's id, or any identifier: email:mia@example.com, +14155552671.")
]


def show_profile(named: Named, workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Show what is known of one customer: identifiers, traits with who told them, and what they agreed to.

    Example: clew customers profile mia@example.com
    """
    from clew.app.identity.profile import profile
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Looking the customer up") as tell:
        found = profile(place, named, tell)
    if json:
        print_json(asdict(found))
    else:
        print_profile(console(), found)


def write_consent(
    named: Named,
    purpose: Annotated[str, typer.Argument(metavar="PURPOSE", help="As 'clew customers profile' lists them.")],
    word: Annotated[
        str,
        typer.Argument(
            metavar="granted|denied|withdrawn",
            help="granted, denied: what the customer said. withdrawn: take back what was written down before, so that the sources "
            "alone decide again.",
        ),
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="What proves it; it is kept with your name and the time.")
    ],
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who says so; else who is signed in here.")
    ] = "",
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Write down what a customer said about a purpose. It replaces what was said before of that identifier; others keep theirs.

    Example: clew customers consent mia@example.com marketing_email denied --reason "said so on the phone"
    """
    from clew.app.identity.consenting import state_consent
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Looking the customer up") as tell:
        done = state_consent(place, named, purpose, word, reason=reason, author=author or getpass.getuser(), tell=tell)
    if json:
        print_json(asdict(done))
    else:
        out = console()
        out.print(f"Written down of {done.said.identifier}: {purpose} {word}. From the next build on:", markup=False)
        print_consent(out, done.now)
