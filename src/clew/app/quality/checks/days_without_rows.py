"""Days on which a source tells nothing, though it always does on such a weekday."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: The whole: days, from a source's first to its last, of the weekdays on which it usually (median) tells of six conversations,
#: cases or people or more; an empty day by chance is then rarer than one in four hundred (Poisson). Messages wouldn't do, as
#: they come in bursts. A weekday counts from its fourth time on.
_QUERY = """
WITH days AS (
  SELECT source, occurred_us // 86400000000 AS day,
    count(DISTINCT hash(coalesce(conversation_id, case_ref, identifiers[1], interaction_id))) AS threads
  FROM interactions GROUP BY ALL
), spans AS (SELECT source, unnest(generate_series(min(day), max(day))) AS day FROM days GROUP BY source),
every AS (
  SELECT source, day, coalesce(threads, 0) AS threads, (day + 3) % 7 AS weekday FROM spans LEFT JOIN days USING (source, day)
), usual AS (
  SELECT source, weekday FROM every GROUP BY ALL HAVING count(*) >= 4 AND median(threads) >= 6
)
SELECT source, '' AS part, day * 86400000000 AS at_us, (threads = 0)::INT AS n, 1 AS "of", NULL AS example,
  strftime(make_timestamp(day * 86400000000), '%Y-%m-%d') AS detail
FROM every JOIN usual USING (source, weekday)
"""

CHECK = QualityCheck(
    name="days_without_rows",
    title="days without rows",
    question="Are there days on which a source tells nothing though it usually does?",
    why="A failed night's sync leaves a hole that no number shows. Public holidays leave one too.",
    unit="days",
    bounds=Bounds(note=0.0, warn=0.03, bad=0.1),
    says="Nothing on {n} of {of} days ({share}) on whose weekday it usually tells plenty, for one on {detail}.",
    affects=(
        Effect("contacts_per_journey", "too low around those days"),
        Effect("handoffs", "those of that day are missing"),
        Effect("time_to_first_response", "too long, or missing, where the answer came that day"),
    ),
    remedy="Unless they were holidays, export those days of {source} anew and import them; known rows aren't taken twice.",
    query=_QUERY,
    month_from=20,
)
