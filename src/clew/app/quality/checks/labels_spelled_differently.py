"""One issue or team under several spellings counts as several."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: Labels alike but for case, accents, spaces and punctuation are one; its commonest spelling in all sources is the usual one. A label with
#: an @ or a long number isn't shown.
_QUERY = r"""
WITH labels AS (
  SELECT source, 'issue' AS part, issue AS label, occurred_us, interaction_id FROM interactions WHERE issue IS NOT NULL
  UNION ALL
  SELECT source, 'team', team, occurred_us, interaction_id FROM interactions WHERE team IS NOT NULL
), spellings AS (
  SELECT part, label, count(*) AS times, regexp_replace(lower(strip_accents(label)), '[\s\p{P}]+', '', 'g') AS likeness
  FROM labels GROUP BY part, label
), ranked AS (
  SELECT part, label, row_number() OVER alike AS place, first_value(label) OVER alike AS usual
  FROM spellings WHERE likeness <> '' WINDOW alike AS (PARTITION BY part, likeness ORDER BY times DESC, label)
)
SELECT source, part, occurred_us AS at_us, (place > 1)::INT AS n, 1 AS "of", interaction_id AS example,
  CASE WHEN regexp_matches(label || usual, '@|\d{4,}') THEN 'one that may be personal'
    ELSE '“' || left(label, 40) || '” beside “' || left(usual, 40) || '”' END AS detail
FROM labels JOIN ranked USING (part, label)
"""

CHECK = QualityCheck(
    name="labels_spelled_differently",
    title="one label, several spellings",
    question="Are issues or teams spelled alike but for case, spaces, accents or punctuation?",
    why="To a computer “Billing” and “billing ” are two things.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.01, bad=0.1),
    says="{n} of {of} interactions that name the {part} ({share}) spell it unlike most (most often {detail}).",
    affects=(
        Effect("journeys", "one pursuit is split in two where the issue is spelled in two ways"),
        Effect("no_repeat_within_7d", "too high, as the repeat seems to be about something else"),
        Effect("handoffs", "too many between teams that are one"),
    ),
    remedy="Say what each spelling means under [values] in the mapping of {source}, and import it again with --replace.",
    query=_QUERY,
)
