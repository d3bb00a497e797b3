"""One customer, two names or birth dates: either a source is stale, or two people were taken for one."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck
from clew.customers import alike_sql, known_traits

_APART = [trait for trait in known_traits().values() if trait.tells_apart]
_NAMED = ", ".join(f"'{trait.name}'" for trait in _APART)

#: Given and family name make a name. What can't be compared is left out.
_QUERY = f"""
WITH whole AS (
  SELECT customer_id, trait, value, source, evidence, at_us FROM traits WHERE trait IN ({_NAMED})
  UNION ALL
  SELECT given.customer_id, 'name', given.value || ' ' || family.value, given.source, given.evidence, given.at_us
  FROM traits AS given JOIN traits AS family USING (evidence)
  WHERE given.trait = 'first_name' AND family.trait = 'last_name'
), alike AS (
  SELECT customer_id, trait, source, evidence, at_us, {alike_sql(_APART)} AS alike, {alike_sql(_APART, "alike_among")} AS among
  FROM whole
), owned AS (
  SELECT customer_id, trait, among, source, evidence, max(at_us) AS at_us, alike
  FROM alike WHERE alike <> '' GROUP BY ALL
), judged AS (
  SELECT customer_id, trait, among, count(DISTINCT alike) > 1 AS conflict,
    array_to_string(list_sort(list_distinct(list(source))), ' and ') AS sources
  FROM owned GROUP BY ALL HAVING count(DISTINCT evidence) > 1
)
SELECT source, trait AS part, max(at_us) AS at_us, bool_or(conflict)::INT AS n, 1 AS "of", min(evidence) AS example,
  any_value(sources) AS detail
FROM owned JOIN judged USING (customer_id, trait, among) GROUP BY source, trait, customer_id
"""

CHECK = QualityCheck(
    name="conflicting_traits",
    title="conflicting traits",
    question="Do records of one customer tell different names, birth dates, postcodes, countries, languages or official numbers?",
    why="A nickname or a move is harmless; two birth dates are two people under one name.",
    unit="customers",
    bounds=Bounds(note=0.0, warn=0.05, bad=0.25),
    says="{n} of {of} customers that more than one record tells the {part} of ({share}) have different ones (records of {detail}).",
    affects=(
        Effect("customers", "too few where two people were taken for one"),
        Effect("contacts_per_journey", "too high there, as two people's contacts are one journey"),
        Effect("no_repeat_within_7d", "too low there"),
    ),
    remedy="Look at the examples; part people with 'clew customers decide A B different', and mend the staler source.",
    query=_QUERY,
)
