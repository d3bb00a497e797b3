"""What a speech act is: something that somebody does by saying it, such as asking for news."""

from __future__ import annotations

from dataclasses import dataclass

from clew.journeys.facts.deeds import LIKELY
from clew.journeys.facts.speech import Speaker


@dataclass(frozen=True)
class SpeechAct:
    """One thing done by words; everything about it stands in its file.

    ``by`` says whose words can do it. ``phrases`` are the kinds of phrase that do it, as they head the wordings in
    ``training/phrases``; one named without its last part stands for all its parts ("company.asks"). It is done by a sentence that
    is one of them with the probability ``least`` at least: more where much follows from it. ``places`` tells by words of the sentence what it is about: the first that matches.
    """

    name: str
    title: str
    by: Speaker
    phrases: tuple[str, ...]
    source: str
    places: tuple[tuple[str, str], ...] = ()
    least: float = LIKELY
