"""How well it went: metric definitions, and their values with interval, n and maturity."""

from clew.metrics.evaluate import catalogue, evaluate, evidence_sql
from clew.metrics.metric import Metric

__all__ = ["Metric", "catalogue", "evaluate", "evidence_sql"]
