"""What happened in order: journeys, their steps, stages and handoffs, and the paths they take."""

from clew.journeys.build import VERSION, write_journeys
from clew.journeys.contracts import HANDOFF_NOW, Kept, Term, judged, kept, known_terms, terms_of, watched
from clew.journeys.encoded import (
    EncodedBuild,
    EncodedHandoffs,
    EncodedJourneys,
    EncodedSteps,
    Words,
    read_encoded,
    read_encoded_journeys,
    words_of,
)
from clew.journeys.encoded_stages import StepHistory, TriedStages, step_history, try_stages
from clew.journeys.export_ocel import write_ocel
from clew.journeys.export_xes import write_xes
from clew.journeys.facts import READABLE_KINDS, asked_facts, known_kinds, reading_version
from clew.journeys.facts.marks import read_texts as read_marks
from clew.journeys.facts.masked import masked
from clew.journeys.facts.plain_words import plain_words
from clew.journeys.facts.settled import SettledBefore
from clew.journeys.path_tables import PathVariant, Transition, transitions, variants
from clew.journeys.paths import Grouped, Paths, digest_of, grouped, grouped_medians, paths_of, service_steps, waits_us

__all__ = [
    "HANDOFF_NOW",
    "READABLE_KINDS",
    "VERSION",
    "EncodedBuild",
    "EncodedHandoffs",
    "EncodedJourneys",
    "EncodedSteps",
    "Grouped",
    "Kept",
    "PathVariant",
    "Paths",
    "SettledBefore",
    "StepHistory",
    "Term",
    "Transition",
    "TriedStages",
    "Words",
    "asked_facts",
    "digest_of",
    "grouped",
    "grouped_medians",
    "judged",
    "kept",
    "known_kinds",
    "known_terms",
    "masked",
    "paths_of",
    "plain_words",
    "read_encoded",
    "read_encoded_journeys",
    "read_marks",
    "reading_version",
    "service_steps",
    "step_history",
    "terms_of",
    "transitions",
    "try_stages",
    "variants",
    "waits_us",
    "watched",
    "words_of",
    "write_journeys",
    "write_ocel",
    "write_xes",
]
