"""Carries the nearest known values along a sequence: those of the last known row so far, and of the next one to come.

Ibis drops IGNORE NULLS from ``first`` and ``last`` over a window without a word, so the place of the nearest known row is
found first (a running maximum of integers), and its values are joined in; that means the same on every engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    import ibis.expr.types as ir


def with_nearest(
    line: ir.Table, known: ir.BooleanColumn, keys: Sequence[str], place: str, values: Sequence[str]
) -> ir.Table:
    """Return ``line`` with ``before_…`` and ``after_…`` for each of ``values``.

    ``place`` numbers the rows within ``keys``. Values are those of the nearest row where ``known`` holds, the row itself
    included on both sides; NULL where there is none.
    """
    here = ibis.ifelse(known, line[place], ibis.null("int64"))
    marked = line.mutate(
        place_before=here.max().over(ibis.window(group_by=list(keys), order_by=place, preceding=(None, 0))),
        place_after=here.min().over(ibis.window(group_by=list(keys), order_by=place, following=(0, None))),
    )
    for side in ("before", "after"):
        anchors = line.filter(known).select(
            *keys, **{f"place_{side}": line[place]}, **{f"{side}_{name}": line[name] for name in values}
        )
        on = [*keys, f"place_{side}"]
        marked = marked.left_join(anchors, on).drop(*(f"{name}_right" for name in on))
    return marked.drop("place_before", "place_after")
