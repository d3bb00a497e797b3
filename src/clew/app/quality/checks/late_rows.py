"""Rows that arrive after newer ones of their source: every number of their day changes afterwards."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: Moments of receiving less than an hour apart are one import. The whole: rows of all imports of a source but its first. Late
#: is a row more than a day older than the newest that was there before.
_QUERY = """
WITH moments AS (
  SELECT source, received_us, max(occurred_us) AS newest_us FROM interactions WHERE received_us IS NOT NULL GROUP BY ALL
), begun AS (
  SELECT *, coalesce(received_us - lag(received_us) OVER own > 3600000000, false) AS begins FROM moments
  WINDOW own AS (PARTITION BY source ORDER BY received_us)
), numbered AS (
  SELECT *, sum(begins::INT) OVER (PARTITION BY source ORDER BY received_us) AS number FROM begun
), runs AS (SELECT source, number, max(newest_us) AS newest_us FROM numbered GROUP BY ALL),
before AS (
  SELECT source, number, max(newest_us) OVER (PARTITION BY source ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING
    AND 1 PRECEDING) AS known_us
  FROM runs
), judged AS (
  SELECT interactions.source, received_us, occurred_us, interaction_id, known_us - occurred_us > 86400000000 AS late
  FROM interactions JOIN numbered USING (source, received_us) JOIN before USING (source, number) WHERE known_us IS NOT NULL
), typical AS (
  SELECT source, median(received_us - occurred_us) FILTER (WHERE late) / 86400e6 AS half,
    quantile_cont(received_us - occurred_us, 0.9) FILTER (WHERE late) / 86400e6 AS most
  FROM judged GROUP BY source
)
SELECT source, '' AS part, received_us AS at_us, late::INT AS n, 1 AS "of", interaction_id AS example,
  format('{:.1f} days after they happened, one in ten after {:.1f}', half, most) AS detail
FROM judged JOIN typical USING (source)
"""

CHECK = QualityCheck(
    name="late_rows",
    title="rows that arrive late",
    question="How many rows arrive after newer rows of their source are there already, and how late?",
    why="Numbers of a week that is over keep changing, and journeys look dropped off until the rest of them arrives.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.05, bad=0.25),
    says="{n} of {of} rows of later imports ({share}) came after newer ones were there: half of them {detail}.",
    affects=(
        Effect("journeys", "look dropped off or are censored until the rest arrives"),
        Effect("time_to_first_response", "changes afterwards for weeks that are over"),
    ),
    remedy="Import {source} more often, and let numbers rest as long as its rows take to arrive.",
    query=_QUERY,
)
