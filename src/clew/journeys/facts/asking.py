"""Finds what a sentence of the company's asks the customer for, told from offers, news and requests to do something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clew.journeys.facts.kind import FactKind, Locale
from clew.journeys.facts.language import Language
from clew.journeys.facts.prose import Sentence
from clew.journeys.facts.reading import Asked

#: So many characters before a thing can hold the request for it.
_REACH = 120
#: So many words may stand between a request, or a question word, and the thing it is for.
_BETWEEN, _NEAR = 7, 4
#: Words so near before a thing can make it another one.
_OTHER = 20
#: So far a sentence is read.
LONGEST = 600
_WORD = re.compile(r"[^\W\d_]+")
#: A sentence that is only a thing with what belongs to it is no longer than this.
_ALONE = 80
#: Where the part of a sentence begins that speaks of one doing.
_CLAUSE = re.compile(
    r"[,;:.\u2013\u2014]\s|\s[-\u2013\u2014]\s|\b(?:but|so|and|aber|und|mais|et|pero|y)\s", re.IGNORECASE
)
_LIST = re.compile(
    r"[\s,;&/+]*(?:and|or|und|oder|et|ou|y|o|as well as|along with|together with|with|plus)?[\s,:]*", re.IGNORECASE
)


class Asking:
    """Knows how one language asks for the kinds of fact; made once."""

    def __init__(self, kinds: Mapping[str, FactKind], language: Language) -> None:
        """Put the expressions together: one for things and their names, one for questions that name nothing."""
        spoken = {name: kind.locales[language.name] for name, kind in kinds.items() if language.name in kind.locales}
        word = rf"[^\w.?!;:]+(?!(?:{language.between})\b)[\w'’&-]+"
        self._wonders = _made(rf"(?:{language.wonders})(?:{word}){{0,{_NEAR}}}[^\w.?!;:]*$")
        self._leads = _made(rf"(?:{language.leads})(?:{word}){{0,{_BETWEEN}}}[^\w.?!;]*$")
        self._list = _made(rf"(?:{_LIST.pattern})(?:{word}){{0,2}}[^\w.?!;:]*$")
        self._states = _made(language.states)
        self._word = _made(rf"(?:{language.wonders}|{language.words_of_question})")
        self._fillers = _made(rf"\W*(?:(?:{language.fillers})\b\W*)*$")
        self._endings = _made(rf"(?:\W*\b(?:{language.endings})\b)*\W*$")
        self._telling, self._own, self._offers = _made(language.telling), _made(language.own), _made(language.offers)
        self._refusals, self._wanted = _made(language.refusals), _made(language.wanted)
        self._points = _made(language.points or r"(?!)")
        self._pointed = _made(
            rf"[^?]{{0,60}}[.:,;\u2013\u2014-]\s+(?:{language.points})" if language.points else r"(?!)"
        )
        self._urges, self._check = _made(language.urges), _made(language.checks)
        naming = f"(?:{language.wonders}|{language.naming})"
        self._kinds = [_Kind(name, each, naming) for name, each in spoken.items() if each.words]
        self._others = {name: _made(each.others or r"(?!)") for name, each in spoken.items()}
        self._words = frozenset(word for kind in self._kinds for word in kind.words)

    def asked(self, text: str, sentence: Sentence, stated: set[str], before: Sentence | None = None) -> Iterator[Asked]:
        """Return which facts a sentence asks for, each once; what the sentence states itself it doesn't ask for.

        The sentence ``before`` can say that it is only a check, or name what "What is it?" asks for.
        """
        start = sentence.start
        if before is not None and self._points.match(text, start, sentence.end) is not None:
            start = before.start
        words = text[start : min(sentence.end, start + LONGEST)]
        spoken = self._words.intersection(_WORD.findall(words.lower()))
        if not spoken:
            return
        kinds = [kind for kind in self._kinds if not spoken.isdisjoint(kind.words)]
        found = [*self._wanted_in(words, kinds), *self._questions_in(words, kinds)]
        if not found:
            return
        check = self.checks(text, sentence, before)
        for name in dict.fromkeys(found):
            if name not in stated:
                yield Asked(name, sentence.start, sentence.end, check)

    def checks(self, text: str, sentence: Sentence, before: Sentence | None = None) -> bool:
        """Say whether a sentence, or the one before it, says in words that something is only asked to make sure."""
        end = min(sentence.end, sentence.start + LONGEST)
        return self._check.search(text, sentence.start, end) is not None or (
            before is not None and self._check.search(text, before.start, before.end) is not None
        )

    def requests(self, text: str, sentence: Sentence) -> bool:
        """Say whether a sentence has a sign of a request: a question mark, "please", or what leads to one."""
        end = min(sentence.end, sentence.start + LONGEST)
        return self._urges.search(text, sentence.start, end) is not None

    def refuses(self, text: str, sentence: Sentence) -> bool:
        """Say whether a sentence tells not to send something, thanks for what was sent, or offers to do something with it."""
        end = min(sentence.end, sentence.start + LONGEST)
        return any(each.search(text, sentence.start, end) is not None for each in (self._refusals, self._offers))

    def names(self, text: str, sentence: Sentence, fact: str) -> bool:
        """Say whether a sentence has a word of what a fact is asked for with, and doesn't name somebody else's: "your host's name"."""
        words = text[sentence.start : min(sentence.end, sentence.start + LONGEST)]
        kind = next((each for each in self._kinds if each.name == fact), None)
        if kind is None or kind.words.isdisjoint(_WORD.findall(words.lower())):
            return False
        things = list(kind.things.finditer(words)) if kind.things else []
        others = self._others[fact]
        own = [each for each in things if others.search(words, max(0, each.start() - _OTHER), each.start()) is None]
        return bool(own) or not things

    def _wanted_in(self, words: str, kinds: list[_Kind]) -> Iterator[str]:
        """Return the kinds whose things are named as what is asked for, also in a list behind one that is."""
        until, begun = -1, 0
        for start, end, name in _matches(words, [(kind.name, kind.things) for kind in kinds]):
            if start < begun or self._others[name].search(words, max(0, start - _OTHER), start) is not None:
                continue
            begun = end
            if (until >= 0 and self._list.fullmatch(words, until, start) is not None) or self._is_wanted(
                words, start, end
            ):
                until = end
                yield name

    def _questions_in(self, words: str, kinds: list[_Kind]) -> Iterator[str]:
        """Return the kinds that are asked for by a question that needn't name them."""
        begun = 0
        for start, end, name in _matches(words, [(kind.name, kind.questions) for kind in kinds]):
            if start >= begun and self._is_question(words, start, end):
                begun = end
                yield name

    def _is_wanted(self, words: str, start: int, end: int) -> bool:
        """Say whether a thing that is named between two places is asked for."""
        head = words[max(0, start - _REACH) : start]
        wonder = self._wonders.search(head)
        if wonder is not None:
            return self._is_question(words, start - len(head) + wonder.start(), end)
        if self._fillers.match(head) is not None and self._is_alone(words, end):
            return True
        clause = _last_clause(head)
        if self._refusals.search(head) is not None or self._offers.search(clause) is not None:
            return False
        return (
            self._leads.search(head) is not None
            or self._pointed.match(words, end) is not None
            or (self._wanted.match(words, end) is not None and self._own.search(clause) is None)
        )

    def _is_alone(self, words: str, end: int) -> bool:
        """Say whether a thing with nothing before it is named in order to be told: "And the postcode on your bill?"."""
        if words[-1] in "?:" and len(words) < _ALONE:
            return self._states.match(words, end) is None
        return self._urges.search(words) is not None and self._endings.match(words, end) is not None

    def _is_question(self, words: str, start: int, end: int) -> bool:
        """Say whether what begins with a question word between two places is a question to the customer."""
        head = words[max(0, start - _REACH) : start]
        if self._telling.search(head) is not None:
            return self._offers.search(head) is None and self._refusals.search(head) is None
        clause = _last_clause(head)
        if self._own.search(clause) is not None or self._offers.search(clause) is not None:
            return False
        if self._word.match(words, start) is None:
            return self._refusals.search(head) is None
        return "?" in words[end - 1 :] or (
            self._fillers.match(clause) is not None and self._endings.match(words, end) is not None
        )


def _last_clause(head: str) -> str:
    start = 0
    for mark in _CLAUSE.finditer(head):
        start = mark.end()
    return head[start:]


def _made(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _matches(words: str, patterns: list[tuple[str, re.Pattern[str] | None]]) -> list[tuple[int, int, str]]:
    return sorted(
        (found.start(), found.end(), name)
        for name, pattern in patterns
        if pattern is not None
        for found in pattern.finditer(words)
    )


class _Kind:
    """How a language asks for one kind of fact."""

    def __init__(self, name: str, locale: Locale, naming: str) -> None:
        self.name, self.words = name, frozenset(locale.words.split())
        self.things = _made(locale.nouns) if locale.nouns else None
        of = r"(?: (?:one|ones|exact|particular|specific))?(?: of)?(?: (?:your|the|our|these|those|my))?"
        thing = f"{naming}{of} (?:{locale.things})" if locale.things else ""
        asks = "|".join(filter(None, (locale.asks, thing)))
        self.questions = _made(asks) if asks else None
