"""One line of the scoreboard: what was scored, the numbers with their intervals, what they rest on, and why some are missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["scored", "not submitted", "nothing planted"]


@dataclass(frozen=True)
class Measure:
    """A number by its name; ``low`` and ``high`` bound the 95 % bootstrap interval. None = can't be told."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Row:
    """A subject (a method, a friction, a metric) with its measures; ``n`` counts what was scored, ``note`` says of what.

    A row that isn't scored has no measures, and its note says why and what would change that.
    """

    subject: str
    measures: tuple[Measure, ...] = ()
    n: int = 0
    note: str = ""
    state: State = "scored"

    def measure(self, name: str) -> Measure:
        """Return the measure of this name; one without a value where the row has none."""
        return next((each for each in self.measures if each.name == name), Measure(name, None))
