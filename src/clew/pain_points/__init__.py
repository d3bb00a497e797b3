"""Where it hurts: detectors of pain points, and what they find on journeys."""

from clew.pain_points.detector import Detector, Signal, Threshold, Trigger
from clew.pain_points.evidence import Evidence
from clew.pain_points.find import findings, known_detectors, write_pain_points
from clew.pain_points.gather import evidence_of, gather
from clew.pain_points.share import journey_share
from clew.pain_points.signals import SIGNALS, TRIGGERS, SignalMeaning
from clew.pain_points.tally import Tally, tally

__all__ = [
    "SIGNALS",
    "TRIGGERS",
    "Detector",
    "Evidence",
    "Signal",
    "SignalMeaning",
    "Tally",
    "Threshold",
    "Trigger",
    "evidence_of",
    "findings",
    "gather",
    "journey_share",
    "known_detectors",
    "tally",
    "write_pain_points",
]
