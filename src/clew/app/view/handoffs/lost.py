"""How much context handoffs lose: how often something known was asked for again, and how much of it was carried along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from clew.app.view.handoffs.context import HandoffContext, context_of
from clew.app.view.view import View
from clew.metrics import THIN_BELOW, WITHHELD_BELOW, cluster_sums, share_interval

State = Literal["ok", "thin", "withheld", "empty", "unread"]


@dataclass(frozen=True)
class ContextLost:
    """A group of handoffs: ``lost`` of those with something ``known`` before were followed by asking for it again.

    ``lost_by_model`` of the ``lost`` rest on a language model's reading alone.
    ``share`` is ``lost / known`` with a 95 % interval that takes a customer as one voice, None below five ``known``.
    ``facts_carried`` of the ``facts_known`` before these handoffs were used after them without being asked for.
    """

    is_read: bool
    known: int
    lost: int
    share: float | None
    low: float | None
    high: float | None
    facts_known: int
    facts_carried: int
    lost_by_model: int = 0

    @property
    def carried_ratio(self) -> float | None:
        """How much of what was known was carried; None where too few handoffs had anything known."""
        return self.facts_carried / self.facts_known if self.known >= WITHHELD_BELOW else None

    @property
    def state(self) -> State:
        """How far the share can be trusted, or why there is none."""
        if not self.known:
            return "empty" if self.is_read else "unread"
        return "withheld" if self.known < WITHHELD_BELOW else "thin" if self.known < THIN_BELOW else "ok"


@dataclass(frozen=True)
class FactLost:
    """One kind of fact over handoffs before which it was ``known``: how often it was carried, asked again or verified after."""

    name: str
    known: int
    carried: int
    asked_again: int
    verified: int


@dataclass(frozen=True)
class Around:
    """What was said around a group of handoffs: facts, those asked again most first; ``told`` and ``promised`` of the ``read``."""

    lost: ContextLost
    facts: tuple[FactLost, ...]
    read: int
    told: int
    promised: int
    n: int
    came_back: int


def contexts_lost(view: View, rows: NDArray[np.int64], group: NDArray[np.int64], groups: int) -> list[ContextLost]:
    """Measure several groups of handoffs at once: ``group`` numbers each of ``rows`` from 0 below ``groups``."""
    context = context_of(view)
    order = np.argsort(group, kind="stable")
    edges = np.cumsum(np.bincount(group, minlength=groups))[:-1]
    return [_lost(view, context, each) for each in np.split(rows[order], edges)[:groups]]


def around(view: View, rows: NDArray[np.int64]) -> Around:
    """Return what was said around these handoffs."""
    context = context_of(view)
    facts = [_fact(context, rows, name) for name in context.facts]
    read = context.is_read[rows]
    return Around(
        lost=_lost(view, context, rows),
        facts=tuple(sorted((each for each in facts if each.known), key=lambda each: (-each.asked_again, -each.known))),
        read=int(np.count_nonzero(read)),
        told=int(np.count_nonzero(context.told[rows] & read)),
        promised=int(np.count_nonzero(context.promised[rows] & read)),
        n=len(rows),
        came_back=int(np.count_nonzero(context.came_back[rows])),
    )


def _lost(view: View, context: HandoffContext, rows: NDArray[np.int64]) -> ContextLost:
    known = rows[context.known[rows] != 0]
    lost = context.asked_again[known] != 0
    share = low = high = None
    if len(known) >= WITHHELD_BELOW:
        codes = view.journeys.customer.codes[view.handoffs.journey[known]]
        sums = cluster_sums(lost.astype(np.float64), np.unique(codes, return_inverse=True)[1].reshape(-1))
        share, (low, high) = sums.estimate, share_interval(sums)
    return ContextLost(
        is_read=bool(context.is_read[rows].any()) if len(rows) else bool(context.is_read.any()),
        known=len(known),
        lost=int(np.count_nonzero(lost)),
        share=share,
        low=low,
        high=high,
        facts_known=_count(context.known[known]),
        facts_carried=_count(context.carried[known]),
        lost_by_model=int(np.count_nonzero(lost & (context.asked_again[known] == context.asked_by_model[known]))),
    )


def _count(bits: NDArray[np.int64]) -> int:
    return sum(int(np.count_nonzero(bits >> place & 1)) for place in range(int(bits.max(initial=0)).bit_length()))


def _fact(context: HandoffContext, rows: NDArray[np.int64], name: str) -> FactLost:
    columns = (context.known, context.carried, context.asked_again, context.verified)
    return FactLost(name, *(int(np.count_nonzero(context.of(column[rows], name))) for column in columns))
