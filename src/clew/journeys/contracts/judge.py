"""Judges handoffs by a contract: which fall under it, which of its terms each kept, and so whether it was kept or broken."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

import ibis

from clew.journeys.contracts.term import Term, known_terms
from clew.model import HANDOFFS, SIDES, HandoffContract, TableContract

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: What judging looks at: a handoff of history, or one that happens just now. ``waited_us`` is how long the customer has
#: waited so far: until the next party acted, or until now where it hasn't.
HANDOFF_NOW = TableContract(
    "handoff_now",
    "one handoff as it is just now",
    {
        **{name: HANDOFFS.columns[name] for name in SIDES},
        "wait_us": "int64",
        "waited_us": "int64",
        "facts_known": "array<string>",
        "facts_asked_again": "array<string>",
        "told": "boolean",
        "promised": "boolean",
    },
)


def judged(handoffs: ir.Table, contract: HandoffContract) -> ir.Table:
    """Return the handoffs that fall under the contract with a column for each term that it asks, and the ``verdict``.

    A term is true (kept), false (broken) or NULL (can't be told). A broken term breaks the contract; else it is ``unknown``
    where a term can't be told, else ``kept``. ``handoffs`` has the columns of ``HANDOFF_NOW``; others come along.
    """
    under = handoffs
    for side in SIDES:
        if names := getattr(contract, side):
            under = under.filter(under[side].isin(names))
    terms = {term.name: term.holds(under, contract).cast("boolean") for term in terms_of(contract)}
    known = under.mutate(**terms)
    holds = [known[name] for name in terms]
    broken = reduce(lambda one, other: one | other, [~each.fill_null(True) for each in holds])
    untold = reduce(lambda one, other: one | other, [each.isnull() for each in holds])
    return known.mutate(verdict=ibis.cases((broken, "broken"), (untold, "unknown"), else_="kept"))


def terms_of(contract: HandoffContract) -> list[Term]:
    """Return the terms that a contract asks."""
    return [term for term in known_terms().values() if term.is_asked(contract)]


def watched(handoffs: ir.Table, journeys: ir.Table) -> ir.Table:
    """Return the handoffs of a build with ``waited_us``: where nobody acted, up to the newest moment of the journey's source."""
    seen = journeys.select("journey_id", "source_until_us")
    joined = handoffs.left_join(seen, "journey_id").drop("journey_id_right")
    so_far = joined.source_until_us - joined.handed_us
    return joined.mutate(waited_us=joined.wait_us.coalesce(ibis.ifelse(so_far < 0, 0, so_far))).drop("source_until_us")
