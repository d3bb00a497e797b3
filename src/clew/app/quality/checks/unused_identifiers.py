"""Customers that only one source knows: their way through other channels stays dark."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: One row for each customer of a source. With one source alone there is nobody who could know them. They have no month: those who
#: came first have had longer to become known elsewhere, so that any trend would be one of time passed.
_QUERY = """
WITH given AS (
  SELECT source, unnest(identifiers) AS identifier, interaction_id AS id FROM interactions
  UNION ALL
  SELECT source, unnest(identifiers), record_id FROM records
), once AS (
  SELECT source, identifier, min(id) AS id FROM given GROUP BY ALL
), known AS (
  SELECT source, customer_id, min(id) AS example, mode(split_part(identifier, ':', 1) ORDER BY identifier) AS namespace,
    count(*) OVER (PARTITION BY customer_id) AS sources
  FROM once JOIN customers USING (identifier) GROUP BY source, customer_id
)
SELECT source, '' AS part, NULL::BIGINT AS at_us, (sources = 1)::INT AS n, 1 AS "of", example, namespace AS detail
FROM known WHERE (SELECT count(DISTINCT source) FROM known) > 1
"""

CHECK = QualityCheck(
    name="unused_identifiers",
    title="known to one source only",
    question="What share of a source's customers does no other source know?",
    why="An identifier that nothing links to another source is an island: the customer may be there under another name.",
    unit="customers",
    bounds=Bounds(note=0.3, warn=0.6, bad=0.9),
    says="{n} of {of} customers of this source ({share}) are known to no other source (most often by {detail} only).",
    affects=(
        Effect("handoffs", "too few: moves from or to another channel can't be seen"),
        Effect("channel_switching_rate", "too low"),
        Effect("first_contact_resolution", "too high where the next contact came through another channel"),
    ),
    remedy="Import what links this source's ids to e-mails, phones or accounts (contacts, log-ins), or map such a column.",
    query=_QUERY,
)
