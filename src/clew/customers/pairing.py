"""Pairs the identifiers that stand in one row: the first with each of the others, each distinct pair once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir


def pairs_with_first(rows: ir.Table, evidence: ir.StringColumn, at_us: ir.IntegerColumn) -> ir.Table:
    """Return ``identifier_a, identifier_b, evidence, at_us, last_us, times`` for each distinct pair.

    Evidence and ``at_us`` are of the earliest row that holds both (ties by id), ``last_us`` is the latest one's; so many
    ``times`` they stood together.
    """
    many = rows.select(identifiers=rows.identifiers, evidence=evidence, at_us=at_us)
    many = many.filter(many.identifiers.length() > 1)
    spread = many.select(
        identifier_a=many.identifiers[0],
        identifier_b=many.identifiers.unnest(),
        evidence=many.evidence,
        at_us=many.at_us,
    )
    return each_pair_once(spread.filter(spread.identifier_a != spread.identifier_b))


def each_pair_once(pairs: ir.Table) -> ir.Table:
    """Return the same columns for rows ``identifier_a, identifier_b, evidence, at_us`` of which several tell one pair."""
    first = pairs.group_by("identifier_a", "identifier_b").agg(
        at_us=pairs.at_us.min(), last_us=pairs.at_us.max(), times=pairs.count()
    )
    earliest = pairs.select("identifier_a", "identifier_b", "at_us", "evidence").inner_join(
        first, ["identifier_a", "identifier_b", "at_us"]
    )
    keys = ["identifier_a", "identifier_b", "at_us", "last_us", "times"]
    grouped = earliest.group_by(keys).agg(evidence=earliest.evidence.min())
    return grouped.select("identifier_a", "identifier_b", "evidence", "at_us", "last_us", "times")
