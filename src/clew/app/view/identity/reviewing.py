"""The review queue as the page reads it: what waits in the build on screen, less what was answered since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import duckdb

from clew.app.identity.matching import current_model
from clew.app.identity.review import SideBySide, Waiting, asks, side_by_side_in, waiting_in
from clew.app.view.view import View
from clew.app.workspace import Workspace
from clew.customers import Decision, Verdict, decide, decisions, proposals, proposals_stamp
from clew.customers.matching import Model, check_splink
from clew.model import UsageError

#: Why the queue is as it is: pairs wait; all were answered; likeness found nothing to ask; it never looked; it is off.
State = Literal["waiting", "answered", "nothing", "never_matched", "off"]
Pair = tuple[str, str]


@dataclass(frozen=True)
class ReviewQueue:
    """What waits, the surest first, those that somebody was unsure of last.

    ``pending``: people's latest words that the build on screen doesn't know, by pair. ``cannot_match``: what to do where
    Splink is missing, else empty.
    """

    items: tuple[Waiting, ...]
    state: State
    pending: Mapping[Pair, Decision]
    cannot_match: str
    proposed: int


def review_queue(view: View, workspace: Workspace) -> ReviewQueue:
    """Return the queue; a pair that was answered leaves it at once, although the customers follow at the next build."""
    # Only the latest is kept: each answer makes another, and they may be long.
    kept: dict[object, ReviewQueue] = view.remembered("review queue", dict)
    stamp = _stamp(workspace)
    found = kept.get(stamp)
    if found is None:
        found = _queue(view, workspace)
        kept.clear()
        kept[stamp] = found
    return found


def _queue(view: View, workspace: Workspace) -> ReviewQueue:
    pending = pending_words(view, workspace)
    with view.session() as session:
        waiting = waiting_in(session, workspace)
        of = _customers_of(session, sorted({each for pair in pending for each in pair}))
    settled = {
        frozenset((of.get(a, a), of.get(b, b)))
        for (a, b), word in pending.items()
        if word.verdict in ("same", "different")
    }
    left = tuple(each for each in waiting if frozenset((each.customer_a, each.customer_b)) not in settled)
    proposed = len(proposals(workspace.journal))
    return ReviewQueue(left, _state(workspace, left, settled, proposed), pending, _cannot_match(), proposed)


def pending_words(view: View, workspace: Workspace) -> dict[Pair, Decision]:
    """Return the latest word about each pair where the build on screen was made with another, or with none."""
    with view.session() as session:
        found = session.execute(
            "SELECT identifier_a, identifier_b, arg_max(verdict, at_us) FROM identity_links WHERE author <> 'rule' GROUP BY ALL"
        ).fetchall()
    built: dict[Pair, Verdict] = {(a, b): verdict for a, b, verdict in found}
    latest = {(each.identifier_a, each.identifier_b): each for each in decisions(workspace.journal)}
    return {pair: word for pair, word in latest.items() if word.verdict != built.get(pair, "withdrawn")}


def seen_beside(view: View, workspace: Workspace, number: int) -> SideBySide:
    """Return one proposed pair, in the queue or not; UsageError where there is none, or one side is nobody's any more."""
    waiting = review_queue(view, workspace).items
    with view.session() as session:
        return side_by_side_in(session, workspace, number, waiting)


def take_back(workspace: Workspace, word: Decision, *, reason: str, author: str) -> None:
    """Take an answer back, so that the pair waits again where it stood."""
    decide(workspace.journal, word.identifier_a, word.identifier_b, "withdrawn", reason=reason, author=author)


def learnt_model(workspace: Workspace) -> Model | None:
    """Return the model that was trained last; None before the first, and for one of another version of Clew."""
    try:
        return current_model(workspace)
    except UsageError:
        return None


def _stamp(workspace: Workspace) -> object:
    """Return what differs whenever the queue of a build may: words, proposals, the model behind them, the settings, Splink."""
    said = decisions(workspace.journal)
    last = said[-1].at_us if said else 0
    model = learnt_model(workspace)
    asked = (len(said), last, *proposals_stamp(workspace.journal))
    return (asked, model.version if model else "", repr(workspace.settings.identity), _cannot_match())


def _customers_of(session: duckdb.DuckDBPyConnection, identifiers: list[str]) -> dict[str, str]:
    found = session.execute(
        "SELECT identifier, customer_id FROM customers WHERE identifier IN (SELECT unnest($1))", [identifiers]
    ).fetchall()
    return {str(identifier): str(customer) for identifier, customer in found}


def _state(workspace: Workspace, left: tuple[Waiting, ...], settled: set[frozenset[str]], proposed: int) -> State:
    if not asks(workspace.settings.identity):
        return "off"
    if left:
        return "waiting"
    if proposed == 0 and learnt_model(workspace) is None:
        return "never_matched"
    return "answered" if settled else "nothing"


def _cannot_match() -> str:
    try:
        check_splink()
    except UsageError as missing:
        return str(missing)
    return ""
