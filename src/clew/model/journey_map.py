"""The journey map as a document of plain values: what every picture, page and printout of it is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "thin", "withheld", "immature", "empty"]


@dataclass(frozen=True)
class MetricValue:
    """One measured number with what it rests on.

    ``value`` is in ``unit`` ("ratio", "seconds", "count"); ``low`` and ``high`` bound the 95 % interval; ``n`` counts what
    was measured. ``state``: thin below n = 30, withheld below 5 (value is None), empty when there is nothing to measure;
    ``reason`` says why in a sentence whenever the state isn't ok, and may add what was left out when it is.
    """

    name: str
    title: str
    value: float | None
    unit: str
    n: int
    low: float | None
    high: float | None
    state: State
    reason: str
    question: str = ""
    better: Literal["higher", "lower", "neither"] = "neither"
    immature: int = 0


@dataclass(frozen=True)
class Entry:
    """One line in a cell: what, its share of the cell's whole (0..1), how many, and a short remark ("median wait 3 h")."""

    label: str
    n: int
    share: float
    remark: str = ""
    is_other: bool = False


@dataclass(frozen=True)
class Cell:
    """Where a lane meets a stage; ``of`` names what the shares are shares of; an empty cell says why."""

    stage: str
    entries: tuple[Entry, ...]
    of: str
    empty_reason: str = ""
    metrics: tuple[MetricValue, ...] = ()


@dataclass(frozen=True)
class Lane:
    """A row of the map: ``kind`` is channels, touchpoints, waits, handoffs, outcomes or metrics."""

    kind: str
    title: str
    question: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class StageColumn:
    """A column of the map: how many journeys reach it, and how many steps they take in it."""

    name: str
    title: str
    journeys: int
    share: float
    steps: int


@dataclass(frozen=True)
class Matrix:
    """Handoffs from channel (row) to channel (column); the diagonal holds changes of party within one channel.

    ``counts[i][j]`` handoffs and ``median_wait_seconds[i][j]`` (None below five waits); every handoff is in one cell.
    """

    channels: tuple[str, ...]
    titles: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]
    median_wait_seconds: tuple[tuple[float | None, ...], ...]
    total: int


@dataclass(frozen=True)
class Variant:
    """One path through channels that journeys take; ``is_other`` gathers all the rest so that shares sum to 1.

    ``resolved_share`` is of the ``told`` journeys: those that ended and tell how. It is None below five of them, and so is
    the median of fewer than five journeys.
    """

    path: tuple[str, ...]
    n: int
    share: float
    median_duration_seconds: float | None
    resolved_share: float | None
    told: int
    is_other: bool = False
    distinct_paths: int = 1


@dataclass(frozen=True)
class SourceLine:
    """One source's ledger on the map: received = stored + duplicate + quarantined + refused."""

    source: str
    received: int
    stored: int
    duplicate: int
    quarantined: int
    refused: int
    interactions: int


@dataclass(frozen=True)
class JourneyMap:
    """The living map at one moment: header, stages, lanes, matrix, variants, ledger and what was assumed.

    ``selection`` says in a sentence which journeys it is of; empty where it is of all. ``sources`` are the workspace's.
    """

    title: str
    workspace: str
    made_at: str
    selection: str
    first_us: int | None
    last_us: int | None
    interactions: int
    customers: int
    journeys: int
    stages: tuple[StageColumn, ...]
    lanes: tuple[Lane, ...]
    headline: tuple[MetricValue, ...]
    matrix: Matrix
    variants: tuple[Variant, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[str, ...]
