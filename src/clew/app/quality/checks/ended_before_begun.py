"""Calls and conversations that end before they begin: two columns were swapped, or two clocks disagree."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

CHECK = QualityCheck(
    name="ended_before_begun",
    title="ended before it began",
    question="How many interactions end before they begin?",
    why="It is impossible, so one of the two times is wrong, and nobody knows which.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.001, bad=0.02),
    says="{n} of {of} {part} interactions with an end ({share}) end before they begin.",
    affects=(
        Effect("time_to_first_answer", "wrong by as much"),
        Effect("handoffs", "waits before the next step come out too long"),
    ),
    remedy="Look whether occurred_at and ended_at are swapped in the mapping of {source}, or read in different zones.",
    query="""
SELECT source, channel AS part, occurred_us AS at_us, (ended_us < occurred_us)::INT AS n, 1 AS "of",
  interaction_id AS example, NULL AS detail
FROM interactions WHERE ended_us IS NOT NULL
""",
)
