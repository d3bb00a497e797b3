"""Carries what is known along a sequence: the rank of the nearest row where something holds, before and after.

Ibis drops IGNORE NULLS from ``first`` and ``last`` over a window without a word, so the nearest row is found as a running
maximum (minimum) of ranks and its values are joined in; that means the same on every engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    import ibis.expr.types as ir


def with_nearest(line: ir.Table, known: ir.BooleanColumn, key: str, values: Sequence[str]) -> ir.Table:
    """Return ``line`` with ``before_…`` and ``after_…`` for each of ``values``.

    Values are those of the nearest row of the same ``key``, in the order of ``rank``, where ``known`` holds, the row
    itself included on both sides; NULL where there is none.
    """
    here = ibis.ifelse(known, line["rank"], ibis.null("int64"))
    marked = line.mutate(
        rank_before=here.max().over(ibis.window(group_by=key, order_by=line["rank"], preceding=(None, 0))),
        rank_after=here.min().over(ibis.window(group_by=key, order_by=line["rank"], following=(0, None))),
    )
    for side in ("before", "after"):
        anchors = line.filter(known).select(
            **{f"rank_{side}": line["rank"]}, **{f"{side}_{name}": line[name] for name in values}
        )
        marked = marked.left_join(anchors, f"rank_{side}").drop(f"rank_{side}_right")
    return marked.drop("rank_before", "rank_after")
