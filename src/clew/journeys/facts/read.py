"""Reads one text: which facts it states, at which characters, and which facts it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clew.journeys.facts.asked import asked_in
from clew.journeys.facts.asking import Asking
from clew.journeys.facts.bare import bare_name, bare_phrase
from clew.journeys.facts.deeds import LIKELY, deeds_in
from clew.journeys.facts.judge import Judge
from clew.journeys.facts.kind import FactKind
from clew.journeys.facts.language import Language, language_of
from clew.journeys.facts.promises import promised_within
from clew.journeys.facts.prose import ONLY_NAMES, Sentence, sentences_in, without_mark
from clew.journeys.facts.reading import Asked, Deed, Reading, Said
from clew.journeys.facts.shapes import Value, values_in
from clew.journeys.facts.speech import Speaker, Turn, turns_of
from clew.journeys.phrases import names_in, phrasebook
from clew.plugins import definitions_in

#: What a sentence states as a whole, by what it does.
_STATED = {"tried": "step_tried", "promise": "promise", "knows": "problem"}
#: Who has said one of these answers the matter: what else it is about they ask to help further.
_ANSWERS = tuple(
    f"company.{kind}"
    for kind in (
        *("settles", "sums_up", "explains", "promises", "cannot", "contradicts", "advises", "has_no_status"),
        *("tells_progress", "names_no_date", "passes_case", "sends_elsewhere", "hands_over"),
    )
)
#: What is less likely to tell the problem than this isn't even kept for when nothing else does.
_HARDLY = 0.1
#: Nobody tells a problem in fewer words than this: "It's 4711."
_FEWEST = 2
#: From here on a sentence behind the problem may as well give a number only; it then tells the problem no surer than this.
_GIVES, _MAY_GIVE, _UNSURE = "customer.gives", 0.25, 0.99
#: What was paid before, and how much more it is now: nobody says that but to tell the problem.
_SUMS_BESIDE = ("amount_usual", "amount_difference")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
#: From this probability on something is the customer's name.
_SOMEBODY = 0.7
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
        self.phrases = phrasebook(language.name)
        self.asking, self.judge = Asking(kinds, language), Judge(kinds, language.name, self.phrases)
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
        deeds: list[Deed] = []
        text = text[:MOST_CHARACTERS]
        tongue = self._tongues[language_of(text, self._languages, self._usual)]
        turns = turns_of(text, party)
        for turn in turns:
            named = _named(text, turn, tongue)
            said += named
            ahead: Deed | None = None
            answered = party == "bot"
            for deed in deeds_in(text, turn, tongue.phrases, tongue.asking):
                deeds.append(deed)
                sentence = deed.sentence
                values = [
                    each
                    for each in values_in(text, sentence.start, sentence.end)
                    if not _within(each, named) and not _is_secret(text, sentence, each)
                ]
                heading = ahead.sentence if ahead is not None and _is_heading(text, ahead.sentence) else None
                own = [
                    _stated(text, sentence, around, value, turn.speaker, tongue)
                    for around, value in _apart(sentence, values, heading)
                ]
                said += own
                if turn.speaker == "company":
                    # "I need your postcode. What is it?" asks once.
                    begun = {each.fact for each in asked if ahead is not None and each.start == ahead.sentence.start}
                    found = asked_in(text, deed, ahead, begun | {each.fact for each in own}, tongue.asking)
                    asked += [_as_offered(each) for each in found] if answered else found
                    answered = answered or any(deed.told.get(kind, 0.0) >= LIKELY for kind in _ANSWERS)
                bare = bare_name(text, sentence) if turn.speaker == "customer" else None
                if bare is None and (share := _of_problem(deed, ahead, own, _words_beside(text, sentence, values))):
                    rest.append(replace(deed.words, share=share))
                if deed.deed in _STATED:
                    _state(said, text, deed, turn.speaker)
                elif turn.speaker == "customer":
                    if bare:
                        said.append(Said("", bare["value"], *bare.span("value"), "customer", "name", sure=False))
                    elif phrase := bare_phrase(text, sentence):
                        said.append(Said("", phrase["value"], *phrase.span("value"), "customer", "phrase", sure=False))
                ahead = deed
        return Reading(tuple(said), tuple(asked), tuple(rest), tuple(turns), tuple(deeds))


def _as_offered(asked: Asked) -> Asked:
    """Return a question of a bot, or behind an answer: what the problem is it asks for its menu, or to help with something else."""
    return replace(asked, invites=asked.invites or asked.fact == "problem")


def _of_problem(deed: Deed, ahead: Deed | None, own: list[Said], words: int) -> float:
    """Return how likely a sentence of so many words beside its values tells the problem: 1 where it does, 0 where it can't.

    ONLY_NAMES where it tells nothing itself, but goes with what is told beside it. Right behind the problem what the sum should
    be goes with it, too, and what may as well only give a number doesn't go on with it.
    """
    behind = ahead is not None and ahead.deed == "problem" and deed.speaker == "customer"
    if own and deed.speaker == "customer" and words < _FEWEST:
        return ONLY_NAMES
    if words < _FEWEST:
        return 0.0
    if behind and any(each.fact in _SUMS_BESIDE for each in own):
        return ONLY_NAMES
    if behind and own and deed.told.get(_GIVES, 0.0) >= _MAY_GIVE:
        return min(deed.problem, _UNSURE)
    # It might where nothing else does: nothing else is likely of it.
    may = deed.deed == "problem" or (deed.problem >= _HARDLY and max(deed.told.values()) < LIKELY)
    return deed.problem if may else 0.0


def _words_beside(text: str, sentence: Sentence, values: list[Value]) -> int:
    """Return how many words a sentence has beside the values in it."""
    words, begin = "", sentence.start
    for value in values:
        words += text[begin : value.start] + " "
        begin = value.end
    return len(_WORD.findall(words + text[begin : sentence.end]))


def _state(said: list[Said], text: str, deed: Deed, speaker: Speaker) -> None:
    """Add what a sentence states as a whole; where it goes on with the one before, that one's words become longer."""
    fact, start = _STATED[deed.deed], deed.words.start
    end = without_mark(text, start, deed.words.end)
    if deed.goes_on:
        at = max(place for place, each in enumerate(said) if each.fact == fact)
        said[at] = replace(said[at], value=_whole(fact, text, said[at].start, end), end=end)
    else:
        said.append(Said(fact, _whole(fact, text, start, end), start, end, speaker))


def _whole(fact: str, text: str, start: int, end: int) -> str:
    return promised_within(text, Sentence(start, end)) if fact == "promise" else text[start:end]


def _named(text: str, turn: Turn, tongue: Tongue) -> list[Said]:
    """Return what the words around say the name of: by the kinds' own expressions, then customers' names by their sentences."""
    found: dict[tuple[str, int], Said] = {}
    for name, pattern in tongue.said[turn.speaker]:
        for each in pattern.finditer(text, turn.start, turn.end):
            start, end = each.span("value")
            found.setdefault((name, start), Said(name, text[start:end], start, end, turn.speaker))
    named = list(found.values())
    if tongue.phrases is not None:
        for sentence in sentences_in(text, turn.start, turn.end):
            words = text[sentence.start : sentence.end]
            for start, end in names_in(text, sentence.start, sentence.end):
                taken = any(each.start < end and start < each.end for each in named)
                at = start - sentence.start, end - sentence.start
                if not taken and tongue.phrases.names_somebody(words, *at, turn.speaker) >= _SOMEBODY:
                    named.append(Said("name", text[start:end], start, end, turn.speaker))
    return named


def _stated(text: str, sentence: Sentence, around: Sentence, value: Value, speaker: Speaker, tongue: Tongue) -> Said:
    fact, sure = tongue.judge.kind_of(text, sentence, around, value, speaker)
    return Said(fact, text[value.start : value.end], value.start, value.end, speaker, value.shape, sure)


def _is_secret(text: str, sentence: Sentence, value: Value) -> bool:
    """Say whether a number is a PIN or the like, which is none of the facts that one hands on."""
    return (
        value.shape == "digits" and _SECRET.search(text, max(sentence.start, value.start - 25), value.start) is not None
    )


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
