"""What people said about who is who: kept with author, reason and time, never overwritten, the latest word of a pair counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal, get_args

import sqlalchemy as sa

from clew.model import UsageError
from clew.store import Journal, identity_decisions, now_us

#: ``same``: one person. ``different``: not one person, whatever else would join them. ``retracted``: what the rules say of
#: this very pair doesn't count. ``withdrawn``: nothing was said; the rules decide again.
Verdict = Literal["same", "different", "retracted", "withdrawn"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True)
class Decision:
    """A person's word about two identifiers, in the order of their texts; ``basis`` is on what ground they may be joined."""

    identifier_a: str
    identifier_b: str
    verdict: Verdict
    reason: str
    author: str
    at_us: int
    basis: str = ""


def decide(
    journal: Journal,
    identifier_a: str,
    identifier_b: str,
    verdict: Verdict,
    *,
    reason: str,
    author: str,
    basis: str = "",
) -> Decision:
    """Write down a person's word about two identifiers and return it; UsageError where they are one and the same."""
    return decide_all(journal, [(identifier_a, identifier_b, verdict)], reason=reason, author=author, basis=basis)[0]


def decide_all(
    journal: Journal, words: Iterable[tuple[str, str, Verdict]], *, reason: str, author: str, basis: str = ""
) -> list[Decision]:
    """Write down several words, all or none; UsageError where a pair is one and the same identifier, or nothing says why."""
    if not reason.strip():
        raise UsageError("Say why in a few words: whoever reads it later has nothing else to go by.")
    said: list[Decision] = []
    for one, other, verdict in words:
        first, second = sorted((one, other))
        if first == second:
            raise UsageError("Both identifiers are the same. Name two that differ.")
        if verdict not in VERDICTS:
            raise UsageError(f"A verdict is one of {', '.join(VERDICTS)}.")
        said.append(Decision(first, second, verdict, reason, author, now_us(), basis))
    with journal.transaction() as connection:
        for each in said:
            connection.execute(identity_decisions.insert().values(asserted=each.verdict == "same", **asdict(each)))
    return said


def decisions(journal: Journal) -> list[Decision]:
    """Return everything that people said, oldest first."""
    with journal.transaction() as connection:
        rows = connection.execute(sa.select(identity_decisions).order_by(identity_decisions.c.id)).all()
    return [Decision(r.identifier_a, r.identifier_b, r.verdict, r.reason, r.author, r.at_us, r.basis) for r in rows]
