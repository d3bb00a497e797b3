"""Raises the alarm when a build makes a customer suddenly many times as large as customers are."""

from __future__ import annotations

from dataclasses import dataclass

from clew.app.workspace import Workspace
from clew.store import latest_builds, scratch_session

#: So many are named; one is enough to look.
NAMED = 5

#: A giant has more than ten identifiers, and more than five times as many as 19 of 20 customers have. It is sudden where
#: none of the customers that its identifiers belonged to was beyond the same bound before.
_SUDDEN = """
WITH sizes AS (SELECT customer_id, count(*) AS size FROM read_parquet($now) GROUP BY customer_id),
usual AS (SELECT greatest(10, 5 * quantile_disc(size, 0.95))::BIGINT AS bound FROM sizes),
giants AS (SELECT customer_id, size, bound FROM sizes, usual WHERE size > bound ORDER BY size DESC, customer_id LIMIT 1000)
"""
_SINCE = """, members AS (SELECT identifier, customer_id FROM read_parquet($now) WHERE customer_id IN (SELECT customer_id FROM giants)),
held AS (
  SELECT DISTINCT members.customer_id, before.customer_id AS was FROM members
  JOIN read_parquet($before) before USING (identifier)
), sizes_before AS (
  SELECT customer_id AS was, count(*) AS size FROM read_parquet($before)
  WHERE customer_id IN (SELECT was FROM held) GROUP BY customer_id
), largest AS (SELECT customer_id, max(sizes_before.size) AS size FROM held JOIN sizes_before USING (was) GROUP BY customer_id)
SELECT giants.customer_id, giants.size, coalesce(largest.size, 0), bound FROM giants LEFT JOIN largest USING (customer_id)
WHERE coalesce(largest.size, 0) <= bound ORDER BY giants.size DESC, giants.customer_id"""
_FIRST = "SELECT customer_id, size, 0, bound FROM giants ORDER BY size DESC, customer_id"


@dataclass(frozen=True)
class Giant:
    """A customer that became one: how many identifiers it has, and had at most before; more than ``usual`` are suspect."""

    customer_id: str
    identifiers: int
    before: int
    usual: int


def sudden_giants(workspace: Workspace) -> tuple[Giant, ...]:
    """Return the customers of the newest build that became giants since the one before, the largest first.

    In a first build every giant is new. Nothing where the files of the build before are gone, as after an erasure.
    """
    builds = latest_builds(workspace.journal, 2)
    files = [workspace.warehouse.root / build.files["customers"] for build in builds]
    if not files or not all(file.is_file() for file in files):
        return ()
    paths = dict(zip(("now", "before"), map(str, files), strict=False))
    with scratch_session(workspace.warehouse.root / "scratch") as session:
        found = session.execute(_SUDDEN + (_SINCE if len(files) > 1 else _FIRST), paths).fetchall()
    return tuple(Giant(str(customer_id), *map(int, counts)) for customer_id, *counts in found)


def warning(giants: tuple[Giant, ...]) -> str:
    """Return the line that warns of them, "" where there are none; it names customers by their ids only."""
    if not giants:
        return ""
    named = "; ".join(f"{each.customer_id} from {each.before:,} to {each.identifiers:,}" for each in giants[:NAMED])
    more = f"; and {len(giants) - NAMED:,} more" if len(giants) > NAMED else ""
    return (
        f"Customers grew suddenly (identifiers: {named}{more}; more than {giants[0].usual:,} are unheard of). Many people may be "
        f"taken for one. Look: clew customer {giants[0].customer_id}, and clew quality"
    )
