"""``clew customers match``, ``review`` and ``model``: whom likeness takes for one person, and what a person says to it."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from typing import Annotated

import typer

from clew.cli.alike_shown import print_matched, print_queue, print_side_by_side
from clew.cli.options import JsonOption, WorkspaceOption, console, messages, print_json
from clew.cli.progress import working
from clew.cli.weights_shown import print_weights

#: How many pairs the queue shows, unless more are asked for.
SHOWN = 20


def match_customers(
    forget: Annotated[
        bool,
        typer.Option("--forget", help="Take every proposal and the model back instead; nobody is joined by likeness."),
    ] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Find customers whose names, birth dates and addresses are alike, join the sure ones, and leave the doubtful to you.

    It learns from your own records, without anybody's help, and nothing leaves this machine.

    Example: clew customers match
    """
    from clew.app.identity.matching import fates_of_proposals, forget_likeness, match
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    if forget:
        forget_likeness(place)
        if json:
            print_json({"forgotten": True})
        else:
            typer.echo("Every proposal and the model are gone. Next: clew build")
        return
    with working(messages(), "Matching") as tell:
        matched = match(place, tell)
        fates = fates_of_proposals(place, tell)
    if json:
        print_json({**asdict(matched), "fates": fates})
    else:
        print_matched(console(), matched, fates, place.settings.identity.likeness)


def review(
    number: Annotated[int | None, typer.Argument(metavar="N", help="The pair's number, as the list shows it.")] = None,
    answer: Annotated[
        str,
        typer.Argument(
            metavar="same|different|unsure",
            help="same: one person. different: not one person. unsure: ask again, after all others.",
        ),
    ] = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with your name and the time.")
    ] = "reviewed",
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who says so; else who is signed in here.")
    ] = "",
    every: Annotated[bool, typer.Option("--all", help=f"List all that wait, not only the first {SHOWN}.")] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """List the pairs that wait for your eye; with a number, show both sides; with an answer, write it down.

    "clew customers decide A B withdrawn" takes an answer back.

    Example: clew customers review 17 same --reason "same street, moved in May"
    """
    from clew.app.identity.review import ANSWERS, queue, side_by_side
    from clew.app.identity.review import answer as write_down
    from clew.app.workspace import find_workspace
    from clew.model import UsageError

    place = find_workspace(workspace)
    if number is None:
        with working(messages(), "Looking at what waits") as tell:
            waiting = queue(place, tell, most=None if every or json else SHOWN)
        if json:
            print_json(asdict(waiting))
        else:
            print_queue(console(), waiting)
    elif not answer:
        with working(messages(), "Looking at both") as tell:
            pair = side_by_side(place, number, tell)
        if json:
            print_json(asdict(pair))
        else:
            print_side_by_side(console(), pair)
    else:
        chosen = next((each for each in ANSWERS if each == answer), None)
        if chosen is None:
            raise UsageError(f"The answer is one of {', '.join(ANSWERS)}.")
        said = write_down(place, number, chosen, reason=reason, author=author or getpass.getuser())
        if json:
            print_json(asdict(said))
        else:
            kept = "unsure: it waits behind the others." if answer == "unsure" else f"{answer}. Next: clew build"
            typer.echo(f"Written down: {said.identifier_a} and {said.identifier_b}, {kept}")


def show_model(workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Show what likeness learnt: how much each agreement says for one person, and each difference against it.

    Example: clew customers model
    """
    from clew.app.identity.matching import current_model
    from clew.app.workspace import find_workspace
    from clew.model import UsageError

    model = current_model(find_workspace(workspace))
    if model is None:
        raise UsageError("No model was trained here yet. Run: clew customers match")
    if json:
        print_json(
            {
                "version": model.version,
                "trained_at": model.trained_at.isoformat(),
                "records": model.rows,
                "pairs": model.pairs,
                "prior": model.prior,
                "prior_weight": round(model.prior_weight, 3),
                "weights": model.chart(),
            }
        )
    else:
        print_weights(console(), model)
