"""A source that serves customers and never says that anything was resolved: its journeys have no end."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: The whole: journeys with a contact that have a message, call, form or note in the source, and whose end would be known by now.
#: Amiss, where the source never says resolved or closed, are those that no other source says it of.
_QUERY = """
WITH mute AS (
  SELECT source, NOT coalesce(bool_or(outcome IN ('resolved', 'closed')), false) AS is_mute
  FROM interactions GROUP BY source HAVING bool_or(kind IN ('message', 'call', 'form', 'note'))
), touched AS (
  SELECT source, journey_id, min(interaction_id) AS example
  FROM steps JOIN (SELECT interaction_id, source FROM interactions WHERE kind IN ('message', 'call', 'form', 'note'))
    USING (interaction_id)
  GROUP BY ALL
)
SELECT touched.source, '' AS part, started_us AS at_us, 1 AS "of", example, NULL AS detail,
  (is_mute AND first_resolved_us IS NULL AND coalesce(outcome NOT IN ('resolved', 'closed'), true))::INT AS n
FROM touched JOIN mute ON mute.source = touched.source JOIN journeys USING (journey_id) WHERE contacts > 0 AND NOT coalesce(censored, false)
"""

CHECK = QualityCheck(
    name="outcomes_never_told",
    title="outcomes never told",
    question="Does a source that serves customers ever say that something was resolved or closed?",
    why="What isn't told can't be measured: resolution is known only of the journeys that other sources tell the end of.",
    unit="journeys",
    bounds=Bounds(note=0.0, warn=0.0, bad=0.5),
    says="This source never says resolved or closed; {n} of {of} journeys through it ({share}) have no known end.",
    affects=(
        Effect("first_contact_resolution", "leaves those journeys out"),
        Effect("time_to_resolution", "knows only that they took at least so long"),
        Effect("reopen_rate", "leaves them out"),
    ),
    remedy="Map a status or disposition column of {source} as outcome, with its words under [values] in the mapping.",
    query=_QUERY,
)
