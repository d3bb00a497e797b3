"""Links between identifiers that weren't taken, as they would have joined strangers."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: Each pair of identifiers belongs to the sources of what the rules took it from.
_QUERY = """
WITH asserted AS (
  SELECT DISTINCT least(identifier_a, identifier_b) AS identifier_a, greatest(identifier_a, identifier_b) AS identifier_b,
    evidence AS id
  FROM identity_links WHERE author = 'rule' AND asserted
), told AS (
  SELECT identifier_a, identifier_b, source, min(id) AS example FROM (
    SELECT identifier_a, identifier_b, id, source FROM asserted JOIN interactions ON interaction_id = id
    UNION ALL
    SELECT identifier_a, identifier_b, id, source FROM asserted JOIN records ON record_id = id
  ) GROUP BY ALL
)
SELECT source, part, at_us, (fate = part)::INT AS n, 1 AS "of", example,
  split_part(identifier_a, ':', 1) || ' and ' || split_part(identifier_b, ':', 1) AS detail
FROM told JOIN link_fates USING (identifier_a, identifier_b), (VALUES ('shared'), ('over_limit'), ('kept_apart')) AS _(part)
"""

CHECK = QualityCheck(
    name="links_left_out",
    title="links left out",
    question="How many links between identifiers were left out, and why?",
    why="A link over a limit, through a shared identifier or against somebody's word is not believed; its people stay apart.",
    unit="links",
    bounds=Bounds(note=0.0, warn=0.05, bad=0.2),
    says="{n} of {of} links between identifiers ({share}) were left out: {part} (most often {detail}).",
    affects=(
        Effect("customers", "too many where the two were one person after all"),
        Effect("contacts_per_journey", "too low there"),
        Effect("handoffs", "too few there"),
    ),
    remedy="'clew customers explain A B' tells of each pair; settle it with 'clew customers decide', or change the limits.",
    query=_QUERY,
)
