"""Computes metrics from their definitions: value, n, interval, and in words what is thin, missing or not ripe yet."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from clew.metrics.intervals import ClusterSums, mean_interval, share_interval
from clew.metrics.metric import COUNTED, IMMATURE, LEFT_OUT, Metric
from clew.metrics.survival import median_time
from clew.model import MetricValue, Settings
from clew.plugins import definitions_in
from clew.store import compile_sql, contract_table

THIN_BELOW = 30
WITHHELD_BELOW = 5


def known_metrics() -> dict[str, Metric]:
    """Return the metrics by name."""
    return definitions_in("clew.metrics.catalogue", "METRIC", Metric)


def evaluate(
    connection: duckdb.DuckDBPyConnection,
    metrics: Iterable[Metric],
    settings: Settings,
    among: str | None = None,
) -> list[MetricValue]:
    """Evaluate metrics over the session's journeys, or over those whose ``journey_id`` is in the table ``among``.

    What a journey contributes never depends on which others are looked at.
    """
    return [_evaluate(connection, metric, settings, among) for metric in metrics]


def evidence_sql(metric: Metric, settings: Settings) -> str:
    """Return the SQL of the rows behind a metric: ``journey_id, customer_id, value, part``, one row a journey."""
    return compile_sql(metric.measure(contract_table("journeys"), settings))


def _evaluate(
    connection: duckdb.DuckDBPyConnection, metric: Metric, settings: Settings, among: str | None
) -> MetricValue:
    chosen = f" SEMI JOIN {among} USING (journey_id)" if among else ""
    query = f"SELECT * FROM ({evidence_sql(metric, settings)}){chosen}"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE measured AS {query}")
    counted = dict(connection.execute("SELECT part, count(*) FROM measured GROUP BY part").fetchall())
    left_out, immature = counted.pop(LEFT_OUT, 0), counted.pop(IMMATURE, 0)
    n = sum(counted.values())
    remark = f"{left_out:,} left out: {metric.left_out}" if left_out else ""
    if n < WITHHELD_BELOW:
        return _without_value(metric, n, left_out, immature, remark)
    if metric.statistic == "median":
        value, low, high, note = _median(connection)
        n = counted.get(COUNTED, 0) if value is not None else n
        if n < WITHHELD_BELOW:
            return _without_value(metric, n, left_out, immature, remark)
        if censored := counted.get("censored", 0):
            note = f"{note}; {censored:,} not there yet (censored)".strip("; ")
    else:
        value, low, high, note = _ratio(connection, metric)
    state = "empty" if value is None else "thin" if n < THIN_BELOW else "ok"
    said = [note] if note else []
    if state == "thin":
        said.append(f"thin: fewer than {THIN_BELOW} journeys")
    if immature:
        said.append(f"{immature:,} too young to count")
    return MetricValue(
        metric.name,
        metric.title,
        value,
        metric.unit,
        n,
        low,
        high,
        state,
        "; ".join([*said, *([remark] if remark else [])]),
        metric.question,
        metric.better,
        immature,
    )


def _without_value(metric: Metric, n: int, left_out: int, immature: int, remark: str) -> MetricValue:
    if n:
        state, reason = "withheld", f"withheld: only {n} journeys, fewer than {WITHHELD_BELOW}"
    elif immature:
        state, reason = "immature", f"{immature:,} journeys, all too young to count (ripe after {metric.matures_after})"
    else:
        state, reason = "empty", metric.nothing if left_out else "there are no journeys yet: import something"
        remark = remark if left_out else ""
    text = "; ".join(part for part in (reason, remark) if part)
    return MetricValue(
        metric.name,
        metric.title,
        None,
        metric.unit,
        n,
        None,
        None,
        state,
        text,
        metric.question,
        metric.better,
        immature,
    )


def _ratio(
    connection: duckdb.DuckDBPyConnection, metric: Metric
) -> tuple[float | None, float | None, float | None, str]:
    ((customers, y, n, yy, yn, nn),) = connection.execute(
        f"""SELECT count(*), sum(y), sum(n), sum(y * y), sum(y * n), sum(n * n) FROM (
          SELECT customer_id, sum(value) AS y, CAST(count(*) AS DOUBLE) AS n FROM measured WHERE part = '{COUNTED}'
          GROUP BY customer_id)"""
    ).fetchall()
    sums = ClusterSums(customers, y, n, yy, yn, nn)
    if metric.statistic == "share":
        return (sums.estimate, *share_interval(sums), "")
    interval = mean_interval(sums)
    if interval is None:
        return sums.estimate, None, None, "no interval: a single customer"
    return (sums.estimate, *interval, "")


def _median(connection: duckdb.DuckDBPyConnection) -> tuple[float | None, float | None, float | None, str]:
    rows = connection.execute(
        f"""SELECT value, part = '{COUNTED}' AS observed, dense_rank() OVER (ORDER BY customer_id) - 1 AS customer
        FROM measured WHERE part NOT IN ('{LEFT_OUT}', '{IMMATURE}') ORDER BY value, journey_id"""
    ).fetchnumpy()
    found = median_time(rows["value"], rows["observed"], rows["customer"])
    if found.median is None:
        reason = f"fewer than half got there within the {found.longest / 86400:.1f} days that were watched"
        return None, None, None, reason
    return found.median, found.low, found.high, ""
