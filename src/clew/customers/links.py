"""The ledger of links: what the rules assert from the data, and what people asserted or retracted, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa
import sqlalchemy as sa

from clew.customers.rule import IdentityRule
from clew.model import IDENTITY_LINKS
from clew.plugins import definitions_in
from clew.store import Journal, compile_sql, identity_decisions, now_us

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Decision:
    """What a person said of two identifiers: one customer (asserted) or not (retracted)."""

    identifier_a: str
    identifier_b: str
    asserted: bool
    reason: str
    author: str
    at_us: int


def known_rules() -> dict[str, IdentityRule]:
    """Return the identity rules by name."""
    return definitions_in("clew.customers.rules", "RULE", IdentityRule)


def decide(journal: Journal, identifier_a: str, identifier_b: str, *, asserted: bool, reason: str, author: str) -> None:
    """Write down a person's assertion or retraction; the latest one about a pair holds, over any rule."""
    first, second = sorted((identifier_a, identifier_b))
    with journal.transaction() as connection:
        connection.execute(
            identity_decisions.insert().values(
                identifier_a=first,
                identifier_b=second,
                asserted=asserted,
                reason=reason,
                author=author,
                at_us=now_us(),
            )
        )


def decisions(journal: Journal) -> list[Decision]:
    """Return people's assertions and retractions, oldest first."""
    with journal.transaction() as connection:
        rows = connection.execute(sa.select(identity_decisions).order_by(identity_decisions.c.id)).all()
    return [Decision(r.identifier_a, r.identifier_b, r.asserted, r.reason, r.author, r.at_us) for r in rows]


def write_links(connection: duckdb.DuckDBPyConnection, decided: Iterable[Decision]) -> None:
    """Create the session's table ``identity_links`` (see its contract) from the rules and the decisions."""
    decided = list(decided)
    connection.register(
        "decided",
        pa.table(
            {
                "identifier_a": pa.array([d.identifier_a for d in decided], pa.string()),
                "identifier_b": pa.array([d.identifier_b for d in decided], pa.string()),
                "asserted": pa.array([d.asserted for d in decided], pa.bool_()),
                "evidence": pa.array([d.reason for d in decided], pa.string()),
                "at_us": pa.array([d.at_us for d in decided], pa.int64()),
                "author": pa.array([d.author for d in decided], pa.string()),
            }
        ),
    )
    asserted = [
        f"SELECT identifier_a, identifier_b, '{rule.name}' AS rule, {rule.version} AS rule_version, true AS asserted, "
        f"evidence, {rule.confidence} AS confidence, at_us, 'rule' AS author FROM ({compile_sql(rule.links())})"
        for rule in known_rules().values()
    ]
    people = "SELECT identifier_a, identifier_b, 'person', 1, asserted, evidence, 1.0, at_us, author FROM decided"
    columns = ", ".join(IDENTITY_LINKS.columns)
    connection.execute("DROP VIEW IF EXISTS identity_links")
    connection.execute(
        f"CREATE OR REPLACE TABLE identity_links AS SELECT {columns} FROM ({' UNION ALL '.join([*asserted, people])}) "
        "ORDER BY identifier_a, identifier_b, rule, at_us"
    )
    connection.unregister("decided")
