"""The paths through channels of a session's tables: variants with their share, and what follows what after how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from clew.journeys.encoded import words_of
from clew.journeys.paths import grouped, grouped_medians, paths_of, service_steps, waits_us

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

SECOND_US = 1_000_000
START, END = "(start)", "(end)"


@dataclass(frozen=True)
class PathVariant:
    """One path through channels (repeats in a row count once) and the journeys that take it.

    ``resolved_share`` is of the journeys that ended and tell how (``told``: neither open nor silent); None where there is none.
    """

    path: tuple[str, ...]
    journeys: int
    share: float
    median_duration_seconds: float
    resolved_share: float | None
    told: int


@dataclass(frozen=True)
class Transition:
    """How often one channel follows another in journeys' steps, and the median wait between the two in seconds."""

    from_channel: str
    to_channel: str
    n: int
    median_wait_seconds: float | None


def variants(connection: duckdb.DuckDBPyConnection) -> list[PathVariant]:
    """Return every path with its journeys, most travelled first; shares sum to 1.

    Paths hold service steps only (no ratings, orders, campaigns, payments, look-ups); a journey without any has the
    empty path.
    """
    rows = _steps(connection, "channel", "party", "kind")
    channels, first = words_of(rows["channel"]), _first(rows)
    if len(first) == 1:
        return []
    found = grouped(paths_of(channels, first, service_steps(words_of(rows["party"]), words_of(rows["kind"]))))
    duration, resolved, told = _ends(connection)
    sizes = np.bincount(found.variant)
    solved, known = np.bincount(found.variant, weights=resolved), np.bincount(found.variant, weights=told)
    medians = grouped_medians(duration, found.variant)
    return [
        PathVariant(
            tuple(channels.names[code] for code in found.code[found.first[number] : found.first[number + 1]]),
            int(sizes[number]),
            float(sizes[number] / len(found.variant)),
            float(medians[number]),
            float(solved[number] / known[number]) if known[number] else None,
            int(known[number]),
        )
        for number in np.argsort(-sizes, kind="stable")
    ]


def transitions(connection: duckdb.DuckDBPyConnection) -> list[Transition]:
    """Return how channels follow each other, step by step, with ``(start)`` and ``(end)``, most frequent first.

    Every journey starts and ends once, and every step but the first is reached by one transition.
    """
    rows = _steps(connection, "channel", "occurred_us", "wait_before_us")
    channels, first = words_of(rows["channel"]), _first(rows)
    if len(first) == 1:
        return []
    paths = paths_of(channels, first, repeats_once=False)
    waits = waits_us(paths, rows["occurred_us"].to_numpy(), rows["wait_before_us"].fill_null(-1).to_numpy())
    names = (*channels.names, START, END)
    start, end = len(channels.names), len(channels.names) + 1
    source = np.where(paths.before < 0, start, np.roll(paths.code, 1))
    pair = np.concatenate(
        [source * len(names) + paths.code, paths.code[first[1:] - 1].astype(np.int64) * len(names) + end]
    )
    waited = np.concatenate([waits, np.full(len(paths), -1)]) / SECOND_US
    known, number, n = np.unique(pair, return_inverse=True, return_counts=True)
    medians = grouped_medians(waited, number.reshape(-1))
    found = [
        Transition(
            names[at // len(names)],
            names[at % len(names)],
            int(n[edge]),
            float(medians[edge]) if medians[edge] >= 0 else None,
        )
        for edge, at in enumerate(known.tolist())
    ]
    return sorted(found, key=lambda each: (-each.n, each.from_channel, each.to_channel))


def _steps(connection: duckdb.DuckDBPyConnection, *columns: str) -> pa.Table:
    """Return columns of the steps and where journeys open, in the order of journeys' ids and positions."""
    listed = ", ".join(columns)
    return connection.sql(
        f"SELECT {listed}, position = 0 AS opens FROM steps ORDER BY journey_id, position"
    ).to_arrow_table()


def _first(steps: pa.Table) -> NDArray[np.int64]:
    opens = steps["opens"].to_numpy()
    return np.append(np.flatnonzero(opens), len(opens))


def _ends(connection: duckdb.DuckDBPyConnection) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return each journey's duration in seconds, whether it was resolved, and whether anything tells how it ended.

    In the order of journey ids.
    """
    rows = connection.execute(
        f"SELECT (ended_us - started_us) / {SECOND_US} AS duration, outcome = 'resolved' AS resolved, "
        "outcome NOT IN ('open', 'unknown') AS told "
        "FROM journeys ORDER BY journey_id"
    ).fetchnumpy()
    return rows["duration"], rows["resolved"], rows["told"]
