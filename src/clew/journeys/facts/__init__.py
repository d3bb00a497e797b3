"""What was said that somebody has to know: order numbers, amounts, the problem, steps tried, promises, and what was asked."""

from clew.journeys.facts.kind import FactKind, Locale
from clew.journeys.facts.read import Reader, known_kinds
from clew.journeys.facts.reading import Reading
from clew.journeys.facts.settle import Fact, Message, Settler
from clew.journeys.facts.version import reading_version

#: Kinds of interaction whose text somebody said or wrote to somebody; what is searched for or surveyed is none.
READABLE_KINDS = ("message", "call", "note", "form", "task")

__all__ = [
    "READABLE_KINDS",
    "Fact",
    "FactKind",
    "Locale",
    "Message",
    "Reader",
    "Reading",
    "Settler",
    "known_kinds",
    "reading_version",
]
