"""What the report says: findings with their numbers and trend, and what was looked at in each source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["bad", "warn", "note"]
Direction = Literal["rising", "falling", "steady", "unknown"]
#: Worst first.
SEVERITIES: tuple[Severity, ...] = ("bad", "warn", "note")
DIRECTIONS: tuple[Direction, ...] = ("rising", "falling", "steady", "unknown")


@dataclass(frozen=True)
class Month:
    """One month (``2026-03``, UTC) of a finding; ``counts`` says whether its whole is large enough for the trend."""

    month: str
    n: int
    of: int
    counts: bool


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a source: ``n`` of ``of``, by month, what it does, and what to do.

    ``examples`` are ids of interactions or records, at most five. ``journeys`` of ``all_journeys`` hold what was found; None
    where the finding isn't about interactions. ``does`` is a sentence for each metric or table in ``affects``.
    """

    check: str
    title: str
    source: str
    part: str
    severity: Severity
    unit: str
    n: int
    of: int
    trend: tuple[Month, ...]
    direction: Direction
    examples: tuple[str, ...]
    journeys: int | None
    all_journeys: int
    says: str
    does: tuple[str, ...]
    affects: tuple[str, ...]
    remedy: str

    @property
    def share(self) -> float:
        """``n`` of ``of`` as a ratio."""
        return self.n / self.of


@dataclass(frozen=True)
class SourceTotals:
    """What was looked at in one source, and how many findings there are of each severity."""

    source: str
    interactions: int
    records: int
    bad: int
    warn: int
    note: int

    @property
    def found_nothing(self) -> bool:
        """Whether no check had anything to say."""
        return self.bad + self.warn + self.note == 0


@dataclass(frozen=True)
class Report:
    """Findings, worst first, and every source, also those without a finding; ``checks`` is how many were made."""

    findings: tuple[Finding, ...]
    sources: tuple[SourceTotals, ...]
    checks: int
