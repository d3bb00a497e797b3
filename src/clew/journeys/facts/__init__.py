"""What was said that somebody has to know: order numbers, amounts, the problem, steps tried, promises, and what was asked."""

from clew.journeys.facts.kind import FactKind, Locale
from clew.journeys.facts.read import Reader, known_kinds
from clew.journeys.facts.reading import Reading
from clew.journeys.facts.settle import Fact, Message, Settler
from clew.journeys.facts.version import reading_version

#: Kinds of interaction whose text somebody said or wrote to somebody; what is searched for or surveyed is none.
READABLE_KINDS = ("message", "call", "note", "form", "task")


def asked_facts() -> tuple[str, ...]:
    """Return the kinds of fact that somebody asks for, by name: those that a handoff can lose."""
    return tuple(name for name, kind in known_kinds().items() if kind.is_asked_for)


__all__ = [
    "READABLE_KINDS",
    "Fact",
    "FactKind",
    "Locale",
    "Message",
    "Reader",
    "Reading",
    "Settler",
    "asked_facts",
    "known_kinds",
    "reading_version",
]
