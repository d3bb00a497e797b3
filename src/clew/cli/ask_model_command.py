"""``clew ask-model``: asks the configured language model what doubtful sentences ask for, or shows what would be sent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from clew.cli.options import JsonOption, WorkspaceOption, console, messages, print_json
from clew.cli.progress import QUIET_SECONDS, working

if TYPE_CHECKING:
    from clew.app.language_model.asking import AskedModel, Planned
    from clew.app.workspace import Workspace


def ask_model(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the masked sentences that would be sent, and send nothing.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Forget all answers: builds are what the rules alone make again.")
    ] = False,
    workspace: WorkspaceOption = None,
    json: JsonOption = False,
) -> None:
    """Ask the language model of clew.toml what doubtful sentences ask customers for; the next build uses its answers, marked.

    Only sentences of the company's that look like a request, in which the rules read no question, and that follow a handoff
    before which something was known; each once, with names, numbers and the like masked. Nothing else ever calls it.

    Example: clew ask-model --dry-run
    """
    from clew.app.language_model import asking
    from clew.app.workspace import find_workspace
    from clew.model import EndpointError, UsageError

    if dry_run and forget:
        raise UsageError("--dry-run sends nothing and --forget forgets. Say one of them.")
    place = find_workspace(workspace)
    if forget:
        _show_forgotten(asking.forget(place), json=json)
        return
    with working(messages(), "Looking for doubtful sentences") as tell:
        plan = asking.planned(place, tell)
    if dry_run:
        _show_plan(place, plan, json=json)
        return
    with _counting(messages()) as hear:
        done = asking.ask(place, plan, hear)
    _show(place, plan, done, json=json)
    if done.trouble:
        raise EndpointError(f"{done.trouble} What was answered is kept; run the same command again to go on.")


@contextmanager
def _counting(shown: Console) -> Iterator[Callable[[int, int], None]]:
    """Show how many sentences were sent: always on a terminal, else now and then."""
    last = time.monotonic()

    def say(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= QUIET_SECONDS:
            last = time.monotonic()
            shown.print(f"  {done:,} of {total:,} sentences", markup=False)

    if not shown.is_terminal:
        yield say
        return
    with shown.status("Asking the language model") as status:
        yield lambda done, total: status.update(f"Asking the language model: {done:,} of {total:,} sentences")


def _show_forgotten(count: int, *, json: bool) -> None:
    if json:
        print_json({"forgotten": count})
    else:
        console().print(f"{count:,} answers forgotten. Run: clew build" if count else "No answers were kept.")


def _show_plan(place: Workspace, plan: Planned, *, json: bool) -> None:
    asked = place.settings.language_model
    now = plan.waiting[: asked.most_questions]
    if json:
        print_json({**_counts(place, plan), "would_send": list(now)})
        return
    for sentence in now:
        console().print(sentence, markup=False, soft_wrap=True)
    messages().print(
        f"{_sentences(len(now))} would be sent to {asked.url} ({asked.model}), {len(plan.waiting) - len(now):,} more later; "
        f"{plan.answered:,} answered before; {_kept_back(plan)}.",
        markup=False,
    )


def _show(place: Workspace, plan: Planned, done: AskedModel, *, json: bool) -> None:
    if json:
        print_json({**_counts(place, plan), **asdict(done)})
        return
    console().print(
        f"{_sentences(done.sent)} sent: {done.questions:,} ask for a fact, {done.none:,} for none; {done.unusable:,} answers can't be "
        f"used, {done.unanswered:,} didn't come. {done.left:,} left; {plan.answered:,} answered before; {_kept_back(plan)}.",
        markup=False,
    )
    if done.questions:
        messages().print("To use the answers, run: clew build", markup=False)


def _counts(place: Workspace, plan: Planned) -> dict[str, object]:
    found = plan.doubtful
    return {
        "model": place.settings.language_model.model,
        "places": found.places,
        "emptied": found.emptied,
        "withheld": found.withheld,
        "sentences": len(found.sentences),
        "answered_before": plan.answered,
        "waiting": len(plan.waiting),
    }


def _kept_back(plan: Planned) -> str:
    found = plan.doubtful
    return f"{found.emptied:,} hold nothing once masked, {found.withheld:,} may still hold a name and aren't sent"


def _sentences(count: int) -> str:
    return f"{count:,} sentence" if count == 1 else f"{count:,} sentences"
