"""Counts what detectors found: how often, on which share of journeys, how bad, and which decision it supports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb
import numpy as np

from clew.model import Settings
from clew.pain_points.detector import Detector
from clew.pain_points.share import journey_share


@dataclass(frozen=True)
class Tally:
    """One detector's findings over a build's journeys.

    ``found`` is None where it wasn't looked for, ``share`` (of journeys with one at least) and its 95 % interval where there
    are too few journeys; ``reason`` then says why. ``amount`` is the median in the detector's unit, NULL where there is none.
    """

    detector: Detector
    found: int | None
    journeys: int | None
    of_journeys: int
    share: float | None
    low: float | None
    high: float | None
    severity: float | None
    amount: float | None
    reason: str = ""


_FOUND = """
SELECT detector, count(*), count(DISTINCT journey_id), avg(severity), median(amount) FROM pain_points GROUP BY detector
"""
#: One row a customer: journeys, and of those the ones on which the detector found something.
_BY_CUSTOMER = """
SELECT dense_rank() OVER (ORDER BY customer_id) - 1 AS customer, f.journey_id IS NOT NULL AS hurt
FROM journeys j LEFT JOIN (SELECT DISTINCT journey_id FROM pain_points WHERE detector = $1) f USING (journey_id)
ORDER BY j.journey_id
"""


def tally(connection: duckdb.DuckDBPyConnection, detectors: Iterable[Detector], settings: Settings) -> list[Tally]:
    """Return each detector's tally over the session's journeys: the most journeys times severity first."""
    counted = {name: row for name, *row in connection.execute(_FOUND).fetchall()}
    ((of_journeys,),) = connection.execute("SELECT count(*) FROM journeys").fetchall()
    lines = [_line(connection, each, counted.get(each.name), of_journeys, settings) for each in detectors]
    return sorted(lines, key=lambda line: (-(line.journeys or 0) * (line.severity or 0.0), line.detector.name))


def _line(
    connection: duckdb.DuckDBPyConnection, detector: Detector, row: list[float] | None, of: int, settings: Settings
) -> Tally:
    missing = detector.not_looked_for(settings)
    if missing:
        return Tally(detector, None, None, of, None, None, None, None, None, missing)
    columns = connection.execute(_BY_CUSTOMER, [detector.name]).fetchnumpy()
    hurt, customers = np.asarray(columns["hurt"], dtype=np.bool_), np.asarray(columns["customer"], dtype=np.int64)
    share = journey_share(detector.name, detector.title, hurt, customers)
    found, journeys, severity, amount = row or (0, 0, None, None)
    if share.value is None:
        severity = amount = None
    return Tally(
        detector, int(found), int(journeys), of, share.value, share.low, share.high, severity, amount, share.reason
    )
