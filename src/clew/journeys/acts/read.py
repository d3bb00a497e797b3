"""Reads what is done by words in one text: who asks for news, sends elsewhere, settles or leaves open, and in which sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from clew.journeys.acts.act import SpeechAct, Way
from clew.journeys.facts.speech import Speaker, Turn
from clew.plugins import definitions_in

#: Where a sentence ends; what an abbreviation splits off does no harm here.
_END = re.compile(r"(?<=[.!?])[\"')\]]{0,3}\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
#: What stands further back in one sentence, or in one text for acts of a whole text, isn't looked at.
MOST_CHARACTERS = 600
#: Sentences that are kept in mind: desks and customers say the same ones again and again.
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Done:
    """One act at the characters of the sentence that does it; ``about`` is "" where nothing more is known."""

    act: str
    start: int
    end: int
    speaker: Speaker
    about: str = ""


@dataclass(frozen=True, slots=True)
class _Tried:
    """One way of one act, ready to be looked for."""

    act: SpeechAct
    pattern: re.Pattern[str]
    unless: tuple[re.Pattern[str], ...]
    about: str


def known_acts() -> dict[str, SpeechAct]:
    """Return the speech acts by name."""
    return definitions_in("clew.journeys.acts.kinds", "ACT", SpeechAct)


class ActReader:
    """Reads texts of one language; made once, used for many."""

    def __init__(self, acts: dict[str, SpeechAct] | None = None, language: str = "en") -> None:
        """Put the ways of saying things under the words that give them away."""
        self._by_word: dict[tuple[Speaker, str, str], list[_Tried]] = {}
        self._places = {}
        for act in (acts if acts is not None else known_acts()).values():
            locale = act.locales.get(language)
            if locale is None:
                continue
            self._places[act.name] = tuple((re.compile(words), place) for words, place in act.places)
            for way in locale.ways:
                tried = _Tried(act, re.compile(way.pattern), _compiled(locale.unless, way.unless), way.about)
                for word in _triggers(way):
                    self._by_word.setdefault((act.by, act.span, word), []).append(tried)
        self._remembered = lru_cache(_REMEMBERED)(self._acts)

    def read(self, text: str, turns: Iterable[Turn]) -> Iterator[Done]:
        """Return the acts in one text whose parts belong to these speakers, in order."""
        for turn in turns:
            whole = text[turn.start : min(turn.end, turn.start + MOST_CHARACTERS)].strip()
            if turn.end - turn.start <= MOST_CHARACTERS:
                for act, about in self._remembered(whole, turn.speaker, "text"):
                    yield Done(act, turn.start, turn.end, turn.speaker, about)
            for start, end in _sentences(text, turn.start, turn.end):
                said = text[start : min(end, start + MOST_CHARACTERS)]
                for act, about in self._remembered(said, turn.speaker, "sentence"):
                    yield Done(act, start, end, turn.speaker, about)

    def _acts(self, said: str, speaker: Speaker, span: str) -> tuple[tuple[str, str], ...]:
        plain = said.lower().replace("’", "'")
        words = _WORD.findall(plain)
        found: dict[str, str] = {}
        for word in dict.fromkeys((*words, "")):
            for tried in self._by_word.get((speaker, span, word), ()):
                act = tried.act
                if act.name in found or len(words) > act.most_words or tried.pattern.search(plain) is None:
                    continue
                if any(unless.search(plain) for unless in tried.unless):
                    continue
                found[act.name] = tried.about or self._place(act.name, plain)
        return tuple(sorted(found.items()))

    def _place(self, act: str, plain: str) -> str:
        return next((place for words, place in self._places[act] if words.search(plain)), "")


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for found in _END.finditer(text, start, end):
        yield from _trimmed(text, begin, found.start())
        begin = found.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if first < last:
        yield first, last


def _triggers(way: Way) -> list[str]:
    """Return the words under which a way is found; "" is looked under for every text, after all of them."""
    return way.words.split() or [""]


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns if pattern)
