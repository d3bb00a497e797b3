"""How far the data can be trusted: what is wrong with it, source by source, and what that does to which metric."""

from clew.app.quality.check import Bounds, Effect, QualityCheck
from clew.app.quality.finding import DIRECTIONS, SEVERITIES, Finding, Month, Report, SourceTotals
from clew.app.quality.measure import shown_share
from clew.app.quality.report import known_checks, of_source, quality_report, report_on

__all__ = [
    "DIRECTIONS",
    "SEVERITIES",
    "Bounds",
    "Effect",
    "Finding",
    "Month",
    "QualityCheck",
    "Report",
    "SourceTotals",
    "known_checks",
    "of_source",
    "quality_report",
    "report_on",
    "shown_share",
]
