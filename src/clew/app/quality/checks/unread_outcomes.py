"""Outcomes in words that Clew wasn't told the meaning of count as no outcome."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

CHECK = QualityCheck(
    name="unread_outcomes",
    title="outcomes not understood",
    question="How many outcomes are given in words that aren't understood?",
    why="A status such as “handed over” is kept as it was given, but no metric counts it.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.05, bad=0.3),
    says="{n} of {of} {part} interactions with an outcome ({share}) tell it in words that aren't understood (most often {detail}).",
    affects=(
        Effect("first_contact_resolution", "leaves journeys out that end in such a word"),
        Effect("time_to_resolution", "takes them for unfinished"),
    ),
    remedy="Say what the words mean under [values] in the mapping of {source}, and import it again with --replace.",
    query=r"""
SELECT source, channel AS part, occurred_us AS at_us, (given IS NOT NULL)::INT AS n, 1 AS "of", interaction_id AS example,
  CASE WHEN regexp_matches(given, '@|\d{4,}') THEN 'one that may be personal' ELSE '“' || left(given, 40) || '”' END AS detail
FROM (
  SELECT source, channel, occurred_us, interaction_id, outcome,
    CASE WHEN contains(attributes, 'outcome_as_given') THEN json_extract_string(attributes, '$.outcome_as_given') END AS given
  FROM interactions WHERE outcome IS NOT NULL OR contains(attributes, 'outcome_as_given')
) WHERE outcome IS NOT NULL OR given IS NOT NULL
""",
)
