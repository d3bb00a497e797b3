"""What a speech act is: something that somebody does by saying it, such as asking for news, and the ways in which it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clew.journeys.facts.speech import Speaker

#: An act is read in one sentence, or in everything that one party says in a text.
Span = Literal["sentence", "text"]


@dataclass(frozen=True)
class Way:
    """One way of saying something: a pattern, and words of which one at least has to stand there for it to be tried ("": none).

    Patterns see small letters and straight apostrophes; gaps in them are bounded. ``unless`` is what takes it back
    ("call us *if you have questions*"). ``about`` says more of the act, such as where the customer is sent.
    """

    words: str
    pattern: str
    unless: str = ""
    about: str = ""


@dataclass(frozen=True)
class Locale:
    """The ways in which one language does it; ``unless`` takes back any of them."""

    ways: tuple[Way, ...]
    unless: str = ""


@dataclass(frozen=True)
class SpeechAct:
    """One thing done by words; everything about it stands in its file.

    ``by`` says whose words can do it. Acts of span ``text`` are the whole of what somebody says and ``most_words`` long at most.
    ``places`` tells by words of the sentence what it is about, where the way itself doesn't: the first that matches.
    """

    name: str
    title: str
    by: Speaker
    locales: dict[str, Locale]
    source: str
    span: Span = "sentence"
    most_words: int = 60
    places: tuple[tuple[str, str], ...] = ()
