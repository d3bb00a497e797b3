"""What one text states and asks: facts at their characters, questions, and the customer's other sentences."""

from __future__ import annotations

from dataclasses import dataclass

from clew.journeys.facts.prose import Sentence
from clew.journeys.facts.speech import Speaker, Turn


@dataclass(frozen=True, slots=True)
class Said:
    """A fact stated at some characters; ``fact`` is "" where only the talk around can tell what a number is."""

    fact: str
    value: str
    start: int
    end: int
    speaker: Speaker
    shape: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for a fact; ``check`` where it says that it is only to make sure who somebody is, or that it is right.

    ``read_by`` names the language model that read it, "" where the rules did.
    """

    fact: str
    start: int
    end: int
    check: bool
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text states and asks, each in the order of the text, and the customer's sentences that are neither."""

    said: tuple[Said, ...]
    asked: tuple[Asked, ...]
    rest: tuple[Sentence, ...]
    turns: tuple[Turn, ...]
