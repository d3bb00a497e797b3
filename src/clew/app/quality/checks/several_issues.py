"""One conversation or case that carries several issues is cut into several journeys, or counted under one at random."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

_QUERY = r"""
WITH threads AS (
  SELECT source, CASE WHEN case_ref IS NULL THEN 'conversation' ELSE 'case' END AS part,
    coalesce(case_ref, conversation_id) AS thread, min(occurred_us) AS at_us, min(interaction_id) AS example,
    count(DISTINCT regexp_replace(lower(strip_accents(issue)), '[\s\p{P}]+', '', 'g')) AS issues
  FROM interactions WHERE issue IS NOT NULL AND coalesce(case_ref, conversation_id) IS NOT NULL
  GROUP BY ALL
)
SELECT source, part, at_us, (issues > 1)::INT AS n, 1 AS "of", example, format('{} issues', issues) AS detail FROM threads
"""

CHECK = QualityCheck(
    name="several_issues",
    title="several issues in one conversation",
    question="How many conversations or cases carry more than one issue?",
    why="Either people ask for two things at once, or the label is given differently by each who touches it.",
    unit="conversations",
    bounds=Bounds(note=0.0, warn=0.1, bad=0.3),
    says="{n} of {of} labelled {part}s ({share}) carry more than one issue (most often {detail}).",
    affects=(
        Effect("journeys", "one conversation is several journeys, or a case is counted under one issue of several"),
        Effect("first_contact_resolution", "uncertain by issue"),
        Effect("contacts_per_journey", "too low where a journey was cut"),
    ),
    remedy="Agree on who labels, and when; or map the label that was given last in {source} as the issue.",
    query=_QUERY,
)
