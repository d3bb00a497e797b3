"""Gives each step its stage by the workspace's rules: the first rule that fits, in the order of ``clew.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from clew.model import Settings, StageRule

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: The stage of steps that no rule fits; shown as such, never dropped.
OTHER_STAGE = "other"


def stage_of(steps: ir.Table, settings: Settings) -> ir.StringValue:
    """Return the stage as an expression over steps that also have ``answered``, ``handed_over`` and ``was_resolved``."""
    cases = [(_fits(steps, rule), rule.stage) for rule in settings.stage_rules]
    return ibis.cases(*cases, else_=OTHER_STAGE) if cases else ibis.literal(OTHER_STAGE)


def _fits(steps: ir.Table, rule: StageRule) -> ir.BooleanValue:
    conditions: list[ir.BooleanValue] = []
    for column in ("channel", "kind", "direction", "party", "outcome"):
        wanted: tuple[str, ...] = getattr(rule, column)
        if wanted:
            conditions.append(steps[column].isin(wanted).fill_null(False))
    for column, wanted_flag in (
        ("answered", rule.answered),
        ("handed_over", rule.handed_over),
        ("was_resolved", rule.resolved),
    ):
        if wanted_flag is not None:
            conditions.append(steps[column] == wanted_flag)
    return ibis.and_(*conditions) if conditions else ibis.literal(True)
