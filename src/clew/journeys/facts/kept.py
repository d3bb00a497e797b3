"""Says of each handoff what the customer had given before it, what of that was kept, what was announced, and who came back."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

#: What this adds to the table ``handoffs``.
KEPT_COLUMNS = (
    *("facts_known", "facts_carried", "facts_asked_again", "facts_verified", "facts_asked_by_model"),
    *("told", "promised", "came_back_us"),
)
#: What the company says when it hands over, or tells where to turn.
TELLING_ACTS = ("hands_over", "sends_elsewhere")

# A handoff's own stretch runs until the next one; what was announced is looked for from the one before on. A fact is
# carried where the company used it in that stretch and didn't ask for it. The customer came back with the first contact
# that began after the handoff, on this journey or the next one on the same issue. Without readings nothing is claimed.
_KEPT = """
CREATE OR REPLACE TABLE handoffs AS
WITH stretch AS (
  SELECT journey, position, coalesce(lag(position) OVER line, -1) AS since, lead(position) OVER line AS until
  FROM handoffs WINDOW line AS (PARTITION BY journey ORDER BY position)
), given AS (
  SELECT journey, fact, min(position) AS since FROM facts WHERE speaker = 'customer' AND fact IN (SELECT unnest($asked_for))
  GROUP BY ALL
), known AS (
  SELECT s.journey, s.position, s.until, g.fact FROM stretch s JOIN given g ON g.journey = s.journey AND g.since < s.position
), done AS (
  SELECT k.journey, k.position, k.fact, coalesce(bool_or(f.act = 'use'), false) AS used,
    coalesce(bool_or(f.act = 'ask_again'), false) AS asked,
    coalesce(bool_or(f.act = 'ask_again' AND f.read_by IS NULL), false) AS asked_by_rules, coalesce(bool_or(f.act = 'verify'), false) AS verified
  FROM known k LEFT JOIN facts f ON f.journey = k.journey AND f.fact = k.fact AND f.position >= k.position
    AND (k.until IS NULL OR f.position < k.until) AND f.speaker = 'company'
  GROUP BY ALL
), kept AS (
  SELECT journey, position, list(fact ORDER BY fact) AS facts_known,
    list(fact ORDER BY fact) FILTER (WHERE used AND NOT asked) AS facts_carried,
    list(fact ORDER BY fact) FILTER (WHERE asked) AS facts_asked_again,
    list(fact ORDER BY fact) FILTER (WHERE verified) AS facts_verified,
    list(fact ORDER BY fact) FILTER (WHERE asked AND NOT asked_by_rules) AS facts_asked_by_model
  FROM done GROUP BY ALL
), telling AS (
  SELECT DISTINCT s.journey, s.position FROM readings r JOIN steps s USING (interaction_id)
  WHERE r.what = 'act' AND r.speaker <> 'customer' AND r.fact IN (SELECT unnest($telling))
), announced AS (
  SELECT DISTINCT h.journey, h.position FROM stretch h JOIN telling t
    ON t.journey = h.journey AND t.position >= h.since AND t.position < h.position
), promising AS (
  SELECT DISTINCT h.journey, h.position FROM stretch h JOIN facts f
    ON f.journey = h.journey AND f.position >= h.since AND f.position < h.position AND f.fact = 'promise' AND f.act = 'use'
), contacts AS (
  SELECT journey, position AS contact, occurred_us AS contact_us FROM steps WHERE starts_contact
), back AS (
  SELECT h.journey, h.position, c.contact_us FROM handoffs h ASOF JOIN contacts c
    ON h.journey = c.journey AND h.position < c.contact
), empty AS (
  SELECT CASE WHEN count(*) > 0 THEN []::VARCHAR[] END AS nothing, CASE WHEN count(*) > 0 THEN false END AS no FROM readings
)
SELECT h.*, coalesce(facts_known, nothing) AS facts_known, coalesce(facts_carried, nothing) AS facts_carried,
  coalesce(facts_asked_again, nothing) AS facts_asked_again, coalesce(facts_verified, nothing) AS facts_verified,
  coalesce(facts_asked_by_model, nothing) AS facts_asked_by_model,
  no OR a.journey IS NOT NULL AS told, no OR p.journey IS NOT NULL AS promised,
  coalesce(b.contact_us, j.next_same_issue_us) AS came_back_us
FROM handoffs h LEFT JOIN kept USING (journey, position)
  LEFT JOIN announced a ON a.journey = h.journey AND a.position = h.position
  LEFT JOIN promising p ON p.journey = h.journey AND p.position = h.position
  LEFT JOIN back b ON b.journey = h.journey AND b.position = h.position
  LEFT JOIN (SELECT journey, next_same_issue_us FROM journeys) j ON j.journey = h.journey, empty
"""


def write_kept(connection: duckdb.DuckDBPyConnection, asked_for: Sequence[str]) -> None:
    """Add ``KEPT_COLUMNS`` to the session's table ``handoffs``; ``asked_for`` are the kinds of fact that somebody asks for."""
    connection.execute(_KEPT, {"asked_for": list(asked_for), "telling": list(TELLING_ACTS)})
