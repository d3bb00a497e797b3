"""What happened in order: journeys, their steps, stages and handoffs, and the paths they take."""

from clew.journeys.build import VERSION, write_journeys
from clew.journeys.export_ocel import write_ocel
from clew.journeys.export_xes import write_xes
from clew.journeys.paths import PathVariant, Transition, transitions, variants

__all__ = [
    "VERSION",
    "PathVariant",
    "Transition",
    "transitions",
    "variants",
    "write_journeys",
    "write_ocel",
    "write_xes",
]
