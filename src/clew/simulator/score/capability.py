"""What a capability is: a question about a system, the tables it takes to answer it, and how it is scored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clew.plugins import definitions_in
from clew.simulator.score.matched import Matched
from clew.simulator.score.row import Row


@dataclass(frozen=True)
class Capability:
    """One definition. ``place`` orders the scoreboard.

    ``needs`` names the tables of a submission without which there is nothing to score; ``score(matched)`` is only called
    when all of them are there, and returns the rows. ``planted(matched)`` returns the subjects that the truth holds, so
    that the scoreboard can say of each that nothing was submitted.
    """

    name: str
    title: str
    question: str
    place: int
    needs: tuple[str, ...]
    score: Callable[[Matched], list[Row]]
    planted: Callable[[Matched], list[str]] | None = None


def known_capabilities() -> list[Capability]:
    """Return the capabilities in the order of the scoreboard."""
    known = definitions_in("clew.simulator.score.capabilities", "CAPABILITY", Capability)
    return sorted(known.values(), key=lambda each: (each.place, each.name))
