"""What was said at each step, for detectors that rest on words: which acts, by the company or the customer, and where in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.pain_points.evidence import Evidence

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Whose words bind the company: a bot promises nothing.
PEOPLE = ("agent", "system")


def steps_with(evidence: Evidence, *acts: str) -> ir.Table:
    """Return ``journey, position, first_char, last_char`` of the steps in which one of these acts is done."""
    done = evidence.acts.filter(evidence.acts.act.isin(acts))
    return done.group_by("journey", "position").agg(first_char=done.start_char.min(), last_char=done.start_char.max())


def words_of_company(evidence: Evidence) -> ir.Table:
    """Return the walk's public words in which a person of the company, or a notice, speaks: taken calls too."""
    walk = evidence.walk
    return walk.filter(walk.is_word & (walk.by.isin(PEOPLE) | walk.taken))


def without(table: ir.Table, others: ir.Table) -> ir.Table:
    """Return the rows of steps that aren't among the others."""
    there = others.select("journey", "position").distinct().mutate(named=ibis.literal(True))
    joined = table.left_join(there, ["journey", "position"])
    kept = joined.filter(joined.named.isnull())
    return kept.select(*table.columns)
