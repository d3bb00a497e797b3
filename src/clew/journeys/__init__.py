"""What happened in order: journeys, their steps, stages and handoffs, and the paths they take."""

from clew.journeys.build import VERSION, write_journeys
from clew.journeys.encoded import EncodedBuild, EncodedHandoffs, EncodedJourneys, EncodedSteps, Words, read_encoded
from clew.journeys.encoded_stages import StepHistory, TriedStages, step_history, try_stages
from clew.journeys.export_ocel import write_ocel
from clew.journeys.export_xes import write_xes
from clew.journeys.facts import READABLE_KINDS, reading_version
from clew.journeys.facts.marks import read_texts as read_marks
from clew.journeys.path_tables import PathVariant, Transition, transitions, variants
from clew.journeys.paths import Grouped, Paths, digest_of, grouped, grouped_medians, paths_of, service_steps, waits_us

__all__ = [
    "READABLE_KINDS",
    "VERSION",
    "EncodedBuild",
    "EncodedHandoffs",
    "EncodedJourneys",
    "EncodedSteps",
    "Grouped",
    "PathVariant",
    "Paths",
    "StepHistory",
    "Transition",
    "TriedStages",
    "Words",
    "digest_of",
    "grouped",
    "grouped_medians",
    "paths_of",
    "read_encoded",
    "read_marks",
    "reading_version",
    "service_steps",
    "step_history",
    "transitions",
    "try_stages",
    "variants",
    "waits_us",
    "write_journeys",
    "write_ocel",
    "write_xes",
]
