"""Many rows at exactly midnight are dates whose time of day was lost."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

CHECK = QualityCheck(
    name="dates_without_time",
    title="dates without a time",
    question="How many rows happened at exactly midnight, in UTC or in the workspace's time zone?",
    why="By chance it would be one row in 86,400; more are dates without a time of day.",
    unit="interactions",
    bounds=Bounds(note=0.005, warn=0.02, bad=0.2),
    says="{n} of {of} {part} interactions ({share}) happened at exactly midnight ({detail}), so they tell the day only.",
    affects=(
        Effect("time_to_first_response", "wrong by up to a day"),
        Effect("time_to_resolution", "wrong by up to a day"),
        Effect("handoffs", "in the wrong order within a day"),
    ),
    remedy="Export {source} with the time of day, or map the column that has it as occurred_at.",
    query="""
SELECT source, channel AS part, occurred_us AS at_us, (is_utc OR is_local)::INT AS n, 1 AS "of", interaction_id AS example,
  CASE WHEN is_utc THEN 'UTC' ELSE time_zone END AS detail
FROM (
  SELECT source, channel, occurred_us, interaction_id, time_zone, occurred_us % 86400000000 = 0 AS is_utc,
    -- Zones lie whole quarters of an hour apart: only such moments can be a midnight anywhere.
    CASE WHEN occurred_us % 900000000 = 0 THEN
      epoch_us(timezone(time_zone, make_timestamptz(occurred_us))) % 86400000000 = 0 ELSE false END AS is_local
  FROM interactions, workspace_facts
)
""",
)
