"""What a check of the data is: a question, a query that counts, and what a finding does to which metric."""

from __future__ import annotations

from dataclasses import dataclass

from clew.app.quality.finding import Severity
from clew.metrics import THIN_BELOW


@dataclass(frozen=True)
class Bounds:
    """From which share on a finding is told at all, warns, and is bad. A finding needs at least one in any case."""

    note: float
    warn: float
    bad: float

    def severity(self, n: int, of: int) -> Severity | None:
        """Return how bad ``n`` of ``of`` is, or None where it isn't worth telling; thin wholes are never bad.

        >>> Bounds(0.0, 0.1, 0.5).severity(60, 100), Bounds(0.0, 0.1, 0.5).severity(6, 10)
        ('bad', 'warn')
        """
        share = n / of if of else 0.0
        if n == 0 or share < self.note:
            return None
        if share >= self.bad:
            return "bad" if of >= THIN_BELOW else "warn"
        return "warn" if share >= self.warn else "note"


@dataclass(frozen=True)
class Effect:
    """What a finding does to one metric, or to a table that metrics are made of (``customers``, ``journeys``, ``handoffs``)."""

    on: str
    becomes: str


@dataclass(frozen=True)
class QualityCheck:
    """One thing that can be wrong with a source; everything told about it comes from this object.

    ``query`` returns one row for each member of the whole, or for several at once: ``source``; ``part`` (a part of the source
    that is told on its own, ``''`` for none); ``at_us`` (when it happened or was received); ``n`` and ``of`` (how many are
    amiss, of how many); ``example`` (the id of an interaction or record, never a personal value); ``detail`` (a few words that
    ``says`` tells of the commonest case). It may ask every contract table, ``ledger`` (``source, file, received, duplicate,
    finished_us``) and ``workspace_facts`` (one row: ``time_zone``).

    ``says`` is the finding's sentence with ``{n} {of} {share} {source} {part} {detail}``; ``unit`` is what is counted. Where it
    is interactions, ``example`` is always one, and the journeys that they lie in are counted too. ``month_from`` is how much
    of the whole a month needs to count in the trend.
    """

    name: str
    title: str
    question: str
    why: str
    unit: str
    bounds: Bounds
    says: str
    affects: tuple[Effect, ...]
    remedy: str
    query: str
    month_from: int = 30
