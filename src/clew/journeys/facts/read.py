"""Reads one text: which facts it states, at which characters, and which facts it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clew.journeys.facts.asking import Asking
from clew.journeys.facts.judge import Judge
from clew.journeys.facts.kind import FactKind
from clew.journeys.facts.language import Language, language_of
from clew.journeys.facts.matter import is_tail, is_talk, tells_matter
from clew.journeys.facts.promises import promises_in
from clew.journeys.facts.prose import Sentence, sentences_in, without_greeting
from clew.journeys.facts.reading import Asked, Reading, Said
from clew.journeys.facts.shapes import Value, values_in
from clew.journeys.facts.speech import Speaker, Turn, turns_of
from clew.journeys.facts.steps import tried_in
from clew.plugins import definitions_in

#: An answer that is nothing but one thing is no longer than this.
_BARE = 120
#: An answer that is nothing but a name.
_BARE_NAME = re.compile(
    r"\W*(?:(?:[Ii]t'?s|[Ii]t is|[Ss]ure|[Yy]es|[Oo]f course|[Tt]hat'?s|[Ii]'m|[Ii] am|[Tt]his is|[Hh]ere)[, ]+)*"
    r"(?!Number |It's |It is )(?P<value>[A-Z][^\W\d][\w'’-]*(?: (?:[A-Z]\.|[A-Z][^\W\d]+)){1,3}?)[.!]?\s*$"
)
#: One that is nothing but the name of a thing.
_BARE_PHRASE = re.compile(
    r"\W*(?:(?:it'?s|it is|sure|yes|that'?s)[, ]+)*the (?![^.!?]*\d{4})(?!\w+ (?:number|code|id)\b)(?P<value>[a-z][\w'’+-]*(?: (?!is\b|was\b)[\w'’+-]+){0,4}?)[.!]?\s*$",
    re.IGNORECASE,
)


#: The same without "the", written like a name: "Home Internet 200."
_BARE_TITLE = re.compile(
    r"\W*(?:(?:[Ii]t'?s|[Ii]t is|[Ss]ure|[Yy]es|[Tt]hat'?s)[, ]+)*(?![^.!?]*\d{4})(?!\W*(?:It|I|Sure|Yes|That|The|No|My|Hi|Hello|Thanks|Thank)\b)(?P<value>[A-Z][\w'’+-]*(?: (?:to |and |of )?[\w'’+-]+){0,4}?)[.!]?\s*$"
)


#: What stands before a number that nobody should pass on.
_SECRET = re.compile(
    r"\b(?:pin|cvv|cvc|passwords?|passcode|one[- ]time code|security code)\b[^.?!\d]{0,15}$", re.IGNORECASE
)


def known_kinds() -> dict[str, FactKind]:
    """Return the kinds of fact by name."""
    return definitions_in("clew.journeys.facts.kinds", "KIND", FactKind)


def known_languages() -> dict[str, Language]:
    """Return the languages whose questions are understood, by name."""
    return definitions_in("clew.journeys.facts.languages", "LANGUAGE", Language)


#: What stands further back in a text isn't read: pages of pasted logs tell no facts.
MOST_CHARACTERS = 50_000


class Tongue:
    """What a reader knows of one language; kinds that have no words in it are known by their forms only."""

    def __init__(self, kinds: dict[str, FactKind], language: Language, usual: str) -> None:
        """Put the language's expressions together; names written on their own are found by those of the usual language."""
        self.asking, self.judge = Asking(kinds, language), Judge(kinds, language.name)
        spoken = {
            name: kind.locales.get(language.name, kind.locales[usual])
            for name, kind in kinds.items()
            if usual in kind.locales
        }
        usually = {name: kind.locales[usual] for name, kind in kinds.items() if usual in kind.locales}
        self.said: dict[Speaker, list[tuple[str, re.Pattern[str]]]] = {
            "customer": [
                (name, re.compile(found)) for name, each in spoken.items() for found in each.said or usually[name].said
            ],
            "company": [
                (name, re.compile(found))
                for name, each in spoken.items()
                for found in each.said_by_company or usually[name].said_by_company
            ],
        }


class Reader:
    """Reads texts, each in its language; made once, used for many."""

    def __init__(self, kinds: dict[str, FactKind] | None = None, usual: str = "en") -> None:
        """Put the kinds' expressions together, by language; ``usual`` is taken where a text doesn't tell its own."""
        kinds = kinds if kinds is not None else known_kinds()
        languages = known_languages()
        self._usual, self._languages = usual, list(languages.values())
        self._tongues = {name: Tongue(kinds, language, usual) for name, language in languages.items()}

    def read(self, text: str, party: str) -> Reading:
        """Read one text whose row names ``party`` as its author."""
        said: list[Said] = []
        asked: list[Asked] = []
        rest: list[Sentence] = []
        text = text[:MOST_CHARACTERS]
        tongue = self._tongues[language_of(text, self._languages, self._usual)]
        turns = turns_of(text, party)
        for turn in turns:
            named = list(_named(text, turn, tongue))
            said += named
            for sentence in sentences_in(text, turn.start, turn.end):
                values = [
                    each
                    for each in values_in(text, sentence.start, sentence.end)
                    if not _within(each, named) and not _is_secret(text, sentence, each)
                ]
                own = [_stated(text, around, value, turn.speaker, tongue) for around, value in _apart(sentence, values)]
                said += own
                if turn.speaker == "company":
                    asked += tongue.asking.asked(text, sentence, {each.fact for each in own})
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
                    short = sentence.end - sentence.start <= _BARE
                    bare = _BARE_NAME.match(text, sentence.start, sentence.end) if short else None
                    if bare:
                        said.append(Said("", bare["value"], *bare.span("value"), "customer", "name", sure=False))
                        continue
                    if short and (phrase := _bare_phrase(text, sentence)):
                        said.append(Said("", phrase["value"], *phrase.span("value"), "customer", "phrase", sure=False))
                    own_words = without_greeting(text, sentence)
                    if not is_talk(text, own_words):
                        words = _without(text, own_words, [*values, *named])
                        if tells_matter(words):
                            rest.append(own_words)
                        elif is_tail(text, sentence, words):
                            rest.append(Sentence(sentence.start, sentence.end, tail=True))
        return Reading(tuple(said), tuple(asked), tuple(rest), tuple(turns))


def _bare_phrase(text: str, sentence: Sentence) -> re.Match[str] | None:
    return _BARE_PHRASE.match(text, sentence.start, sentence.end) or _BARE_TITLE.match(
        text, sentence.start, sentence.end
    )


def _named(text: str, turn: Turn, tongue: Tongue) -> Iterator[Said]:
    seen: set[tuple[str, int]] = set()
    for name, pattern in tongue.said[turn.speaker]:
        for found in pattern.finditer(text, turn.start, turn.end):
            start, end = found.span("value")
            if (name, start) not in seen:
                seen.add((name, start))
                yield Said(name, text[start:end], start, end, turn.speaker)


def _stated(text: str, around: Sentence, value: Value, speaker: Speaker, tongue: Tongue) -> Said:
    fact, sure = tongue.judge.kind_of(text, around, value, speaker)
    return Said(fact, text[value.start : value.end], value.start, value.end, speaker, value.shape, sure)


def _without(text: str, sentence: Sentence, values: Iterable[Value | Said]) -> str:
    """Return a sentence's words without the values in it."""
    words, begin = "", sentence.start
    for value in sorted(values, key=lambda each: each.start):
        if begin <= value.start and value.end <= sentence.end:
            words += text[begin : value.start]
            begin = value.end
    return words + text[begin : sentence.end]


def _is_secret(text: str, sentence: Sentence, value: Value) -> bool:
    """Say whether a number is a PIN or the like, which is none of the facts that one hands on."""
    return (
        value.shape == "digits" and _SECRET.search(text, max(sentence.start, value.start - 25), value.start) is not None
    )


def _within(value: Value, named: list[Said]) -> bool:
    return any(each.start <= value.start and value.end <= each.end for each in named)


def _apart(sentence: Sentence, values: list[Value]) -> Iterator[tuple[Sentence, Value]]:
    """Return each value with the part of the sentence that can speak of it: from the value before to the one after."""
    for at, value in enumerate(values):
        start = values[at - 1].end if at else sentence.start
        end = values[at + 1].start if at + 1 < len(values) else sentence.end
        yield Sentence(start, end), value
