"""The other ways in which journeys could as well have been cut, and where a build keeps its journeys cut so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from clew.model import MetricValue, Settings
from clew.store import Build, Warehouse


@dataclass(frozen=True)
class Boundaries:
    """One way to cut journeys: one talk goes on with another where that is likelier than ``likelier``.

    ``gap`` is how the longest pause of a journey changes, where labels and time decide rather than words.
    """

    name: Literal["finer", "coarser"]
    meaning: str
    likelier: float
    gap: float

    def settings(self, settings: Settings) -> Settings:
        """Return settings with the longest pause that these boundaries allow."""
        longest = settings.windows.journey_gap_days * self.gap
        return replace(settings, windows=replace(settings.windows, journey_gap_days=longest))


#: What is joined at 0.5 is kept apart where it isn't likelier than 0.8, and joined where it is likelier than 0.2.
FINER = Boundaries("finer", "what is doubtful begins a journey of its own", 0.8, 0.5)
COARSER = Boundaries("coarser", "what is doubtful goes on with an earlier journey", 0.2, 2.0)
OTHERS = (FINER, COARSER)
#: What numbers are made from.
TABLES = ("journeys", "handoffs")
#: The channels on which each journey has a step, for selecting: the steps themselves aren't kept.
TOUCHED = "touched"


@dataclass(frozen=True)
class ValueRange:
    """A metric as it stands, and as it would with each of the other plausible boundaries, by their names."""

    value: MetricValue
    others: dict[str, MetricValue]

    @property
    def known(self) -> list[float]:
        """The values that there are, in ascending order."""
        every = (self.value, *self.others.values())
        return sorted(each.value for each in every if each.value is not None)


def other_files(made: Build, boundaries: Boundaries) -> dict[str, str]:
    """Return the files of a build's journeys cut otherwise, by what they hold: beside its own, so they go when it goes."""
    return {name: f"{made.folder}/{name}-{boundaries.name}.parquet" for name in (*TABLES, TOUCHED)}


def is_cut(warehouse: Warehouse, made: Build, boundaries: Boundaries) -> bool:
    """Say whether the build's journeys are there as these boundaries cut them."""
    return all((warehouse.root / file).is_file() for file in other_files(made, boundaries).values())
