"""One measured figure of the web application, its aim, and how all of them are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """What was measured: median and slowest of ``times`` tries in ``unit``, the most it may be, and a floor in the same run.

    ``floor`` is what the plainest way takes (one SQL query, an empty answer), so that the ratio says what Clew adds.
    """

    name: str
    median: float
    worst: float
    unit: str
    times: int
    most: float | None
    floor: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether the slowest is above the aim."""
        return self.most is not None and self.worst > self.most


def missed(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that miss their aim."""
    return [each for each in figures if each.is_missed]


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as lines of text."""
    lines = [f"{'what':<44}{'median':>10}{'worst':>10}{'aim':>9}{'floor':>9}{'ratio':>8}  unit"]
    for each in figures:
        aim = f"{each.most:,.0f}" if each.most is not None else ""
        floor = f"{each.floor:,.1f}" if each.floor else ""
        ratio = f"{each.median / each.floor:.2f}" if each.floor else ""
        mark = "  MISSED" if each.is_missed else ""
        lines.append(
            f"{each.name:<44}{each.median:>10,.1f}{each.worst:>10,.1f}{aim:>9}{floor:>9}{ratio:>8}  {each.unit}{mark}"
        )
    bad = missed(figures)
    lines.append(
        f"{len(figures)} figures, {len(bad)} above their aim" + (f": {', '.join(b.name for b in bad)}" if bad else "")
    )
    return "\n".join(lines)
