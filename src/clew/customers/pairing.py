"""Pairs the identifiers that stand in one row: the first with each of the others, each distinct pair once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: How many identifiers one row can have: one of each kind that a draft carries.
MOST_IDENTIFIERS = 6


def pairs_with_first(rows: ir.Table, evidence: ir.StringColumn, at_us: ir.IntegerColumn) -> ir.Table:
    """Return ``identifier_a, identifier_b, evidence, at_us`` of the earliest row for each distinct pair."""
    many = rows.select(identifiers=rows.identifiers, evidence=evidence, at_us=at_us)
    many = many.filter(many.identifiers.length() > 1)
    pairs = [
        many.filter(many.identifiers.length() > place).select(
            identifier_a=many.identifiers[0],
            identifier_b=many.identifiers[place],
            evidence=many.evidence,
            at_us=many.at_us,
        )
        for place in range(1, MOST_IDENTIFIERS)
    ]
    every = ibis.union(*pairs)
    return every.group_by("identifier_a", "identifier_b").agg(evidence=every.evidence.min(), at_us=every.at_us.min())
