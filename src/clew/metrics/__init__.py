"""How well it went: metric definitions, and their values with interval, n and maturity."""

from clew.metrics.evaluate import evaluate, evidence_sql, known_metrics
from clew.metrics.metric import Metric

__all__ = ["Metric", "evaluate", "evidence_sql", "known_metrics"]
