"""Reads what is done by words in one text: who asks for news, sends elsewhere, settles or leaves open, and in which sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clew.journeys.acts.act import SpeechAct
from clew.journeys.facts.reading import Deed
from clew.journeys.facts.speech import Speaker
from clew.plugins import definitions_in

#: What stands further back in a sentence says nothing of what it is about.
MOST_CHARACTERS = 600

_MENTIONS = "company.mentions"


@dataclass(frozen=True, slots=True)
class Done:
    """One act at the characters of the sentence that does it; ``about`` is "" where nothing more is known."""

    act: str
    start: int
    end: int
    speaker: Speaker
    about: str = ""


def known_acts() -> dict[str, SpeechAct]:
    """Return the speech acts by name."""
    return definitions_in("clew.journeys.acts.kinds", "ACT", SpeechAct)


class ActReader:
    """Knows which phrases do which acts; made once, used for many texts."""

    def __init__(self, acts: dict[str, SpeechAct] | None = None) -> None:
        """Put the acts under the phrases that do them."""
        self._acts = acts if acts is not None else known_acts()
        self._by_phrase: dict[str, list[str]] = {}
        for name, act in self._acts.items():
            for phrase in act.phrases:
                self._by_phrase.setdefault(phrase, []).append(name)
        self._places = {
            name: [(re.compile(words), place) for words, place in act.places] for name, act in self._acts.items()
        }

    def read(self, text: str, deeds: Iterable[Deed]) -> Iterator[Done]:
        """Return the acts of one text's sentences, in order; of one sentence, by name."""
        for deed in deeds:
            for name in self._done_by(deed):
                start, end = deed.sentence.start, deed.sentence.end
                yield Done(
                    name, start, end, deed.speaker, self._about(name, text[start : min(end, start + MOST_CHARACTERS)])
                )

    def _done_by(self, deed: Deed) -> list[str]:
        # That things are named which one could ask for says that nothing is asked, and nothing of what else is done.
        others = 1 - deed.told.get(_MENTIONS, 0.0)
        shares: dict[str, float] = {}
        for kind, share in deed.told.items():
            for name in self._of(kind):
                shares[name] = shares.get(name, 0.0) + share / others
        return sorted(name for name, share in shares.items() if share >= self._acts[name].least)

    def _of(self, kind: str) -> list[str]:
        above = kind.rpartition(".")[0]
        return [*self._by_phrase.get(kind, ()), *self._by_phrase.get(above, ())]

    def _about(self, name: str, sentence: str) -> str:
        plain = sentence.lower().replace("\u2019", "'")
        return next((place for words, place in self._places[name] if words.search(plain)), "")
