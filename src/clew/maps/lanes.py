"""The map's lanes: what each of them counts in a column, and under which names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from clew.journeys import EncodedBuild
from clew.maps.columns import Columns, pairs, touchpoints
from clew.maps.titles import channel_title, doing_title, ending_title, handoff_title, touchpoint_title

if TYPE_CHECKING:
    from numpy.typing import NDArray

SECOND_US = 1_000_000
WAITS = (
    (60, "under a minute"),
    (3600, "a minute to an hour"),
    (86_400, "an hour to a day"),
    (604_800, "a day to a week"),
    (None, "over a week"),
)
#: What stands before the stage in the key of a leaving that goes on, so that no ending is taken for a stage.
ONWARD = ">"


@dataclass(frozen=True)
class Things:
    """What a lane counts, one row each, journey by journey: the step it is at, and its entry; ``wait_us`` is -1 where none is known.

    An entry's key is stable (``chat``, ``chat|asks about a bill``, ``chat>phone``); its title is what the map says.
    """

    step: NDArray[np.int64]
    entry: NDArray[np.int32]
    keys: tuple[str, ...]
    titles: tuple[str, ...]
    wait_us: NDArray[np.int64] | None = None


@dataclass(frozen=True)
class LaneDefinition:
    """One lane: its question, what it counts (``unit`` in the singular), and how.

    ``shown`` entries of a cell stand by themselves; ``ranked`` is false where they have an order of their own, and all stand.
    ``empty`` is the reason in a cell without any, ``unsettled`` the entry that will still turn into another one. ``says`` defines what is counted, for whoever doubts a number.
    """

    kind: str
    title: str
    question: str
    unit: str
    says: str
    things: Callable[[EncodedBuild, Columns], Things]
    shown: int = 5
    ranked: bool = True
    empty: str = ""
    unsettled: str = ""

    @property
    def empty_reason(self) -> str:
        """Why a cell of this lane has nothing to show."""
        return self.empty or f"no {self.unit} in this stage"


def channels(build: EncodedBuild, _columns: Columns) -> Things:
    """Return all steps by their channel."""
    channel = build.steps.channel
    titles = tuple(channel_title(name) for name in channel.names)
    return Things(np.arange(len(channel.codes)), channel.codes, channel.names, titles)


def happenings(build: EncodedBuild, _columns: Columns) -> Things:
    """Return all steps by their touchpoint."""
    codes, keys = touchpoints(build)
    return Things(np.arange(len(codes)), codes, keys, tuple(touchpoint_title(key) for key in keys))


def doings(build: EncodedBuild, _columns: Columns) -> Things:
    """Return the customers' own steps by channel and kind."""
    steps = build.steps
    codes, keys = pairs(steps.channel, steps.kind, "|")
    own = np.flatnonzero(steps.party.codes == steps.party.code("customer"))
    return Things(own, codes[own], keys, tuple(doing_title(key) for key in keys))


def waits(build: EncodedBuild, _columns: Columns) -> Things:
    """Return the quiet before each step that follows another one, by its length."""
    wait_us = build.steps.wait_before_us
    after = np.flatnonzero(wait_us >= 0)
    limits = [limit * SECOND_US for limit, _ in WAITS if limit]
    bucket = np.searchsorted(limits, wait_us[after], side="right").astype(np.int32)
    return Things(after, bucket, tuple(str(place) for place in range(len(WAITS))), tuple(title for _, title in WAITS))


def handoffs(build: EncodedBuild, _columns: Columns) -> Things:
    """Return the handoffs, at the step in which the thread arrives, by the channels they lead from and to."""
    found = build.handoffs
    codes, keys = pairs(found.from_channel, found.to_channel, ">")
    at = build.steps.first[found.journey] + found.position
    return Things(at, codes, keys, tuple(handoff_title(key) for key in keys), found.wait_us)


def leavings(build: EncodedBuild, columns: Columns) -> Things:
    """Return each journey's last step in each column it comes to, by the stage that follows or how the journey ends."""
    steps, outcome = build.steps, build.journeys.outcome
    last = _last_of_journey_and_column(steps.journey, columns)
    onward = np.append(steps.journey[1:] == steps.journey[:-1], False)[last]
    following = steps.stage.codes[np.minimum(last + 1, len(steps.journey) - 1)]
    ending = len(steps.stage.names) + outcome.codes[steps.journey[last]]
    return Things(
        last,
        np.where(onward, following, ending).astype(np.int32),
        (*(ONWARD + stage for stage in steps.stage.names), *outcome.names),
        (
            *(f"goes on to {columns.stage_titles.get(stage, stage)}" for stage in steps.stage.names),
            *(ending_title(name) for name in outcome.names),
        ),
    )


def _last_of_journey_and_column(journey: NDArray[np.int32], columns: Columns) -> NDArray[np.int64]:
    """Return the row of the last step in each column of each journey, in the order of rows."""
    width = len(columns) + 1
    slots = np.full((int(journey[-1]) + 1 if len(journey) else 0) * width, -1, dtype=np.int64)
    # Rows come by journey and position, and of several writes to one slot numpy keeps the last.
    slots[journey.astype(np.int64) * width + columns.of_step] = np.arange(len(journey))
    last = slots.reshape(-1, width)[:, :-1].ravel()
    return np.sort(last[last >= 0])


LANES: tuple[LaneDefinition, ...] = (
    LaneDefinition(
        *("channels", "Channels", "Where do customers and the company meet?", "step"),
        "Every step that stands in the column, by the channel it was on.",
        channels,
    ),
    LaneDefinition(
        *("touchpoints", "Touchpoints", "What happens there?", "step"),
        "Every step that stands in the column, by its channel and what happened there.",
        happenings,
    ),
    LaneDefinition(
        *("doing", "What customers do", "What do customers have to do?", "customer's step"),
        "Every step that the customer took, by what they did on which channel.",
        doings,
    ),
    LaneDefinition(
        *("waits", "Waits", "How long is it quiet before the next step?", "wait"),
        "Every step that follows another one of its journey, by how long it had been quiet before it.",
        waits,
        ranked=False,
        empty="no step here follows another one",
    ),
    LaneDefinition(
        *("handoffs", "Handoffs", "Where does the thread change hands?", "handoff"),
        "Every change of channel or of the answering party, in the column where the thread arrives.",
        handoffs,
    ),
    LaneDefinition(
        *("outcomes", "Leaving", "How do journeys leave this stage?", "journey"),
        "Every journey that came here, by what followed its last step here: another stage, or its end.",
        leavings,
        shown=7,
        unsettled="open",
    ),
)
#: The lane of metrics stands below the counted ones.
METRIC_LANE = ("metrics", "Metrics", "How well does it go for journeys that get here?")
