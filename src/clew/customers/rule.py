"""What an identity rule is: a question, a version, and a query that asserts links between identifiers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.model import IdentityPolicy

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class IdentityRule:
    """One way to tell that two identifiers are one person.

    ``links()`` returns an unbound expression with columns ``identifier_a``, ``identifier_b``, ``evidence`` (the id of the
    interaction or record that says so first), ``at_us`` and ``last_us`` (when it was said first and last) and ``times`` (how
    often; 0 where they never stood together, as only what stood together makes an identifier shared). ``confidence`` is 1.0 for
    exact rules; None where each link has its own, in a column ``confidence`` below 1. ``wanted`` says whether a policy takes
    the rule at all, switched off by name or not. ``basis`` is the ground on which the identifiers may be joined: ``service``
    where the customer gave them to be served. Raise ``version`` whenever the rule's meaning changes: links carry it.
    """

    name: str
    question: str
    version: int
    confidence: float | None
    source: str
    links: Callable[[], ir.Table]
    basis: str = "service"
    wanted: Callable[[IdentityPolicy], bool] = lambda _policy: True
