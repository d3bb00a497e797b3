"""Reads one text: which facts it states, at which characters, and which facts it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clew.journeys.facts.asking import Asking
from clew.journeys.facts.bare import bare_name, bare_phrase
from clew.journeys.facts.judge import Judge
from clew.journeys.facts.kind import FactKind
from clew.journeys.facts.language import Language, language_of
from clew.journeys.facts.matter import (
    is_tail,
    is_talk,
    leads_over,
    names_which,
    only_refers,
    tells_matter,
    tells_of_one,
)
from clew.journeys.facts.promises import promises_in
from clew.journeys.facts.prose import Sentence, sentences_in, without_greeting
from clew.journeys.facts.reading import Asked, Reading, Said
from clew.journeys.facts.shapes import Value, values_in
from clew.journeys.facts.speech import Speaker, Turn, turns_of
from clew.journeys.facts.steps import tried_in
from clew.plugins import definitions_in

#: Facts that say whose, or which one, the matter is.
_REFERRED = frozenset({"", "account", "invoice", "order", "phone", "email", "postcode", "date", "name", "product"})
#: A sentence that only names what the next one states is no longer than this.
_HEADING = 40
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
        follows = False
        text = text[:MOST_CHARACTERS]
        tongue = self._tongues[language_of(text, self._languages, self._usual)]
        turns = turns_of(text, party)
        for turn in turns:
            named = list(_named(text, turn, tongue))
            said += named
            before: Sentence | None = None
            leading: Sentence | None = None
            for sentence in sentences_in(text, turn.start, turn.end):
                last, before = before, sentence
                lead, leading = leading, None
                values = [
                    each
                    for each in values_in(text, sentence.start, sentence.end)
                    if not _within(each, named) and not _is_secret(text, sentence, each)
                ]
                heading = last if last is not None and _is_heading(text, last) else None
                own = [
                    _stated(text, around, value, turn.speaker, tongue)
                    for around, value in _apart(sentence, values, heading)
                ]
                said += own
                if turn.speaker == "company":
                    asked += tongue.asking.asked(text, sentence, {each.fact for each in own}, last)
                    days = promises_in(text, sentence)
                    if days is not None:
                        said.append(Said("promise", days, sentence.start, sentence.end, "company"))
                elif tried_in(text, sentence):
                    tried = text[sentence.start : sentence.end]
                    said.append(Said("step_tried", tried, sentence.start, sentence.end, "customer"))
                elif bare := bare_name(text, sentence):
                    said.append(Said("", bare["value"], *bare.span("value"), "customer", "name", sure=False))
                else:
                    if phrase := bare_phrase(text, sentence):
                        said.append(Said("", phrase["value"], *phrase.span("value"), "customer", "phrase", sure=False))
                    facts = [*own, *_inside(sentence, named)]
                    told, leading = _told(text, sentence, lead, facts, follows=follows)
                    rest += told
                    follows = follows or any(not each.tail for each in told)
        return Reading(tuple(said), tuple(asked), tuple(rest), tuple(turns))


def _told(
    text: str, sentence: Sentence, lead: Sentence | None, facts: list[Said], *, follows: bool
) -> tuple[list[Sentence], Sentence | None]:
    """Return what a customer's sentence tells of the matter, or the sentence itself where it only leads over to the next.

    ``lead`` is the sentence before where that one did; ``follows`` says that the matter was told before.
    """
    own_words = without_greeting(text, sentence)
    if is_talk(text, own_words):
        return [], None
    words = _without(text, own_words, facts)
    if follows and _refers(text, sentence, words, {each.fact for each in facts}):
        return [], None
    if tells_matter(words) or (tells_of_one(words) and any(each.shape == "code" for each in facts)):
        return [Sentence(lead.start, own_words.end) if lead else own_words], None
    if leads_over(words):
        return [], own_words
    return [Sentence(sentence.start, sentence.end, tail=True)] if is_tail(text, sentence, words) else [], None


def _refers(text: str, sentence: Sentence, words: str, about: set[str]) -> bool:
    """Say whether a sentence behind the matter only tells whose, or which one, it is."""
    return not _REFERRED.isdisjoint(about) and not names_which(text, sentence) and only_refers(words)


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


def _inside(sentence: Sentence, named: list[Said]) -> list[Said]:
    return [each for each in named if sentence.start <= each.start < sentence.end]


def _within(value: Value, named: list[Said]) -> bool:
    return any(each.start <= value.start and value.end <= each.end for each in named)


def _is_heading(text: str, sentence: Sentence) -> bool:
    """Say whether a sentence only names what the next one states: "My customer number?"."""
    return sentence.end - sentence.start <= _HEADING and text[sentence.end - 1] in "?:"


def _apart(sentence: Sentence, values: list[Value], heading: Sentence | None) -> Iterator[tuple[Sentence, Value]]:
    """Return each value with the part of the sentence that can speak of it: from the value before to the one after.

    A heading before the sentence speaks of its first value.
    """
    begin = heading.start if heading else sentence.start
    sum_end = begin
    for at, value in enumerate(values):
        # A sum is told by what is said of it, whatever number stands between: "I've corrected INV-1044 to $80.69".
        start = sum_end if value.shape == "amount" else values[at - 1].end if at else begin
        sum_end = value.end if value.shape == "amount" else sum_end
        end = values[at + 1].start if at + 1 < len(values) else sentence.end
        yield Sentence(start, end), value
