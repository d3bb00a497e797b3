"""Tells at once whose something is that arrives: the customer these identifiers belong to, and whom they would join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.app.building import build
from clew.app.reporting import silent
from clew.app.workspace import Tell, Workspace
from clew.channels import identifiers_given, mailbox_of
from clew.customers import LiveCustomers, rules_in_force
from clew.model import LENT, IdentityPolicy, UsageError
from clew.store import now_us

if TYPE_CHECKING:
    import duckdb

    from clew.app.view import View

#: More identifiers than this are never given in one interaction.
MOST = 20


@dataclass(frozen=True)
class Arrived:
    """Whose an interaction with these identifiers is, as the next build would have it.

    ``customer_id`` is None where every identifier is shared or stands for nobody. ``merged`` are the other customers that
    would be one with it; ``apart`` those that other identifiers of the same interaction stay with, as a limit or somebody's
    word keeps them apart. ``is_new``: nobody was ever seen with any of them. ``shared`` says how many of the ``identifiers``
    belong to nobody.
    """

    customer_id: str | None
    is_new: bool
    merged: tuple[str, ...]
    apart: tuple[str, ...]
    identifiers: int
    shared: int


class Arrivals:
    """A build's customers, and what arrived since; opening takes about a second for a million interactions."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, policy: IdentityPolicy, region: str) -> None:
        """Take up the session's tables; the session isn't needed any more afterwards."""
        self._customers = LiveCustomers.of_build(connection, policy)
        self._linked = "same_interaction" in rules_in_force(policy)
        self._region = region

    def arrive(self, identifiers: Sequence[str], at_us: int) -> Arrived:
        """Follow an interaction that gives these identifiers together; what arrives later builds on it."""
        return self._follow(self._customers, identifiers, at_us)

    def resolve(self, identifiers: Sequence[str], at_us: int) -> Arrived:
        """Return what :meth:`arrive` would; nothing is kept, and any number of threads may ask at once."""
        return self._follow(self._customers.fork(), identifiers, at_us)

    def _follow(self, customers: LiveCustomers, identifiers: Sequence[str], at_us: int) -> Arrived:
        given = identifiers_given(identifiers, self._region)
        if not 1 <= len(given) <= MOST:
            raise UsageError(f"Name 1 to {MOST} identifiers that were given together.")
        meant = [*given, *(plain for each in given if (plain := mailbox_of(each)))]
        before = [customers.customer_of(each) for each in meant]
        moved = customers.see(given, at_us, linked=self._linked)
        after = [customers.customer_of(each) for each in given]
        found = _placed(customers, given, after)
        joined = {was for was, now in moved.identifiers.values() if now == found}
        known = {each for each in before if each}
        return Arrived(
            found,
            not known,
            tuple(sorted(each for each in joined | known if each and each != found and each not in after)),
            tuple(sorted({each for each in after if each} - {found})),
            len(given),
            after.count(None),
        )


def _placed(customers: LiveCustomers, given: Sequence[str], after: Sequence[str | None]) -> str | None:
    """Return whom a build would put it down to: its first identifier's customer, unless that one is shared or may be lent.

    Then it is that of the one that says it best, as :func:`clew.journeys.place.placed_otherwise` has it.
    """
    if after[0] is not None and not _lent(given[0]):
        return after[0]
    known = [at for at, customer in enumerate(after) if customer is not None]
    best = min(known, key=lambda at: (customers.is_alone(given[at]), _lent(given[at]), at), default=None)
    return None if best is None else after[best]


def _lent(identifier: str) -> bool:
    return identifier.partition(":")[0] in LENT


def resolve_identifiers(workspace: Workspace, identifiers: Sequence[str], tell: Tell = silent) -> Arrived:
    """Return whose an interaction with these identifiers would be if it came now; nothing is written.

    UsageError for one that can't be told a kind of identifier.
    """
    identifiers_given(identifiers, workspace.settings.default_region)
    build(workspace, tell)
    with workspace.session() as connection:
        tell("customers")
        arrivals = Arrivals(connection, workspace.settings.identity, workspace.settings.default_region)
    return arrivals.resolve(identifiers, now_us())


def resolve_in(view: View, identifiers: Sequence[str]) -> Arrived:
    """Return the same for a build that is held in memory, within milliseconds once it was asked for the first time."""

    def opened() -> Arrivals:
        with view.session() as connection:
            return Arrivals(connection, view.settings.identity, view.settings.default_region)

    return view.remembered("arrivals", opened).resolve(identifiers, now_us())
