"""A metric's definition as the query that is run, laid out to be read."""

from __future__ import annotations

from functools import lru_cache

from clew.metrics import Metric, evidence_sql
from clew.model import Settings


def definition_sql(metric: Metric, settings: Settings) -> str:
    """Return the query of the rows behind a metric, a clause a line: ``journey_id, customer_id, value, part``."""
    return _laid_out(evidence_sql(metric, settings))


@lru_cache(maxsize=64)
def _laid_out(query: str) -> str:
    import sqlglot

    return sqlglot.transpile(query, read="duckdb", write="duckdb", pretty=True)[0]
