"""Reads one text: which facts it states, at which characters, and which facts it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clew.journeys.facts.asking import CHECKS, REQUESTS
from clew.journeys.facts.judge import Judge, any_of
from clew.journeys.facts.kind import FactKind
from clew.journeys.facts.prose import (
    Sentence,
    is_tail,
    is_talk,
    only_carries,
    promises_in,
    sentences_in,
    tried_in,
    without_greeting,
)
from clew.journeys.facts.reading import Asked, Reading, Said
from clew.journeys.facts.shapes import Value, values_in
from clew.journeys.facts.speech import Speaker, Turn, turns_of
from clew.plugins import definitions_in

#: An answer that is nothing but a name.
_BARE_NAME = re.compile(
    r"\W*(?:(?:[Ii]t'?s|[Ii]t is|[Ss]ure|[Yy]es|[Oo]f course|[Tt]hat'?s|[Ii]'m|[Ii] am|[Tt]his is|[Hh]ere)[, ]+)*"
    r"(?!Number |It's |It is )(?P<value>[A-Z][^\W\d][\w'’-]*(?: (?:[A-Z]\.|[A-Z][^\W\d]+)){1,3}?)[.!]?\s*$"
)
#: One that is nothing but the name of a thing.
_BARE_PHRASE = re.compile(
    r"\W*(?:(?:it'?s|it is|sure|yes|that'?s)[, ]+)*the (?P<value>[a-z][\w'’+-]*(?: [\w'’+-]+){0,4}?)[.!]?\s*$",
    re.IGNORECASE,
)


def known_kinds() -> dict[str, FactKind]:
    """Return the kinds of fact by name."""
    return definitions_in("clew.journeys.facts.kinds", "KIND", FactKind)


#: What stands further back in a text isn't read: pages of pasted logs tell no facts.
MOST_CHARACTERS = 50_000


class Reader:
    """Reads texts of one language; made once, used for many."""

    def __init__(self, kinds: dict[str, FactKind] | None = None, language: str = "en") -> None:
        """Put the kinds' expressions together so that each text is gone through once for all of them."""
        kinds = kinds if kinds is not None else known_kinds()
        spoken = {name: kind.locales[language] for name, kind in kinds.items() if language in kind.locales}
        self._asks = any_of({name: "|".join(filter(None, (each.nouns, each.asks))) for name, each in spoken.items()})
        self._said: dict[Speaker, list[tuple[str, re.Pattern[str]]]] = {
            "customer": [(name, re.compile(found)) for name, each in spoken.items() for found in each.said],
            "company": [(name, re.compile(found)) for name, each in spoken.items() for found in each.said_by_company],
        }
        self._judge = Judge(kinds, language)
        self._request = re.compile(REQUESTS[language], re.IGNORECASE)
        self._check = re.compile(CHECKS[language], re.IGNORECASE)

    def read(self, text: str, party: str) -> Reading:
        """Read one text whose row names ``party`` as its author."""
        said: list[Said] = []
        asked: list[Asked] = []
        rest: list[Sentence] = []
        text = text[:MOST_CHARACTERS]
        turns = turns_of(text, party)
        for turn in turns:
            named = list(self._named(text, turn))
            said += named
            for sentence in sentences_in(text, turn.start, turn.end):
                values = [each for each in values_in(text, sentence.start, sentence.end) if not _within(each, named)]
                own = [self._stated(text, around, value, turn.speaker) for around, value in _apart(sentence, values)]
                said += own
                if turn.speaker == "company":
                    asked += self._asked(text, sentence, {each.fact for each in own})
                    days = promises_in(text, sentence)
                    if days is not None:
                        said.append(Said("promise", days, sentence.start, sentence.end, "company"))
                elif tried_in(text, sentence):
                    said.append(
                        Said(
                            "step_tried", text[sentence.start : sentence.end], sentence.start, sentence.end, "customer"
                        )
                    )
                else:
                    bare = _BARE_NAME.match(text, sentence.start, sentence.end)
                    if bare:
                        said.append(Said("", bare["value"], *bare.span("value"), "customer", "name", sure=False))
                        continue
                    phrase = _BARE_PHRASE.match(text, sentence.start, sentence.end)
                    if phrase:
                        said.append(Said("", phrase["value"], *phrase.span("value"), "customer", "phrase", sure=False))
                    if not is_talk(text, sentence):
                        if not only_carries(text, sentence):
                            rest.append(without_greeting(text, sentence))
                        elif is_tail(text, sentence):
                            rest.append(Sentence(sentence.start, sentence.end, tail=True))
        return Reading(tuple(said), tuple(asked), tuple(rest), tuple(turns))

    def _named(self, text: str, turn: Turn) -> Iterator[Said]:
        seen: set[tuple[str, int]] = set()
        for name, pattern in self._said[turn.speaker]:
            for found in pattern.finditer(text, turn.start, turn.end):
                start, end = found.span("value")
                if (name, start) not in seen:
                    seen.add((name, start))
                    yield Said(name, text[start:end], start, end, turn.speaker)

    def _stated(self, text: str, around: Sentence, value: Value, speaker: Speaker) -> Said:
        fact, sure = self._judge.kind_of(text, around, value, speaker)
        return Said(fact, text[value.start : value.end], value.start, value.end, speaker, value.shape, sure)

    def _asked(self, text: str, sentence: Sentence, stated: set[str]) -> Iterator[Asked]:
        """Tell which facts a company's sentence asks for; what it states itself it doesn't ask for."""
        if self._request.search(text, sentence.start, sentence.end) is None:
            return
        check = self._check.search(text, sentence.start, sentence.end) is not None
        told: set[str] = set()
        for found in self._asks.finditer(text, sentence.start, sentence.end):
            name = found.lastgroup or ""
            if name not in told and name not in stated:
                told.add(name)
                yield Asked(name, sentence.start, sentence.end, check)


def _within(value: Value, named: list[Said]) -> bool:
    return any(each.start <= value.start and value.end <= each.end for each in named)


def _apart(sentence: Sentence, values: list[Value]) -> Iterator[tuple[Sentence, Value]]:
    """Return each value with the part of the sentence that can speak of it: from the value before to the one after."""
    for at, value in enumerate(values):
        start = values[at - 1].end if at else sentence.start
        end = values[at + 1].start if at + 1 < len(values) else sentence.end
        yield Sentence(start, end), value
