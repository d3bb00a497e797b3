"""What waits for a person's eye: pairs of customers who are alike, side by side, and the word that settles each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import duckdb

from clew.app.building import build
from clew.app.identity.matching import current_model
from clew.app.identity.side_by_side import Side, TraitRow, side_of, trait_rows
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.customers import Decision, Proposal, Trace, Verdict, decide, decisions, link_told, proposals
from clew.customers.matching import Model, explain_pair
from clew.model import IdentityPolicy, UsageError

#: ``same`` and ``different`` are written into the ledger of links; ``unsure`` lets the pair wait behind all others.
Answer = Literal["same", "different", "unsure"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
_VERDICTS: dict[Answer, Verdict] = {"same": "same", "different": "different", "unsure": "withdrawn"}


@dataclass(frozen=True)
class Waiting:
    """One pair in the queue; ``held_back`` says why a pair that is surely alike didn't join, else it is empty."""

    number: int
    identifier_a: str
    identifier_b: str
    customer_a: str
    customer_b: str
    weight: float
    probability: float
    band: str
    held_back: str
    was_unsure: bool


@dataclass(frozen=True)
class Queue:
    """What waits, the surest first, those that somebody was unsure of last; ``items`` may be fewer than ``total``."""

    total: int
    items: tuple[Waiting, ...]


@dataclass(frozen=True)
class SideBySide:
    """One pair with everything that tells: ``evidence`` (the strongest first) and ``start`` add up to the weight, in bits.

    ``words`` say the same in sentences. ``waits`` is False where the question is settled.
    """

    pair: Waiting
    left: Side
    right: Side
    traits: tuple[TraitRow, ...]
    start: float
    evidence: tuple[Trace, ...]
    words: tuple[str, ...]
    waits: bool


def queue(workspace: Workspace, tell: Tell = silent, *, most: int | None = None) -> Queue:
    """Return what waits after building what is stale: one question for each pair of customers.

    A pair leaves the queue when its two sides are one customer, when somebody said that they are two, and when one is gone.
    """
    build(workspace, tell)
    with workspace.session() as connection:
        waiting = waiting_in(connection, workspace)
    return Queue(len(waiting), tuple(waiting[:most]))


def side_by_side(workspace: Workspace, number: int, tell: Tell = silent) -> SideBySide:
    """Return one pair that is proposed, in the queue or not; UsageError where nothing is, or one side is nobody's any more."""
    build(workspace, tell)
    with workspace.session() as connection:
        return side_by_side_in(connection, workspace, number, waiting_in(connection, workspace))


def side_by_side_in(
    connection: duckdb.DuckDBPyConnection, workspace: Workspace, number: int, waiting: Sequence[Waiting]
) -> SideBySide:
    """Return the same from a session on a build, whether or not that is the newest, and of what waits in it."""
    proposal = _numbered(workspace, number)
    pair = _joined_with_customers(workspace, connection, [proposal])
    if not pair:
        raise UsageError("One of the two belongs to nobody any more: it is shared, or was erased.")
    left, right = side_of(connection, proposal.identifier_a), side_of(connection, proposal.identifier_b)
    rows = trait_rows(connection, pair[0].customer_a, pair[0].customer_b, proposal.evidence)
    waits = any(each.number == number for each in waiting)
    start = round(proposal.weight - sum(each.weight for each in proposal.evidence), 3)
    return SideBySide(pair[0], left, right, rows, start, proposal.evidence, _words(workspace, proposal, start), waits)


def answer(workspace: Workspace, number: int, said: Answer, *, reason: str, author: str) -> Decision:
    """Write down a person's answer; it counts from the next build on, and can be withdrawn as any word can."""
    if said not in ANSWERS:
        raise UsageError(f"The answer is one of {', '.join(ANSWERS)}.")
    pair = _numbered(workspace, number)
    return decide(
        workspace.journal,
        pair.identifier_a,
        pair.identifier_b,
        _VERDICTS[said],
        reason=reason if said != "unsure" else f"unsure: {reason}",
        author=author,
        basis=f"likeness {pair.weight:+.1f} bits",
    )


def _numbered(workspace: Workspace, number: int) -> Proposal:
    found = next((each for each in proposals(workspace.journal) if each.number == number), None)
    if found is None:
        raise UsageError(f"Nothing is proposed under number {number}. 'clew customers review' lists what waits.")
    return found


def asks(policy: IdentityPolicy) -> bool:
    """Return whether the settings let likeness ask anybody."""
    return policy.likeness != "off" and "likeness" not in policy.rules_off


def waiting_in(connection: duckdb.DuckDBPyConnection, workspace: Workspace) -> list[Waiting]:
    """Return what waits as a session on a build has it, whether or not that is the newest; the surest first."""
    if not asks(workspace.settings.identity):
        return []
    found: dict[frozenset[str], Waiting] = {}
    for each in _joined_with_customers(workspace, connection, proposals(workspace.journal)):
        if each.customer_a != each.customer_b:
            found.setdefault(frozenset((each.customer_a, each.customer_b)), each)
    apart = {frozenset(pair) for pair in connection.execute(_KEPT_APART).fetchall()}
    left = [each for customers, each in found.items() if customers not in apart]
    return sorted(left, key=lambda each: (each.was_unsure, -each.weight, each.number))


#: Customers of whom somebody said that they are different people, whichever of their identifiers the word was about.
_KEPT_APART = """
SELECT DISTINCT a.customer_id, b.customer_id FROM link_fates
JOIN customers a ON a.identifier = identifier_a JOIN customers b ON b.identifier = identifier_b WHERE fate = 'different'
"""


def _joined_with_customers(
    workspace: Workspace, connection: duckdb.DuckDBPyConnection, wanted: list[Proposal]
) -> list[Waiting]:
    """Return proposals with the customers of both sides; those with a side that is nobody's are left out."""
    numbers = {each.number: each for each in wanted}
    found = connection.execute(
        """WITH asked AS (SELECT unnest($1) AS number, unnest($2) AS one, unnest($3) AS other)
        SELECT number, a.customer_id, b.customer_id, fate, coalesce(because, '')
        FROM asked JOIN customers a ON a.identifier = one JOIN customers b ON b.identifier = other
        LEFT JOIN link_fates ON identifier_a = one AND identifier_b = other""",
        [list(numbers), [each.identifier_a for each in wanted], [each.identifier_b for each in wanted]],
    ).fetchall()
    latest = {(said.identifier_a, said.identifier_b): said for said in decisions(workspace.journal)}
    unsure = {
        pair for pair, said in latest.items() if said.verdict == "withdrawn" and said.basis.startswith("likeness")
    }
    by_number = {number: rest for number, *rest in found}
    waiting = []
    for each in wanted:
        if each.number in by_number:
            customer_a, customer_b, fate, because = by_number[each.number]
            waiting.append(
                Waiting(
                    number=each.number,
                    identifier_a=each.identifier_a,
                    identifier_b=each.identifier_b,
                    customer_a=customer_a,
                    customer_b=customer_b,
                    weight=each.weight,
                    probability=each.probability,
                    band=each.band,
                    held_back=_held_back(fate, because),
                    was_unsure=(each.identifier_a, each.identifier_b) in unsure,
                )
            )
    return waiting


def _held_back(fate: str | None, because: str) -> str:
    return "" if fate in (None, "joins") else link_told(fate, because)


def _words(workspace: Workspace, proposal: Proposal, start: float) -> tuple[str, ...]:
    model = _model_of(workspace, proposal)
    if model is None:
        told = (f"{each.column.replace('_', ' ')}: {each.words} ({each.weight:+.1f})" for each in proposal.evidence)
        return (f"where every pair begins ({start:+.1f})", *told)
    evidence: list[Mapping[str, object]] = [
        {"column": each.column, "words": each.words, "weight": each.weight} for each in proposal.evidence
    ]
    return tuple(explain_pair({"evidence": evidence}, model))


def _model_of(workspace: Workspace, proposal: Proposal) -> Model | None:
    try:
        model = current_model(workspace)
    except UsageError:
        return None
    return model if model is not None and model.version == proposal.model_digest else None
