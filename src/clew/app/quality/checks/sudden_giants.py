"""Customers that were given far more identifiers within a month than anybody else: probably many people taken for one."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: A giant has more than ten identifiers first seen within 30 days of each other, and more than five times as many as 19 of 20
#: customers have. Both are counted, not estimated, so that up to one giant in twenty customers hides none.
_QUERY = """
WITH grown AS (
  SELECT customer_id, since_us, count(*) OVER (
    PARTITION BY customer_id ORDER BY since_us RANGE BETWEEN CURRENT ROW AND 2592000000000 FOLLOWING
  ) AS together FROM customers
), most AS (
  SELECT customer_id, max(together) AS most, arg_max(since_us, together) AS since_us FROM grown GROUP BY customer_id
), usual AS (SELECT greatest(10, 5 * quantile_disc(most, 0.95)) AS bound FROM most),
met AS (
  SELECT source, customer_id, min(interaction_id) AS example FROM (
    SELECT source, interaction_id, unnest(identifiers) AS identifier FROM interactions
  ) JOIN customers USING (identifier) GROUP BY ALL
)
SELECT source, '' AS part, since_us AS at_us, (most > bound)::INT AS n, 1 AS "of", example,
  customer_id || ' with ' || most || ' identifiers within 30 days, where more than ' || bound || ' are unheard of' AS detail
FROM met JOIN most USING (customer_id), usual
"""

CHECK = QualityCheck(
    name="sudden_giants",
    title="sudden giants",
    question="Which customers were given far more identifiers within a month than anybody else?",
    why="A shared device, a till or a made-up value that the limits don't know joins strangers into one person.",
    unit="customers",
    bounds=Bounds(note=0.0, warn=0.0, bad=0.01),
    says="{n} of {of} customers ({share}) grew suddenly, as {detail}.",
    affects=(
        Effect("customers", "too few, as many people are counted as one"),
        Effect("contacts_per_journey", "too high, as strangers' contacts are one journey"),
        Effect("handoffs", "too many, between strangers"),
    ),
    remedy="Look at the customer with 'clew customer ID'; block the value in clew.toml, or part people with 'clew customers split'.",
    query=_QUERY,
)
