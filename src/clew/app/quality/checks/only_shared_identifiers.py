"""An interaction that names only what many people share, or a placeholder, can't be told whose it is."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

_QUERY = """
WITH named AS (
  SELECT source, channel, occurred_us, interaction_id, identifiers FROM interactions
  WHERE party = 'customer' AND len(identifiers) > 0
), with_shared AS (
  SELECT interaction_id, count(*) AS met, any_value(because) AS because
  FROM (SELECT interaction_id, unnest(identifiers) AS identifier FROM named) JOIN shared_identifiers USING (identifier)
  GROUP BY interaction_id
)
SELECT source, channel AS part, occurred_us AS at_us, (met = len(list_distinct(identifiers)))::INT AS n, 1 AS "of",
  interaction_id AS example, because AS detail
FROM (SELECT named.*, coalesce(met, 0) AS met, because FROM named LEFT JOIN with_shared USING (interaction_id))
"""

CHECK = QualityCheck(
    name="only_shared_identifiers",
    title="only shared identifiers",
    question="How many of the customers' interactions name only identifiers that stand for nobody in particular?",
    why="A shop's tablet, a switchboard's number or test@test.com would join strangers; so they join nobody.",
    unit="interactions",
    bounds=Bounds(note=0.0, warn=0.02, bad=0.15),
    says="{n} of {of} {part} interactions that name somebody ({share}) name only what stands for nobody (mostly: {detail}).",
    affects=(
        Effect("customers", "too many: each of these interactions stands alone"),
        Effect("contacts_per_journey", "too low"),
        Effect("no_repeat_within_7d", "too high"),
    ),
    remedy="Ask for an identifier of the person's own; if one is held for shared wrongly, raise its limit in clew.toml.",
    query=_QUERY,
)
