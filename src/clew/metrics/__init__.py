"""How well it went: metric definitions, and their values with interval, n and maturity."""

from clew.metrics.difference import Difference, difference
from clew.metrics.evaluate import evaluate, known_metrics
from clew.metrics.intervals import ClusterSums, cluster_sums, share_interval
from clew.metrics.measured import PARTS, THIN_BELOW, WITHHELD_BELOW, Measured, evidence_sql, measure_in_order, summarise
from clew.metrics.metric import Metric

__all__ = [
    "PARTS",
    "THIN_BELOW",
    "WITHHELD_BELOW",
    "ClusterSums",
    "Difference",
    "Measured",
    "Metric",
    "cluster_sums",
    "difference",
    "evaluate",
    "evidence_sql",
    "known_metrics",
    "measure_in_order",
    "share_interval",
    "summarise",
]
