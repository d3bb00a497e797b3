"""What each journey contributes to a metric, and the number that any group of journeys makes together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import duckdb
import numpy as np

from clew.metrics.intervals import cluster_sums, mean_interval, share_interval
from clew.metrics.metric import CENSORED, COUNTED, IMMATURE, LEFT_OUT, Metric
from clew.metrics.survival import median_time
from clew.model import MetricValue, Settings
from clew.store import compile_sql, contract_table

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

#: What rests on fewer is thin: it may swing. On fewer than the second number it says more about persons, and is withheld.
THIN_BELOW, WITHHELD_BELOW = 30, 5
#: The words of a metric's ``part`` as integers.
PARTS = (COUNTED, CENSORED, IMMATURE, LEFT_OUT)


@dataclass(frozen=True)
class Measured:
    """One row a journey: what it contributes (``value`` in the metric's unit), as which ``PARTS``, and whose it is.

    ``weight`` is None where each journey has one voice; NaN for those that were never looked at. ``by_model`` is how much of
    the weight rests on a language model's reading, None where none of it can.
    """

    value: NDArray[np.float64]
    part: NDArray[np.int8]
    customer: NDArray[np.int64]
    weight: NDArray[np.float64] | None = None
    by_model: NDArray[np.float64] | None = None

    def among(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Measured:
        """Return the rows of the chosen journeys, given as a mask or as the rows' numbers in the order wanted."""
        weight = None if self.weight is None else self.weight[chosen]
        by_model = None if self.by_model is None else self.by_model[chosen]
        return Measured(self.value[chosen], self.part[chosen], self.customer[chosen], weight, by_model)


def evidence_sql(metric: Metric, settings: Settings) -> str:
    """Return the SQL of the rows behind a metric: ``journey_id, customer_id, value, part`` (``weight``, ``by_model``), one row a journey."""
    return compile_sql(metric.measure(contract_table("journeys"), settings))


def measure(
    connection: duckdb.DuckDBPyConnection, metric: Metric, settings: Settings, among: str | None = None
) -> Measured:
    """Measure the session's journeys, or those whose ``journey_id`` is in the table ``among``; ordered by value, then id."""
    chosen = f" SEMI JOIN {among} USING (journey_id)" if among else ""
    rows = connection.execute(
        f"""SELECT value, {_part_code()} AS part, {_weight(metric)}, dense_rank() OVER (ORDER BY customer_id) - 1 AS customer
        FROM (SELECT * FROM ({evidence_sql(metric, settings)}){chosen}) ORDER BY value, journey_id"""
    ).fetchnumpy()
    weight = _plain(rows["weight"]) if metric.per else None
    by_model = _plain(rows["by_model"]) if metric.by_model else None
    customers = rows["customer"].astype(np.int64)
    return Measured(_plain(rows["value"]), rows["part"].astype(np.int8), customers, weight, by_model)


def measure_in_order(
    connection: duckdb.DuckDBPyConnection,
    metric: Metric,
    settings: Settings,
    journey_ids: pa.StringArray,
    customers: NDArray[np.int32],
) -> Measured:
    """Measure every journey of the session, in the order of ``journey_ids``; ``customers`` numbers whose each is."""
    import pyarrow as pa

    order = pa.table({"journey_id": journey_ids, "row": np.arange(len(journey_ids))})
    connection.register("journeys_in_order", order)
    query = (
        f"SELECT journey_id, value, {_part_code()} AS part, {_weight(metric)} FROM ({evidence_sql(metric, settings)})"
    )
    rows = connection.execute(
        f"SELECT row, value, part, weight, by_model FROM ({query}) JOIN journeys_in_order USING (journey_id)"
    ).fetchnumpy()
    connection.unregister("journeys_in_order")
    value, part = np.full(len(journey_ids), np.nan), np.full(len(journey_ids), PARTS.index(LEFT_OUT), dtype=np.int8)
    value[rows["row"]] = _plain(rows["value"])
    part[rows["row"]] = rows["part"]
    weight = np.full(len(journey_ids), np.nan) if metric.per else None
    if weight is not None:
        weight[rows["row"]] = _plain(rows["weight"])
    by_model = np.zeros(len(journey_ids)) if metric.by_model else None
    if by_model is not None:
        by_model[rows["row"]] = _plain(rows["by_model"])
    return Measured(value, part, customers.astype(np.int64), weight, by_model)


def summarise(metric: Metric, measured: Measured) -> MetricValue:
    """Return the metric over the measured journeys: value, n, 95 % interval, and in words what is thin or missing."""
    counted = dict(zip(PARTS, np.bincount(measured.part, minlength=len(PARTS)).tolist(), strict=True))
    left_out, immature = counted[LEFT_OUT], counted[IMMATURE]
    n = counted[COUNTED] + counted[CENSORED]
    remark = f"{left_out:,} left out: {metric.left_out}" if left_out else ""
    if n < WITHHELD_BELOW:
        return _without_value(metric, n, left_out, immature, remark, unread=_is_unread(measured))
    if metric.statistic == "median":
        value, low, high, note = _median(measured)
        n = counted[COUNTED] if value is not None else n
        if n < WITHHELD_BELOW:
            return _without_value(metric, n, left_out, immature, remark)
        if counted[CENSORED]:
            note = f"{note}; {counted[CENSORED]:,} not there yet (censored)".strip("; ")
    else:
        value, low, high, note = _ratio(measured, metric)
    state = "empty" if value is None else "thin" if n < THIN_BELOW else "ok"
    said = [note] if note else []
    if state == "thin":
        said.append(f"thin: fewer than {THIN_BELOW} journeys")
    if immature:
        said.append(f"{immature:,} too young to count")
    reason = "; ".join([*said, *([remark] if remark else [])])
    what = (metric.name, metric.title, value, metric.unit, n, low, high, state, reason)
    return MetricValue(*what, metric.question, metric.better, immature)


def _weight(metric: Metric) -> str:
    return f"{'weight' if metric.per else 'NULL AS weight'}, {'by_model' if metric.by_model else 'NULL AS by_model'}"


def _is_unread(measured: Measured) -> bool:
    """Whether nothing of what the metric weighs was ever looked at."""
    return measured.weight is not None and bool(len(measured.weight)) and bool(np.isnan(measured.weight).all())


def _part_code() -> str:
    cases = " ".join(f"WHEN '{word}' THEN {code}" for code, word in enumerate(PARTS))
    return f"CASE part {cases} END::TINYINT"


def _plain(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.ma.filled(values, np.nan), dtype=np.float64)


def _without_value(
    metric: Metric, n: int, left_out: int, immature: int, remark: str, *, unread: bool = False
) -> MetricValue:
    if n:
        state, reason = "withheld", f"withheld: only {n} journeys, fewer than {WITHHELD_BELOW}"
    elif immature:
        state, reason = "immature", f"{immature:,} journeys, all too young to count (ripe after {metric.matures_after})"
    else:
        state, reason = "empty", metric.nothing if left_out else "there are no journeys to measure"
        remark = remark if left_out else ""
        if unread and metric.unread:
            reason, remark = metric.unread, ""
    text = "; ".join(part for part in (reason, remark) if part)
    what = (metric.name, metric.title, None, metric.unit, n, None, None, state, text)
    return MetricValue(*what, metric.question, metric.better, immature)


def _ratio(measured: Measured, metric: Metric) -> tuple[float | None, float | None, float | None, str]:
    """Return a share or mean over the counted rows with its interval over customers."""
    counted = measured.part == PARTS.index(COUNTED)
    if not counted.any():
        return None, None, None, "nobody is there yet"
    customers, values = measured.customer[counted], measured.value[counted]
    weights = None if measured.weight is None else measured.weight[counted]
    cluster = cluster_sums(values, customers, weights)
    if metric.statistic == "share":
        note = f"of {cluster.n:,.0f} {metric.per}" if metric.per else ""
        by_model = 0.0 if measured.by_model is None else float(measured.by_model[counted].sum())
        if by_model:
            note += f", {by_model:,.0f} of them {metric.by_model}"
        return (cluster.estimate, *share_interval(cluster), note)
    interval = mean_interval(cluster)
    if interval is None:
        return cluster.estimate, None, None, "no interval: a single customer"
    return (cluster.estimate, *interval, "")


def _median(measured: Measured) -> tuple[float | None, float | None, float | None, str]:
    watched = measured.part <= PARTS.index(CENSORED)
    observed = measured.part[watched] == PARTS.index(COUNTED)
    found = median_time(measured.value[watched], observed, measured.customer[watched])
    if found.median is None:
        reason = f"fewer than half got there within the {found.longest / 86400:.1f} days that were watched"
        return None, None, None, reason
    return found.median, found.low, found.high, ""
