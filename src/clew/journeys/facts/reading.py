"""What one text states and asks: facts at their characters, questions, and the customer's other sentences."""

from __future__ import annotations

from collections.abc import Mapping
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

    ``invites`` marks a question for the problem that is only the offer which a conversation begins with.
    ``read_by`` names the language model that read it, "" where the rules did.
    """

    fact: str
    start: int
    end: int
    check: bool
    read_by: str = ""
    invites: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """One sentence and what it does: all of it, and its words behind a greeting.

    ``told`` is what it may do, with probabilities; ``asked`` what its grammar asks for; ``deed`` what it is taken to do, or to go
    on with ("" = none); ``problem`` how likely it tells a customer's problem, 1 where it does.
    """

    sentence: Sentence
    words: Sentence
    speaker: Speaker
    told: Mapping[str, float]
    asked: tuple[Asked, ...]
    deed: str
    problem: float
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text states and asks, each in the order of the text, and the customer's sentences that tell the problem.

    ``deeds`` are all its sentences with what each does; a reading that was kept has lost them.
    """

    said: tuple[Said, ...]
    asked: tuple[Asked, ...]
    rest: tuple[Sentence, ...]
    turns: tuple[Turn, ...]
    deeds: tuple[Deed, ...] = ()
