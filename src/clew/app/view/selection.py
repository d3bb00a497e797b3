"""Which journeys a person is looking at: a period and a few filters, the same on every screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from clew.journeys import EncodedBuild, EncodedJourneys, Words
from clew.model import UsageError


@dataclass(frozen=True)
class Selection:
    """Journeys that began in [since, until) and fit every filter that is set; an empty filter asks nothing.

    ``channel`` keeps journeys with a step on any of the channels, ``first_channel`` those that began on one.
    """

    since_us: int | None = None
    until_us: int | None = None
    channel: tuple[str, ...] = ()
    first_channel: tuple[str, ...] = ()
    issue: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    source: tuple[str, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked for."""
        return self == Selection()


def chosen_journeys(build: EncodedBuild, selection: Selection) -> NDArray[np.bool_]:
    """Say of each journey whether it is in the selection; UsageError names a filter's word that no journey has."""
    for field, words in _filters(selection):
        column = build.steps.channel if field == "channel" else getattr(build.journeys, field)
        for word in words:
            if column.code(word) < 0:
                raise UsageError(f'No journey here has the {field.replace("_", " ")} "{word}". Choose from the list.')
    return fitting(build.journeys, Touched(build.steps.journey, build.steps.channel), selection)


@dataclass(frozen=True)
class Touched:
    """Row i says that the journey in row ``journey[i]`` has a step on ``channel`` i; any of them may be said twice."""

    journey: NDArray[np.int32]
    channel: Words


def fitting(journeys: EncodedJourneys, touched: Touched, selection: Selection) -> NDArray[np.bool_]:
    """Say of each journey whether it is in the selection; none has a word that isn't there."""
    mask = np.ones(len(journeys), dtype=bool)
    if selection.since_us is not None:
        mask &= journeys.started_us >= selection.since_us
    if selection.until_us is not None:
        mask &= journeys.started_us < selection.until_us
    for field, words in _filters(selection):
        if field == "channel":
            on_one = np.zeros(len(journeys), dtype=bool)
            on_one[touched.journey[touched.channel.among(words)]] = True
            mask &= on_one
        else:
            mask &= getattr(journeys, field).among(words)
    return mask


def _filters(selection: Selection) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in fields(Selection):
        wanted = getattr(selection, field.name)
        if isinstance(wanted, tuple) and wanted:
            yield field.name, wanted
