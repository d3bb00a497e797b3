"""Answers where it hurts: what each detector found in a workspace, and the findings of one with their places."""

from __future__ import annotations

from collections.abc import Iterator

from clew.app.building import build
from clew.app.reporting import Row, rows_of, silent
from clew.app.workspace import Tell, Workspace
from clew.model import UsageError
from clew.pain_points import Detector, Tally, known_detectors, tally


def detector_named(name: str) -> Detector:
    """Return the detector; UsageError names the known ones."""
    known = known_detectors()
    if name not in known:
        raise UsageError(f'No detector "{name}". Known: {", ".join(known)}.')
    return known[name]


def pain_point_tallies(workspace: Workspace, tell: Tell = silent) -> list[Tally]:
    """Return what each detector found, the most journeys times severity first."""
    build(workspace, tell)
    with workspace.session() as connection:
        return tally(connection, known_detectors().values(), workspace.settings)


_FINDINGS = """
SELECT p.journey_id, p.customer_id, p.position, s.occurred_us, s.channel, s.touchpoint, p.interaction_id, p.since_position,
  p.severity, p.amount, p.start_char, p.end_char
FROM pain_points p JOIN steps s USING (journey_id, position)
WHERE p.detector = $1 ORDER BY s.occurred_us DESC, p.journey_id, p.position LIMIT $2
"""


def findings_of(workspace: Workspace, name: str, limit: int | None = None, tell: Tell = silent) -> Iterator[Row]:
    """Give one detector's findings as plain rows, the most recent first, each with its journey, step and characters."""
    detector_named(name)
    build(workspace, tell)
    with workspace.session() as connection:
        query = f"SELECT * REPLACE (strftime(make_timestamp(occurred_us), '%Y-%m-%dT%H:%M:%SZ') AS occurred_us) FROM ({_FINDINGS})"
        rows = connection.execute(query, [name, limit if limit is not None else 2**62])
        for row in rows_of(rows):
            yield {("at" if key == "occurred_us" else key): value for key, value in row.items()}
