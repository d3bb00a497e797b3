"""Tells what each sentence of somebody's turn does; what can't be told alone goes on with what stood before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from clew.journeys.facts.asking import Asking
from clew.journeys.facts.prose import Sentence, sentences_in, without_greeting
from clew.journeys.facts.reading import Asked, Deed
from clew.journeys.facts.speech import Turn
from clew.journeys.phrases import Phrasebook

#: From this probability on a sentence does something.
LIKELY = 0.4
#: A sentence of which nothing is so likely goes on with the one before it, if that isn't less likely than this …
SURE, GOES_ON = 0.6, 0.1
#: … and leads over to a problem behind it from this on.
LEADS_OVER = 0.2
#: Kinds of phrase that are one deed: who insists on the problem tells it again.
_DEEDS = {
    "customer.problem": "problem",
    "customer.insists": "problem",
    "customer.tried": "tried",
    "company.promises": "promise",
    "company.knows_history": "knows",
}
#: So likely what stands before the first comma greets, no further from the beginning than this.
_GREETS, _LONGEST_GREETING = 0.6, 50
#: Deeds that are one however many sentences they take.
_ONE = ("promise", "knows")


def deeds_in(text: str, turn: Turn, phrases: Phrasebook | None, asking: Asking) -> list[Deed]:
    """Return the sentences of a turn, in order, with what each does; nothing is known where there is no phrasebook.

    What a sentence of the company's asks for by its grammar is a hint for the phrasebook.
    """
    deeds: list[Deed] = []
    for sentence in sentences_in(text, turn.start, turn.end):
        words = without_greeting(text, sentence)
        if phrases and not deeds and words == sentence:
            words = _behind_greeting(text, sentence, turn, phrases)
        ahead = deeds[-1].sentence if deeds else None
        asked = tuple(asking.asked(text, sentence, set(), ahead)) if turn.speaker == "company" else ()
        told = phrases.told(text[words.start : words.end], turn.speaker, hints_of(asked)) if phrases else {}
        likely = _likely(told)
        top = next(iter(told.values()), 0.0)
        deed = next((name for name, share in likely.items() if share >= max(LIKELY, top)), "")
        before = deeds[-1].deed if deeds else ""
        goes_on = not deed and before and top < SURE and likely.get(before, 0.0) >= GOES_ON
        deed = before if goes_on else deed
        goes_on = goes_on or (deed == before and deed in _ONE)
        problem = 1.0 if deed == "problem" else likely.get("problem", 0.0)
        deeds.append(Deed(sentence, words, turn.speaker, told, asked, deed, problem, goes_on=bool(goes_on)))
    for at in range(len(deeds) - 1, 0, -1):
        if deeds[at].deed == "problem" and _leads_over(deeds[at - 1]):
            deeds[at - 1] = replace(deeds[at - 1], deed="problem", problem=1.0)
    return deeds


def _behind_greeting(text: str, sentence: Sentence, turn: Turn, phrases: Phrasebook) -> Sentence:
    """Return the first sentence of a turn from behind a greeting that nobody expects: "To the team on duty, my bill is wrong"."""
    comma = text.find(",", sentence.start, min(sentence.end, sentence.start + _LONGEST_GREETING))
    if comma < 0:
        return sentence
    greets = phrases.told(text[sentence.start : comma], turn.speaker).get(f"{turn.speaker}.greets", 0.0)
    begin = comma + 1 + len(text[comma + 1 : sentence.end]) - len(text[comma + 1 : sentence.end].lstrip())
    return Sentence(begin, sentence.end) if greets >= _GREETS and begin < sentence.end else sentence


def hints_of(asked: tuple[Asked, ...]) -> frozenset[str]:
    """Return the features that say what a sentence asks for by its grammar; none for a sentence that asks for nothing."""
    return frozenset(f"=asks {each.fact}" for each in asked) | ({"=asks"} if asked else frozenset())


def _leads_over(deed: Deed) -> bool:
    """Say whether a sentence before one that tells the problem is a part of it."""
    return not deed.deed and next(iter(deed.told.values()), 0.0) < SURE and deed.problem >= LEADS_OVER


def _likely(told: Mapping[str, float]) -> dict[str, float]:
    likely: dict[str, float] = {}
    for kind, share in told.items():
        if kind in _DEEDS:
            likely[_DEEDS[kind]] = likely.get(_DEEDS[kind], 0.0) + share
    return likely
