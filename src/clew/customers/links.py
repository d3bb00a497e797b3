"""The ledger of links: what the rules assert from the data and from likeness, and what people said, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pyarrow as pa

from clew.customers.decision import Decision
from clew.customers.proposed import Proposal, register_proposals
from clew.customers.room import make_room
from clew.customers.rule import IdentityRule
from clew.model import IDENTITY_LINKS, IDENTITY_PROPOSALS, IdentityPolicy
from clew.plugins import definitions_in
from clew.store import compile_sql

if TYPE_CHECKING:
    from collections.abc import Iterable


def known_rules() -> dict[str, IdentityRule]:
    """Return the identity rules by name."""
    return definitions_in("clew.customers.rules", "RULE", IdentityRule)


def rules_in_force(policy: IdentityPolicy) -> dict[str, IdentityRule]:
    """Return the identity rules that the settings want and haven't switched off."""
    return {name: rule for name, rule in known_rules().items() if name not in policy.rules_off and rule.wanted(policy)}


def write_links(
    connection: duckdb.DuckDBPyConnection,
    decided: Iterable[Decision],
    policy: IdentityPolicy | None = None,
    proposed: Iterable[Proposal] = (),
) -> None:
    """Create the session's table ``identity_links`` (see its contract) from the rules, with what is proposed, and the decisions."""
    register_proposals(connection, proposed)
    connection.register("decided", decided_table(list(decided)))
    asserted = [
        f"SELECT identifier_a, identifier_b, '{rule.name}' AS rule, {rule.version} AS rule_version, 'same' AS verdict, "
        f"true AS asserted, evidence, {_confidence(rule)} AS confidence, at_us, last_us, times, 'rule' AS author, "
        f"'{rule.basis}' AS basis FROM ({compile_sql(rule.links())})"
        for rule in rules_in_force(policy or IdentityPolicy()).values()
    ]
    people = (
        "SELECT identifier_a, identifier_b, 'person', 1, verdict, verdict = 'same', evidence, 1.0, at_us, at_us, 1, author, "
        "basis FROM decided"
    )
    columns = ", ".join(IDENTITY_LINKS.columns)
    make_room(connection, "identity_links")
    connection.execute(
        f"CREATE OR REPLACE TABLE identity_links AS SELECT {columns} FROM ({' UNION ALL '.join([*asserted, people])}) "
        "ORDER BY identifier_a, identifier_b, rule, at_us"
    )
    connection.unregister("decided")
    connection.unregister(IDENTITY_PROPOSALS.name)


def _confidence(rule: IdentityRule) -> str:
    return "confidence" if rule.confidence is None else str(rule.confidence)


def decided_table(decided: list[Decision]) -> pa.Table:
    """Return the decisions as the rows of a table."""
    text, number = pa.string(), pa.int64()
    return pa.table(
        {
            "identifier_a": pa.array([d.identifier_a for d in decided], text),
            "identifier_b": pa.array([d.identifier_b for d in decided], text),
            "verdict": pa.array([d.verdict for d in decided], text),
            "evidence": pa.array([d.reason for d in decided], text),
            "at_us": pa.array([d.at_us for d in decided], number),
            "author": pa.array([d.author for d in decided], text),
            "basis": pa.array([d.basis for d in decided], text),
        }
    )
