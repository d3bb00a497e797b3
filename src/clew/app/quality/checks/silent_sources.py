"""A source whose newest row is much older than everybody else's has probably stopped syncing."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: One row for each day from a source's first to the newest day of the workspace. Silent is: longer than three times the gap
#: that 19 of 20 of its gaps stay within, and three days at least. A source with under five days of data has no usual gap.
#: Rows dated after their import don't make the others look old.
_QUERY = """
WITH days AS (
  SELECT DISTINCT source, occurred_us // 86400000000 AS day FROM interactions
  WHERE received_us IS NULL OR occurred_us <= received_us
), gaps AS (
  SELECT source, day, day - lag(day) OVER (PARTITION BY source ORDER BY day) AS gap FROM days
), usual AS (
  SELECT source, min(day) AS first_day, max(day) AS last_day, quantile_cont(gap, 0.95) AS usual_gap
  FROM gaps GROUP BY source HAVING count(*) >= 5
), newest AS (SELECT max(day) AS newest_day FROM days),
judged AS (
  SELECT *, newest_day - last_day > greatest(3, 3 * usual_gap) AS is_silent FROM usual, newest
), every AS (
  SELECT *, unnest(generate_series(first_day, newest_day)) AS day FROM judged
)
SELECT source, '' AS part, day * 86400000000 AS at_us, (is_silent AND day > last_day)::INT AS n, 1 AS "of", NULL AS example,
  strftime(make_timestamp(last_day * 86400000000), '%Y-%m-%d') AS detail
FROM every
"""

CHECK = QualityCheck(
    name="silent_sources",
    title="stopped syncing",
    question="Is a source's newest row far older than the newest of the workspace, for how often it usually comes?",
    why="A connection that broke looks like customers who stopped asking.",
    unit="days",
    bounds=Bounds(note=0.0, warn=0.0, bad=0.05),
    says="Nothing since {detail}: {n} of {of} days ({share}), far longer than this source is usually silent.",
    affects=(
        Effect("journeys", "look dropped off, or are censored where this source would have told how they end"),
        Effect("time_to_resolution", "rests on older journeys only"),
        Effect("contacts_per_journey", "too low since that day"),
    ),
    remedy="Mend the connection of {source}, or export it anew up to today, and import it.",
    query=_QUERY,
    month_from=20,
)
