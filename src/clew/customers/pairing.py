"""Pairs the identifiers that stand in one row: the first with each of the others, each distinct pair once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


def pairs_with_first(rows: ir.Table, evidence: ir.StringColumn, at_us: ir.IntegerColumn) -> ir.Table:
    """Return ``identifier_a, identifier_b, evidence, at_us`` of the earliest row for each distinct pair (ties by id)."""
    many = rows.select(identifiers=rows.identifiers, evidence=evidence, at_us=at_us)
    many = many.filter(many.identifiers.length() > 1)
    spread = many.select(
        identifier_a=many.identifiers[0],
        identifier_b=many.identifiers.unnest(),
        evidence=many.evidence,
        at_us=many.at_us,
    )
    pairs = spread.filter(spread.identifier_a != spread.identifier_b)
    first = pairs.group_by("identifier_a", "identifier_b").agg(at_us=pairs.at_us.min())
    earliest = pairs.inner_join(first, ["identifier_a", "identifier_b", "at_us"])
    grouped = earliest.group_by("identifier_a", "identifier_b", "at_us").agg(evidence=earliest.evidence.min())
    return grouped.select("identifier_a", "identifier_b", "evidence", "at_us")
