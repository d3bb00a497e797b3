"""Which journeys a person is looking at: a period and a few filters, the same on every screen."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from clew.journeys import EncodedBuild
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
    journeys = build.journeys
    mask = np.ones(len(journeys), dtype=bool)
    if selection.since_us is not None:
        mask &= journeys.started_us >= selection.since_us
    if selection.until_us is not None:
        mask &= journeys.started_us < selection.until_us
    for field in fields(Selection):
        wanted = getattr(selection, field.name)
        if not isinstance(wanted, tuple) or not wanted:
            continue
        column = build.steps.channel if field.name == "channel" else getattr(journeys, field.name)
        for word in wanted:
            if column.code(word) < 0:
                raise UsageError(
                    f'No journey here has the {field.name.replace("_", " ")} "{word}". Choose from the list.'
                )
        if field.name == "channel":
            touched = np.zeros(len(journeys), dtype=bool)
            touched[build.steps.journey[column.among(wanted)]] = True
            mask &= touched
        else:
            mask &= column.among(wanted)
    return mask
