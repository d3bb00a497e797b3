"""The paths journeys take through channels: variants with their share, and what follows what after how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb

from clew.journeys.place import NOT_SERVICE_KINDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SECOND_US = 1_000_000
START, END = "(start)", "(end)"


@dataclass(frozen=True)
class PathVariant:
    """One path through channels (repeats in a row count once) and the journeys that take it.

    ``resolved_share`` is of the journeys of which something tells how they ended (``told``); None where there is none.
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
    empty path. Works on integers: channels are coded, a path is hashed by position, equal hashes are one variant.
    """
    import numpy as np

    channels, coded, starts = _coded_steps(connection)
    if not len(starts):
        return []
    journey = np.cumsum(starts) - 1
    count = int(journey[-1]) + 1
    keep = coded >= 0
    journey, coded = journey[keep], coded[keep]
    changed = np.ones(len(coded), dtype=bool)
    changed[1:] = (coded[1:] != coded[:-1]) | (journey[1:] != journey[:-1])
    journey, coded = journey[changed], coded[changed]
    first = np.searchsorted(journey, np.arange(count))
    length = np.bincount(journey, minlength=count)
    hashes = _hashes(coded, journey, first, count)
    _, example, variant = np.unique(hashes, return_index=True, return_inverse=True)
    duration, resolved, told = _ends(connection)
    sizes = np.bincount(variant)
    solved, known = np.bincount(variant, weights=resolved), np.bincount(variant, weights=told)
    medians = _grouped_medians(duration, variant)
    found = [
        PathVariant(
            tuple(channels[code] for code in coded[first[journey_at] : first[journey_at] + length[journey_at]]),
            int(sizes[number]),
            float(sizes[number] / count),
            float(medians[number]),
            float(solved[number] / known[number]) if known[number] else None,
            int(known[number]),
        )
        for number, journey_at in enumerate(example)
    ]
    return sorted(found, key=lambda each: (-each.journeys, each.path))


def transitions(connection: duckdb.DuckDBPyConnection) -> list[Transition]:
    """Return how channels follow each other, step by step, with ``(start)`` and ``(end)``, most frequent first.

    Every journey starts and ends once, and every step but the first is reached by one transition.
    """
    rows = connection.execute(
        f"""WITH walked AS (
          SELECT channel, position, wait_before_us, lag(channel) OVER w AS before, lead(channel) OVER w IS NULL AS last
          FROM steps WINDOW w AS (PARTITION BY journey_id ORDER BY position)
        )
        SELECT CASE WHEN position = 0 THEN '{START}' ELSE before END, channel, count(*),
          median(wait_before_us) / {SECOND_US} FROM walked GROUP BY ALL
        UNION ALL SELECT channel, '{END}', count(*), NULL FROM walked WHERE last GROUP BY ALL
        ORDER BY 3 DESC, 1, 2"""
    ).fetchall()
    return [Transition(*row) for row in rows]


def _coded_steps(
    connection: duckdb.DuckDBPyConnection,
) -> tuple[list[str], NDArray[np.int16], NDArray[np.bool_]]:
    """Return the channels by code, each step's code (-1 = no service step) and where journeys start, in path order."""
    channels = [row[0] for row in connection.execute("SELECT DISTINCT channel FROM steps ORDER BY channel").fetchall()]
    codes = " ".join(f"WHEN ? THEN {code}" for code in range(len(channels)))
    other = ", ".join(f"'{kind}'" for kind in NOT_SERVICE_KINDS)
    rows = connection.execute(
        f"""SELECT CAST(CASE WHEN party = 'system' OR kind IN ({other}) THEN -1
            ELSE CASE channel {codes or "WHEN NULL THEN 0"} END END AS SMALLINT) AS code, position = 0 AS starts
        FROM steps ORDER BY journey_id, position""",
        channels,
    ).fetchnumpy()
    return channels, rows["code"], rows["starts"]


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


def _hashes(
    coded: NDArray[np.int16], journey: NDArray[np.int64], first: NDArray[np.int64], count: int
) -> NDArray[np.uint64]:
    """Return one 64-bit hash a journey: the sum of a fixed random word for each (position, code) of its path."""
    import numpy as np

    place = np.arange(len(coded)) - first[journey]
    deepest = int(place.max()) + 1 if len(place) else 1
    words = np.random.default_rng(20_240_229).integers(1, 2**63, size=(deepest, int(coded.max(initial=0)) + 1))
    hashes = np.zeros(count, dtype=np.uint64)
    np.add.at(hashes, journey, words[place, coded].astype(np.uint64))
    return hashes


def _grouped_medians(values: NDArray[np.float64], group: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the median of the values of each group (numbered from 0, none empty)."""
    import numpy as np

    order = np.lexsort((values, group))
    values, group = values[order], group[order]
    sizes = np.bincount(group)
    start = np.cumsum(sizes) - sizes
    return (values[start + (sizes - 1) // 2] + values[start + sizes // 2]) / 2
