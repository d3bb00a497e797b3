"""The list of journeys behind a number: who, what about, how long, over which channels, and how it ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from clew.app.moments import shown_moment
from clew.app.view.behind_number import Found
from clew.app.view.customers.topics import topic_of
from clew.app.view.view import View
from clew.journeys import Paths, Words, paths_of, service_steps

#: What a list can be sorted by; with a minus the latest, longest or most comes first.
Sort = Literal[
    "started",
    "-started",
    "duration",
    "-duration",
    "steps",
    "-steps",
    "contacts",
    "-contacts",
    "handoffs",
    "-handoffs",
    "times",
    "-times",
]
#: So many channels of a path are told; the rest are counted.
TOLD_CHANNELS = 12
SECOND_US = 1_000_000


@dataclass(frozen=True)
class JourneyRow:
    """One journey as lists show it; moments in microseconds since 1970, empty words for what was not said.

    ``channels`` are those of its service steps in their order, repeats in a row once; ``channels_left_out`` counts those
    after the first twelve. ``times`` says how often the journey holds what the number counts.
    """

    journey_id: str
    customer_id: str
    identified: bool
    issue: str
    started_us: int
    ended_us: int
    first_channel: str
    last_channel: str
    channels: tuple[str, ...]
    channels_left_out: int
    steps: int
    contacts: int
    handoffs: int
    outcome: str
    times: int
    topic: str = ""

    @property
    def duration_seconds(self) -> float:
        """How long it went on."""
        return (self.ended_us - self.started_us) / SECOND_US

    def started_at(self, zone: ZoneInfo) -> str:
        """Return when it began, as ISO 8601 has it."""
        return shown_moment(self.started_us, zone)

    def ended_at(self, zone: ZoneInfo) -> str:
        """Return the moment of its last step, as ISO 8601 has it."""
        return shown_moment(self.ended_us, zone)


@dataclass(frozen=True)
class JourneyList:
    """The journeys behind a number in the order asked for: ``at[i]`` is the view's row of the i-th.

    ``occurrences`` is how often the chosen journeys hold what the number counts: the number itself, or its n.
    """

    at: NDArray[np.int32]
    times: NDArray[np.int64] | None
    occurrences: int

    def __len__(self) -> int:
        """Count the journeys."""
        return len(self.at)


def journey_list(view: View, chosen: NDArray[np.bool_], found: Found | None, sort: Sort = "-started") -> JourneyList:
    """Return the chosen journeys that hold what was ``found`` (None: all of them); ties stand by their place in the view."""
    times = None if found is None else found.times
    rows = np.flatnonzero(chosen if times is None else chosen & (times > 0))
    keys = _keys(view, times, sort.removeprefix("-"))[rows]
    order = np.argsort(-keys if sort.startswith("-") else keys, kind="stable")
    return JourneyList(rows[order].astype(np.int32), times, len(rows) if times is None else int(times[rows].sum()))


def journey_rows(view: View, listed: JourneyList, start: int = 0, stop: int | None = None) -> Iterator[JourneyRow]:
    """Yield the rows ``start`` to ``stop`` of a list."""
    journeys = view.journeys
    paths = _paths(view)
    for at in listed.at[start:stop].tolist():
        channels, left_out = _path(paths, at)
        yield JourneyRow(
            journey_id=journeys.journey_id[at].as_py(),
            customer_id=_word(journeys.customer, at),
            identified=bool(journeys.identified[at]),
            issue=_word(journeys.issue, at),
            topic=topic_of(view, at),
            started_us=int(journeys.started_us[at]),
            ended_us=int(journeys.ended_us[at]),
            first_channel=_word(journeys.first_channel, at),
            last_channel=_word(journeys.last_channel, at),
            channels=channels,
            channels_left_out=left_out,
            steps=int(journeys.steps[at]),
            contacts=int(journeys.contacts[at]),
            handoffs=int(journeys.handoffs[at]),
            outcome=_word(journeys.outcome, at),
            times=1 if listed.times is None else int(listed.times[at]),
        )


def _keys(view: View, times: NDArray[np.int64] | None, key: str) -> NDArray[np.int64]:
    journeys = view.journeys
    if key == "started":
        return journeys.started_us
    if key == "duration":
        return journeys.ended_us - journeys.started_us
    if key == "times":
        return np.ones(len(journeys), dtype=np.int64) if times is None else times
    return {"steps": journeys.steps, "contacts": journeys.contacts, "handoffs": journeys.handoffs}[key]


def _paths(view: View) -> Paths:
    """Return the path of service steps that every journey takes through channels."""
    steps = view.steps
    return view.remembered(
        "channel paths", lambda: paths_of(steps.channel, steps.first, service_steps(steps.party, steps.kind))
    )


def _path(paths: Paths, at: int) -> tuple[tuple[str, ...], int]:
    codes = paths.code[paths.first[at] : paths.first[at + 1]].tolist()
    return tuple(paths.words[code] for code in codes[:TOLD_CHANNELS]), max(0, len(codes) - TOLD_CHANNELS)


def _word(words: Words, at: int) -> str:
    return words.names[int(words.codes[at])]
