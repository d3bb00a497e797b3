"""Follows one journey's talk: what a bare number answers, what was known when it was asked for, and which words tell the problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from clew.journeys.facts.formats import Formats
from clew.journeys.facts.kind import FactKind
from clew.journeys.facts.prose import GREETING, ONLY_NAMES, Sentence, without_mark
from clew.journeys.facts.reading import Asked, Reading, Said
from clew.journeys.facts.speech import Speaker

#: What is done with a fact: the customer gives it (unasked or as an answer), somebody of the company states it, it is asked
#: for, asked for though the customer had given it on this journey, or asked again only to check who somebody is.
Act = Literal["give", "answer", "use", "ask", "ask_again", "verify"]


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a journey, in the journey's order; ``conversation`` is "" where the source knows none."""

    interaction_id: str
    position: int
    conversation: str
    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing done with a fact at some characters of a message; ``value`` is None where it is asked for.

    ``read_by`` names the language model that read a question in it, None where the rules read it.
    """

    interaction_id: str
    position: int
    fact: str
    act: Act
    value: str | None
    start: int
    end: int
    speaker: Speaker
    read_by: str | None = None


#: A name stands for a product from this many texts on that say so.
LEAST_TEXTS = 2


#: What is less likely to tell the problem than this doesn't, though nothing else among the first words does.
_LIKELIEST = 0.25

#: A word that may belong to a name.
_WRITTEN_BIG = re.compile(r"(?!(?:One|I|We|The|My|Our|It|A|An|That|Just|Only)\b)\b[A-Z\d]")


class Settler:
    """Goes through journeys one by one; knows the kinds of fact and what their numbers look like here."""

    def __init__(self, kinds: dict[str, FactKind], formats: Formats, products: frozenset[str] = frozenset()) -> None:
        """Keep what is the same for all journeys."""
        self._kinds, self._formats = kinds, formats
        named = "|".join(re.escape(name) for name in sorted(products, key=lambda name: (-len(name), name)))
        self._products = re.compile(rf"(?<![\w-])(?:{named})(?![\w-])", re.IGNORECASE) if named else None
        self._apart = {name: re.compile(kind.apart, re.IGNORECASE) for name, kind in kinds.items() if kind.apart}
        self._numbers = [name for name, kind in kinds.items() if "digits" in kind.shapes]
        self._coded = [name for name, kind in kinds.items() if "code" in kind.shapes]

    def settle(self, messages: Iterable[Message]) -> Iterator[Fact]:
        """Return all that was done with facts in one journey, in order."""
        known: dict[str, set[str]] = {}
        asked: set[tuple[str, str]] = set()
        pending: list[str] = []
        told: set[str] = set()
        heard: set[str] = set()
        begun: set[str] = set()
        for message in messages:
            products = [*self._named_products(message)]
            said = [each for each in message.reading.said if not _part_of(each, products)]
            events: list[Said | Asked] = [*said, *message.reading.asked, *products]
            events.sort(key=lambda each: (each.start, isinstance(each, Asked)))
            problem = self._problem(message, pending, told, heard)
            if problem is not None:
                events.append(problem)
                events.sort(key=lambda each: (each.start, isinstance(each, Asked)))
            first_words = _first_words(message)
            # With whatever words somebody opens a conversation, what it is about they ask to offer help.
            offered = 0 if message.conversation in begun else first_words
            begun.add(message.conversation)
            if first_words < len(message.text):
                heard.add(message.conversation)
            for event in events:
                if isinstance(event, Asked) and event.read_by:
                    # What a model reads is only added: what an answer means, and what was read without it, never follows from it.
                    if not event.invites:
                        yield self._question(message, event, known, set(asked))
                    continue
                if isinstance(event, Asked) and (event.invites or (event.fact == "problem" and event.start < offered)):
                    pending.append(event.fact)
                    continue
                if isinstance(event, Asked):
                    yield self._question(message, event, known, asked)
                    pending.append(event.fact)
                    continue
                fact = self._judged(event, pending)
                if not fact or (fact == "name" and self._only_names_product(event.value)):
                    continue
                act: Act = "use" if event.speaker == "company" else "answer" if fact in pending else "give"
                if event.speaker == "customer":
                    known.setdefault(fact, set()).add(self._kinds[fact].normal(event.value))
                    pending = [each for each in pending if each != fact]
                yield Fact(
                    message.interaction_id,
                    message.position,
                    fact,
                    act,
                    event.value,
                    event.start,
                    event.end,
                    event.speaker,
                )

    def _named_products(self, message: Message) -> Iterator[Said]:
        """Find the known names of products where no pattern found them already."""
        if self._products is None:
            return
        taken = {(said.start, said.end) for said in message.reading.said if said.fact == "product"}
        for turn in message.reading.turns:
            for found in self._products.finditer(message.text, turn.start, turn.end):
                if found.span() not in taken:
                    yield Said("product", found[0], *found.span(), turn.speaker)

    def _question(
        self, message: Message, event: Asked, known: dict[str, set[str]], asked: set[tuple[str, str]]
    ) -> Fact:
        """Return what a question is: the first one for this, one for what was given, or a check."""
        act: Act = "ask"
        pattern = self._apart.get(event.fact)
        found = pattern.search(message.text, event.start, event.end) if pattern else None
        meant = (event.fact, found[0].lower() if found else "")
        if event.fact in known and (found is None or meant in asked):
            act = "verify" if event.check and self._kinds[event.fact].identifies else "ask_again"
        asked.add(meant)
        place = (message.interaction_id, message.position)
        return Fact(*place, event.fact, act, None, event.start, event.end, "company", event.read_by or None)

    def _judged(self, said: Said, pending: list[str]) -> str:
        """Return what a value is: what its sentence says, unless no value of that kind looks like it here."""
        if said.shape == "code" and not said.sure:
            learnt = self._formats.kind_of_code(said.value)
            asked = [fact for fact in pending if fact in self._coded]
            return learnt or (asked[0] if len(asked) == 1 and said.speaker == "customer" else said.fact)
        if said.shape == "digits" and said.fact and not self._formats.fits(said.fact, said.value):
            return self._meant(said, pending) or said.fact
        return said.fact or self._meant(said, pending)

    def _meant(self, said: Said, pending: list[str]) -> str:
        """Return what a value is that its own sentence doesn't tell: what was asked for, else what numbers of this form are here."""
        if said.shape in ("name", "phrase"):
            if self._only_names_product(said.value):
                return ""
            # A bare name may be that of a thing; a bare phrase is nobody's name.
            wanted = ("name", "product") if said.shape == "name" else ("product",)
            return next((fact for fact in wanted if fact in pending), "")
        if said.shape != "digits":
            return ""
        usual = self._formats.kind_of_number(said.value)
        asked = [fact for fact in pending if fact in self._numbers and self._formats.fits(fact, said.value)]
        return usual if usual in asked or not asked else asked[0]

    def _only_names_product(self, value: str) -> bool:
        """Say whether a bare answer is a known product with little around it, which is found by its name: "One Fiber 100"."""
        found = self._products.search(value) if self._products else None
        return found is not None and _WRITTEN_BIG.search(value[: found.start()] + value[found.end() :]) is None

    def _problem(self, message: Message, pending: list[str], told: set[str], heard: set[str]) -> Said | None:
        """Return the customer's first words about the matter in each conversation, and those after being asked for it.

        Where none of somebody's first words surely tell it, the likeliest of them do.
        """
        answers = {said.start for said in message.reading.said if said.shape == "phrase" and "product" in pending}
        rest = [each for each in message.reading.rest if not any(each.start <= start < each.end for start in answers)]
        if message.conversation in told and "problem" not in pending and not _begins_anew(message):
            return None
        sure = [at for at, sentence in enumerate(rest) if sentence.share >= 1]
        if sure:
            begin = sure[0]
        else:
            begin = max(range(len(rest)), key=lambda at: rest[at].share, default=-1)
            if message.conversation in heard or begin < 0 or rest[begin].share < _LIKELIEST:
                return None
        told.add(message.conversation)
        start, end = _reach(message.text, rest, begin)
        return Said("problem", message.text[start:end], start, end, "customer")


def _part_of(said: Said, products: list[Said]) -> bool:
    """Say whether a number is a part of a product's name: the 500 of "Fiber 500"."""
    return said.shape == "digits" and any(each.start <= said.start and said.end <= each.end for each in products)


def _reach(text: str, rest: list[Sentence], begin: int) -> tuple[int, int]:
    """Return where the telling of the problem that begins with a sentence starts and ends, with what is only named beside it."""
    start, end = rest[begin].start, rest[begin].end
    before = rest[begin - 1] if begin else None
    if before is not None and before.share == ONLY_NAMES and _goes_with(text[before.end : start], before):
        start = before.start
    for sentence in rest[begin + 1 :]:
        if sentence.share not in (1, ONLY_NAMES) or not _goes_with(text[end : sentence.start], sentence):
            break
        end = sentence.end
    return start, without_mark(text, start, end)


def _goes_with(between: str, sentence: Sentence) -> bool:
    """Say whether only blanks stand between; what is only named is told along with the problem on the same line only."""
    return not between.strip() and (sentence.share == 1 or "\n" not in between)


def _first_words(message: Message) -> int:
    """Return where the customer's first words in a text begin; behind its end where there are none."""
    starts = (turn.start for turn in message.reading.turns if turn.speaker == "customer")
    return min(starts, default=len(message.text))


def _begins_anew(message: Message) -> bool:
    """Say whether a text begins a conversation of its own, though it belongs to a case: a call's transcript, or with a greeting."""
    return len(message.reading.turns) > 1 or bool((found := GREETING.match(message.text)) and found[0])
