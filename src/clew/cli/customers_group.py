"""``clew customers``: who is who, explained, decided and tried out."""

from __future__ import annotations

import getpass
from dataclasses import asdict
from typing import Annotated

import typer

from clew.cli.customers_alike import match_customers, review, show_model
from clew.cli.customers_person import erase_one, hand_out
from clew.cli.customers_profile import show_profile, write_consent
from clew.cli.customers_resolve import resolve
from clew.cli.customers_shown import print_explained, print_what_if
from clew.cli.options import JsonOption, WorkspaceOption, console, messages, print_json
from clew.cli.progress import working
from clew.customers import VERDICTS

group = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Who is who: explain it, decide it, try a change; hand out or erase one.",
)
First = Annotated[str, typer.Argument(metavar="A", help="An identifier: email:mia@example.com, or just its value.")]
Author = Annotated[str, typer.Option("--author", metavar="NAME", help="Who says so; else who is signed in here.")]
Second = Annotated[str, typer.Argument(metavar="B", help="Another one.")]


@group.command("explain")
def explain(a: First, b: Second, workspace: WorkspaceOption = None, json: JsonOption = False) -> None:
    """Tell why two identifiers are one person, link by link, or what keeps them from being one.

    Example: clew customers explain mia@example.com +14155552671
    """
    from clew.app.identity.explaining import explain_identifiers
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    with working(messages(), "Looking the links up") as tell:
        found = explain_identifiers(place, a, b, tell)
    if json:
        print_json({**asdict(found), "is_one_person": found.is_one_person})
    else:
        print_explained(console(), found)


@group.command("decide")
def say(
    a: First,
    b: Second,
    verdict: Annotated[
        str,
        typer.Argument(
            metavar="|".join(VERDICTS),
            help="same: one person. different: not one person, whatever else joins them. retracted: the link between these "
            "two doesn't count. withdrawn: take back what was said before.",
        ),
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with your name and the time.")
    ],
    author: Author = "",
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Say whether two identifiers are one person. It counts from the next build on, and can be withdrawn.

    Example: clew customers decide mia@example.com bo@example.com different --reason "two colleagues, one phone"
    """
    from clew.app.identity.deciding import say as write_down
    from clew.app.workspace import find_workspace
    from clew.model import UsageError

    chosen = next((each for each in VERDICTS if each == verdict), None)
    if chosen is None:
        raise UsageError(f"The verdict is one of {', '.join(VERDICTS)}.")
    place = find_workspace(workspace)
    with working(messages(), "Looking them up") as tell:
        said = write_down(place, a, b, chosen, reason=reason, author=author or getpass.getuser(), tell=tell)
    if json:
        print_json(asdict(said))
    else:
        typer.echo(f"Written down: {said.identifier_a} and {said.identifier_b}, {said.verdict}. Next: clew build")


@group.command("what-if")
def try_out(
    off: Annotated[list[str] | None, typer.Option("--rule-off", metavar="RULE", help="Without this rule.")] = None,
    limit: Annotated[
        list[str] | None,
        typer.Option(
            "--limit", metavar="LIMIT", help='With this limit for its kind: "2 account", "8 device in 30 days".'
        ),
    ] = None,
    block: Annotated[
        list[str] | None,
        typer.Option("--block", metavar="PATTERN", help="With such values blocked: 'email:*@ours.com'."),
    ] = None,
    same: Annotated[
        list[str] | None, typer.Option("--same", metavar="A=B", help="If these two were said to be one person.")
    ] = None,
    different: Annotated[
        list[str] | None, typer.Option("--different", metavar="A=B", help="If they were said to be different people.")
    ] = None,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Show whom a change of rules, limits or decisions would merge and split. Nothing is changed.

    Example: clew customers what-if --rule-off same_record --limit "2 account"
    """
    from clew.app.identity.deciding import Change, changed_policy, pairs_of, try_change
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    policy = changed_policy(place.settings.identity, off=off or (), limits=limit or (), blocked=block or ())
    words = (*pairs_of(same or (), "same"), *pairs_of(different or (), "different"))
    with working(messages(), "Working it out twice") as tell:
        found = try_change(place, Change(words, policy), tell)
    if json:
        print_json(asdict(found))
    else:
        print_what_if(console(), found)


@group.command("split")
def part(
    identifiers: Annotated[
        list[str], typer.Argument(metavar="IDENTIFIER...", help="Those that belong to somebody else; the rest stays.")
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with your name and the time.")
    ],
    author: Author = "",
    trial: Annotated[bool, typer.Option("--try", help="Only show what it would change.")] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Split a customer: these identifiers go one way, its others stay. "decide … withdrawn" takes a link's part back.

    Example: clew customers split phone:+14155552671 device:7f3a --reason "the neighbour's phone"
    """
    from clew.app.identity.deciding import Change, try_change
    from clew.app.identity.splitting import split, words_of_split
    from clew.app.workspace import find_workspace

    place = find_workspace(workspace)
    if trial:
        with working(messages(), "Working it out twice") as tell:
            found = try_change(place, Change(tuple(words_of_split(place, identifiers, tell))), tell)
        if json:
            print_json(asdict(found))
        else:
            print_what_if(console(), found)
        return
    with working(messages(), "Looking the links up") as tell:
        said = split(place, identifiers, reason=reason, author=author or getpass.getuser(), tell=tell)
    if json:
        print_json([asdict(each) for each in said])
    else:
        typer.echo(f"Written down: {len(said):,} links don't count any more. Next: clew build")


group.command("resolve")(resolve)
group.command("match")(match_customers)
group.command("review")(review)
group.command("model")(show_model)
group.command("profile")(show_profile)
group.command("consent")(write_consent)
group.command("export")(hand_out)
group.command("erase")(erase_one)
