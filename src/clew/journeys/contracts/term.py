"""What a term of a handoff contract is: what it asks, and how one sees whether a handoff kept it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from clew.model import HandoffContract
from clew.plugins import definitions_in

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Term:
    """One term; everything about it stands in its file.

    ``is_asked(contract)`` says whether a contract has it. ``holds(handoffs, contract)`` says of each handoff whether it was
    kept, NULL where that can't be told; ``untold`` says why it can't.
    """

    name: str
    title: str
    question: str
    source: str
    untold: str
    is_asked: Callable[[HandoffContract], bool]
    holds: Callable[[ir.Table, HandoffContract], ir.BooleanValue]


@cache
def known_terms() -> dict[str, Term]:
    """Return the terms by name."""
    return definitions_in("clew.journeys.contracts.terms", "TERM", Term)
