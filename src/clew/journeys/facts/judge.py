"""Judges what a value is: by the words right next to it, its prefix, the nearest noun, or its form."""

from __future__ import annotations

import re

from clew.journeys.facts.kind import FactKind
from clew.journeys.facts.prose import Sentence
from clew.journeys.facts.shapes import Value
from clew.journeys.facts.speech import Speaker
from clew.journeys.phrases import Phrasebook

#: Forms that say what they are.
_PLAIN = ("email", "phone", "amount", "date")
#: So many characters a noun may stand from the value that it names; one behind it counts as this much further away.
_REACH, _BEHIND = 60, 8

#: From this probability on the sentence around tells what a sum is.
_SURE = 0.5


class Judge:
    """Knows the words of all kinds in one language."""

    def __init__(self, kinds: dict[str, FactKind], language: str, phrases: Phrasebook | None) -> None:
        """Put the kinds' expressions together."""
        self._kinds, self._phrases = kinds, phrases
        spoken = {name: kind.locales[language] for name, kind in kinds.items() if language in kind.locales}
        self._nouns = any_of(
            {
                name: "|".join(filter(None, (each.nouns, each.things and rf"\b(?:{each.things})")))
                for name, each in spoken.items()
            }
        )
        self._before = [
            (name, re.compile(f"(?:{each.before})$", re.IGNORECASE)) for name, each in spoken.items() if each.before
        ]
        self._after = [(name, re.compile(each.after, re.IGNORECASE)) for name, each in spoken.items() if each.after]
        self._prefixes = {prefix: name for name, kind in kinds.items() for prefix in kind.prefixes}
        self._defaults = {shape: name for name, kind in kinds.items() for shape in kind.default_for}

    def kind_of(
        self, text: str, sentence: Sentence, around: Sentence, value: Value, speaker: Speaker
    ) -> tuple[str, bool]:
        """Return what a value is, and whether its sentence says so: by the words next to it, the nearest noun, or its form.

        ``around`` is the part of the sentence that can speak of it. What a sum is that no word next to it tells, all of the sentence does.
        """
        fitting = {
            name for name, kind in self._kinds.items() if value.shape in kind.shapes and kind.by in ("anybody", speaker)
        }
        if value.shape == "phone" and text[value.start] in "+(":
            # No other number is written with a country's or area's code apart.
            fitting = {name for name in fitting if value.shape in self._kinds[name].default_for}
        head = text[around.start : value.start]
        for name, pattern in self._before:
            if name in fitting and pattern.search(head):
                return name, True
        for name, pattern in self._after:
            if name in fitting and pattern.match(text, value.end, around.end):
                return name, True
        if value.shape == "code":
            prefix = re.split(r"[-#_\d]", text[value.start : value.end].lower())[0]
            if prefix in self._prefixes:
                return self._prefixes[prefix], True
        nearest = self._nearest(text, around, value, fitting)
        if nearest:
            return nearest, True
        if value.shape == "amount" and self._phrases is not None:
            words = text[sentence.start : sentence.end]
            told = self._phrases.sum_told(words, value.start - sentence.start, value.end - sentence.start)
            likeliest, share = next(iter(told.items()))
            return likeliest.removeprefix("sum.") if share >= _SURE else "amount", True
        # What a bare number is only the talk around can tell; what else has a form is taken for what it mostly is.
        return self._defaults.get(value.shape, "") if value.shape != "digits" else "", value.shape in _PLAIN

    def _nearest(self, text: str, sentence: Sentence, value: Value, fitting: set[str]) -> str:
        best, distance = "", _REACH
        for found in self._nouns.finditer(text, sentence.start, sentence.end):
            name = found.lastgroup or ""
            gap = value.start - found.end() if found.end() <= value.start else found.start() - value.end + _BEHIND
            if name in fitting and 0 <= gap < distance:
                best, distance = name, gap
        return best


def any_of(patterns: dict[str, str]) -> re.Pattern[str]:
    """Put expressions together as groups named after their kinds; where several match at a place, the first kind by name does."""
    return re.compile(
        "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items() if pattern), re.IGNORECASE
    )
