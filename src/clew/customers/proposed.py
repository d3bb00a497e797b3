"""Pairs that likeness proposes as one person, kept in the journal with what speaks for each, never with anybody's values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import duckdb
import pyarrow as pa
import sqlalchemy as sa

from clew.model import IDENTITY_PROPOSALS
from clew.store import Journal, column_types, identity_proposals, now_us

Band = Literal["accept", "review"]


@dataclass(frozen=True)
class Trace:
    """What one column adds to a pair's weight, in bits, and in words how alike the two are in it."""

    column: str
    words: str
    weight: float


@dataclass(frozen=True)
class Proposal:
    """A pair of identifiers in the order of their texts, ``weight`` in bits; ``number`` stays while the pair is proposed.

    ``evidence`` is the strongest first; what is left of the weight is where every pair begins.
    """

    number: int
    identifier_a: str
    identifier_b: str
    weight: float
    probability: float
    band: Band
    evidence: tuple[Trace, ...]
    model_digest: str
    at_us: int


def proposals(journal: Journal) -> list[Proposal]:
    """Return every pair that is proposed, the surest first."""
    c = identity_proposals.c
    with journal.transaction() as connection:
        rows = connection.execute(sa.select(identity_proposals).order_by(c.weight.desc(), c.id)).all()
    return [
        Proposal(
            *(r.id, r.identifier_a, r.identifier_b, r.weight, r.probability, r.band),
            tuple(Trace(**each) for each in json.loads(r.evidence)),
            *(r.model_digest, r.at_us),
        )
        for r in rows
    ]


def proposals_stamp(journal: Journal) -> tuple[int, int, float]:
    """Return what differs whenever other pairs are proposed, without reading them: how many, the last number, the sum of weights."""
    c = identity_proposals.c
    with journal.transaction() as connection:
        n, last, weights = connection.execute(
            sa.select(sa.func.count(), sa.func.max(c.id), sa.func.sum(c.weight))
        ).one()
    return n, last or 0, weights or 0.0


def replace_proposals(journal: Journal, found: Iterable[Proposal]) -> None:
    """Put these in the place of all that were proposed before, in one transaction; their own numbers and times don't count.

    A pair that was proposed before keeps its number and the time it came up.
    """
    at_us, c = now_us(), identity_proposals.c
    with journal.transaction() as connection:
        known = {(r.identifier_a, r.identifier_b): r for r in connection.execute(sa.select(identity_proposals))}
        new = []
        for each in found:
            said = _row(each)
            before = known.pop((each.identifier_a, each.identifier_b), None)
            if before is None:
                new.append({**said, "at_us": at_us})
            elif any(getattr(before, name) != value for name, value in said.items()):
                connection.execute(identity_proposals.update().where(c.id == before.id).values(said))
        if new:
            connection.execute(identity_proposals.insert(), new)
        for gone in known.values():
            connection.execute(identity_proposals.delete().where(c.id == gone.id))


def forget_proposals(connection: sa.Connection, identifiers: Sequence[str]) -> None:
    """Remove what is proposed of these identifiers, within the caller's transaction."""
    c = identity_proposals.c
    named = sa.or_(c.identifier_a.in_(identifiers), c.identifier_b.in_(identifiers))
    connection.execute(identity_proposals.delete().where(named))


def register_proposals(connection: duckdb.DuckDBPyConnection, proposed: Iterable[Proposal]) -> None:
    """Make the session's view ``identity_proposals``; the caller unregisters it."""
    rows = list(proposed)
    types = {"BIGINT": pa.int64(), "VARCHAR": pa.string(), "DOUBLE": pa.float64()}
    connection.register(
        IDENTITY_PROPOSALS.name,
        pa.table(
            {
                name: pa.array([getattr(each, name) for each in rows], types[kind])
                for name, kind in column_types(IDENTITY_PROPOSALS).items()
            }
        ),
    )


def _row(each: Proposal) -> dict[str, object]:
    evidence = [{"column": t.column, "words": t.words, "weight": t.weight} for t in each.evidence]
    return {
        "identifier_a": each.identifier_a,
        "identifier_b": each.identifier_b,
        "weight": each.weight,
        "probability": each.probability,
        "band": each.band,
        "evidence": json.dumps(evidence),
        "model_digest": each.model_digest,
    }
