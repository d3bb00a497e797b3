"""All findings of a build as columns in memory: which detector, on which journey, at which step, how bad."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clew.app.view.view import View
from clew.pain_points import known_detectors

#: What no detector of this Clew finds (another one made the build) has no line, and isn't read.
_QUERY = """
SELECT row, code, position, severity, amount, since_position, start_char, end_char FROM pain_points
JOIN pain_point_journeys USING (journey_id) JOIN pain_point_names USING (detector)
"""


@dataclass(frozen=True)
class FoundPoints:
    """One row a finding, the latest first; ``detector[i]`` is a place in ``names``, ``journey`` and ``step`` are the view's rows.

    ``amount`` is NaN and ``since_position``, ``start_char``, ``end_char`` are -1 where there is none.
    """

    names: tuple[str, ...]
    detector: NDArray[np.int32]
    journey: NDArray[np.int32]
    step: NDArray[np.int64]
    severity: NDArray[np.float64]
    amount: NDArray[np.float64]
    since_position: NDArray[np.int64]
    start_char: NDArray[np.int64]
    end_char: NDArray[np.int64]

    def of(self, detector: str) -> NDArray[np.bool_]:
        """Say of each finding whether this detector made it."""
        return self.detector == (self.names.index(detector) if detector in self.names else -1)


def found_points(view: View) -> FoundPoints:
    """Return the build's findings."""
    return view.remembered("pain points", lambda: _read(view))


def _read(view: View) -> FoundPoints:
    import pyarrow as pa

    names = tuple(known_detectors())
    journeys = pa.table({"journey_id": view.journeys.journey_id, "row": np.arange(len(view.journeys))})
    with view.session() as session:
        session.register("pain_point_journeys", journeys)
        session.register("pain_point_names", pa.table({"detector": names, "code": np.arange(len(names))}))
        columns = session.execute(_QUERY).fetchnumpy()
        session.unregister("pain_point_journeys")
        session.unregister("pain_point_names")

    def whole(name: str) -> NDArray[np.int64]:
        return np.asarray(np.ma.filled(columns[name], -1), dtype=np.int64)

    def decimal(name: str) -> NDArray[np.float64]:
        return np.asarray(np.ma.filled(columns[name], np.nan), dtype=np.float64)

    journey, detector = whole("row"), whole("code")
    step = view.steps.first[journey] + whole("position")
    order = np.lexsort((detector, step, -view.steps.occurred_us[step]))
    return FoundPoints(
        names,
        detector[order].astype(np.int32),
        journey[order].astype(np.int32),
        step[order],
        decimal("severity")[order],
        decimal("amount")[order],
        whole("since_position")[order],
        whole("start_char")[order],
        whole("end_char")[order],
    )
