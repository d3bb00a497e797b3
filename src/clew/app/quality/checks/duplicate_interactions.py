"""The same thing told twice under different ids counts as two."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: Rows alike in all of this are one thing. What people write at length needs the same minute, as two systems' clocks and roundings
#: differ; short texts ("ok") and what machines say are said again soon, so they need the same second, and rows without a text
#: the same moment. A row that names nobody and belongs to no conversation or case is never taken for a copy.
_QUERY = """
WITH keyed AS (
  SELECT source, channel, occurred_us, interaction_id,
    len(identifiers) > 0 OR conversation_id IS NOT NULL OR case_ref IS NOT NULL AS can_be_told,
    hash(source, channel, direction, party, kind, touchpoint, list_sort(identifiers),
      CASE WHEN len(identifiers) > 0 THEN NULL ELSE [conversation_id, case_ref] END,
      text, issue, outcome, rating, value, CASE WHEN text IS NULL THEN attributes END,
      CASE WHEN text IS NULL THEN occurred_us
        WHEN length(text) >= 20 AND party IN ('customer', 'agent') THEN occurred_us // 60000000
        ELSE occurred_us // 1000000 END) AS likeness
  FROM interactions
)
SELECT source, channel AS part, occurred_us AS at_us, 1 AS "of", interaction_id AS example, NULL AS detail,
  (can_be_told AND row_number() OVER (PARTITION BY likeness ORDER BY interaction_id) > 1)::INT AS n
FROM keyed
"""

CHECK = QualityCheck(
    name="duplicate_interactions",
    title="told twice under different ids",
    question="Does a source tell the same interaction more than once, under different ids?",
    why="Rows with the same id are dropped on import; copies with an id of their own can't be told from a second contact.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.005, bad=0.03),
    says="{n} of {of} {part} interactions ({share}) repeat another one: same people, moment, direction and text, another id.",
    affects=(
        Effect("contacts_per_journey", "too high where the copy begins a contact of its own"),
        Effect("first_contact_resolution", "too low, as one contact looks like two"),
        Effect("time_to_first_response", "too short where the copy of an answer is dated earlier"),
    ),
    remedy="Map the column that is the same in both copies as source_id, and import {source} again with --replace.",
    query=_QUERY,
)
