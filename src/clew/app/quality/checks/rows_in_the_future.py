"""Rows dated after the moment they were imported: a zone or a day and month was read wrongly."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

CHECK = QualityCheck(
    name="rows_in_the_future",
    title="rows from the future",
    question="How many rows happened later than they were imported?",
    why="Clocks differ by minutes; more means a wrong time zone, or day and month in the wrong order.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.001, bad=0.02),
    says="{n} of {of} {part} interactions ({share}) are dated more than five minutes after they were imported.",
    affects=(
        Effect("time_to_first_answer", "wrong: these rows come out last, whenever they happened"),
        Effect("time_to_resolution", "too long"),
        Effect("journeys", "censored as of a moment that hasn't come yet"),
    ),
    remedy="Set the zone, or the format of occurred_at, in the mapping of {source}, and import it again with --replace.",
    query="""
SELECT source, channel AS part, received_us AS at_us, (occurred_us > received_us + 300000000)::INT AS n, 1 AS "of",
  interaction_id AS example, NULL AS detail
FROM interactions WHERE received_us IS NOT NULL
""",
)
