"""Makes journeys by hand, and lets Clew measure them."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from clew.metrics import evaluate, evidence_sql, known_metrics
from clew.model import HANDOFFS, JOURNEYS, MetricValue, Settings
from clew.store import column_types

MINUTE, HOUR, DAY = 60_000_000, 3_600_000_000, 86_400_000_000
#: 1 March 2026, 00:00 UTC.
START = 1_772_323_200_000_000

Row = dict[str, object]


def journey(number: int, customer: str | None = None, **columns: object) -> Row:
    """A journey of one customer's own: one contact at the start, an hour long, resolved at its end."""
    return {
        "journey_id": f"j{number:04}",
        "customer_id": customer or f"c{number:04}",
        "identified": True,
        "issue": "billing",
        "source": "desk",
        "bounded_by": "case reference",
        "confidence": "certain",
        "started_us": START,
        "ended_us": START + HOUR,
        "first_contact_us": START,
        "first_channel": "chat",
        "last_channel": "chat",
        "steps": 2,
        "contacts": 1,
        "channels": 1,
        "switches": 0,
        "handoffs": 0,
        "reopens": 0,
        "outcome": "resolved",
        "first_resolved_us": START + HOUR,
        "resolved_us": START + HOUR,
        "censored": False,
    } | columns


def many(count: int, **columns: object) -> list[Row]:
    """So many journeys alike, each of another customer; numbered from a place that ``first`` gives."""
    first = int(str(columns.pop("first", 0)))
    return [journey(first + number, **columns) for number in range(count)]


def handoff(journey_id: str, position: int = 1, **columns: object) -> Row:
    """A handoff before which an order number and the problem were known, and after which neither was heard of."""
    known = {"facts_known": ["order", "problem"], "facts_carried": [], "facts_asked_again": [], "facts_verified": []}
    return {"journey_id": journey_id, "position": position, **known} | columns


def session(journeys: Sequence[Row], handoffs: Sequence[Row] = ()) -> duckdb.DuckDBPyConnection:
    """Return a session with these journeys and handoffs."""
    connection = duckdb.connect()
    given = {name: pa.array([row.get(name) for row in handoffs]) for name in HANDOFFS.columns}
    connection.register("given", pa.table(given))
    chosen = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in column_types(HANDOFFS).items())
    connection.execute(f"CREATE TABLE handoffs AS SELECT {chosen} FROM given")
    connection.unregister("given")
    columns = {name: pa.array([row.get(name) for row in journeys]) for name in JOURNEYS.columns}
    connection.register("given", pa.table(columns))
    chosen = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in column_types(JOURNEYS).items())
    connection.execute(f"CREATE TABLE journeys AS SELECT {chosen} FROM given")
    # Where a test doesn't say how long a source was watched: until the last of its journeys ended.
    connection.execute(
        """UPDATE journeys SET source_until_us = until FROM (SELECT source, max(ended_us) AS until FROM journeys GROUP BY ALL)
        AS watched WHERE journeys.source = watched.source AND source_until_us IS NULL"""
    )
    connection.unregister("given")
    return connection


def measure(
    name: str, journeys: Sequence[Row], settings: Settings | None = None, handoffs: Sequence[Row] = ()
) -> MetricValue:
    """Return what the metric makes of the journeys and their handoffs."""
    (value,) = evaluate(session(journeys, handoffs), [known_metrics()[name]], settings or Settings())
    return value


def parts(name: str, journeys: Sequence[Row], settings: Settings | None = None) -> dict[str, int]:
    """Return how many journeys count, are censored, immature or left out, by the rows behind the number."""
    query = evidence_sql(known_metrics()[name], settings or Settings())
    return dict(session(journeys).execute(f"SELECT part, count(*) FROM ({query}) GROUP BY part").fetchall())
