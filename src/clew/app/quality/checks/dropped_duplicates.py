"""Rows that came again with the same id were dropped; many of them mean that exports overlap."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

CHECK = QualityCheck(
    name="dropped_duplicates",
    title="dropped as duplicates",
    question="What share of a source's rows came again with an id that was known already?",
    why="Overlapping exports are harmless; a column that is no real id drops different rows as if they were copies.",
    unit="rows",
    bounds=Bounds(note=0.005, warn=0.05, bad=0.25),
    says="{n} of {of} received rows ({share}) were dropped, as their id was there already; most in {detail}.",
    affects=(
        Effect("journeys", "none the worse where exports overlap; steps are missing where source_id is no real id"),
        Effect("contacts_per_journey", "too low in the second case"),
    ),
    remedy="Look at 'clew sources --files'. If the file held no row twice, map another column of {source} as source_id.",
    query="""
SELECT source, '' AS part, finished_us AS at_us, duplicate AS n, received AS "of", NULL AS example,
  max_by(file, duplicate) OVER (PARTITION BY source) AS detail
FROM ledger
""",
)
