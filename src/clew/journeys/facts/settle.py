"""Follows one journey's talk: what a bare number answers, what was known when it was asked for, and which words tell the problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from clew.journeys.facts.formats import Formats
from clew.journeys.facts.kind import FactKind
from clew.journeys.facts.prose import GREETING
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
        for message in messages:
            events: list[Said | Asked] = [*message.reading.said, *message.reading.asked, *self._named_products(message)]
            events.sort(key=lambda each: (each.start, isinstance(each, Asked)))
            problem = self._problem(message, pending, told)
            if problem is not None:
                events.append(problem)
                events.sort(key=lambda each: (each.start, isinstance(each, Asked)))
            greeting = 0 if message.conversation in heard else _first_words(message)
            if _first_words(message) < len(message.text):
                heard.add(message.conversation)
            for event in events:
                if isinstance(event, Asked) and event.read_by:
                    # What a model reads is only added: what an answer means, and what the rules read, never follows from it.
                    if not _only_invites(message, event, greeting):
                        yield self._question(message, event, known, set(asked))
                    continue
                if isinstance(event, Asked) and _only_invites(message, event, greeting):
                    pending.append(event.fact)
                    continue
                if isinstance(event, Asked):
                    yield self._question(message, event, known, asked)
                    pending.append(event.fact)
                    continue
                fact = self._judged(event, pending)
                if not fact:
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

    def _problem(self, message: Message, pending: list[str], told: set[str]) -> Said | None:
        """Return the customer's first words about the matter in each conversation, and those after being asked for it."""
        rest = message.reading.rest
        answers = {said.start for said in message.reading.said if said.shape == "phrase" and "product" in pending}
        begin = next(
            (
                at
                for at, sentence in enumerate(rest)
                if not sentence.tail and not any(sentence.start <= start < sentence.end for start in answers)
            ),
            None,
        )
        if begin is None:
            return None
        if message.conversation in told and "problem" not in pending and not _begins_anew(message):
            return None
        told.add(message.conversation)
        start, end = rest[begin].start, rest[begin].end
        for sentence in rest[begin + 1 :]:
            if message.text[end : sentence.start].strip():
                break
            end = sentence.end
        return Said("problem", message.text[start:end], start, end, "customer")


#: Words with which somebody offers help without naming a problem, and with which they introduce themselves.
_INVITES = re.compile(
    r"\bwhat(?:['’]s| is)? up\b|\bwhat (?:brings|brought) you\b|\bwhat (?:do|would|can|did) (?:you|we|i) (?:need|want|like|do for)\b|"
    r"\bwhat you(?:['’]re| are|['’]d| would)? (?:need|after|looking for|want|like|here for)\b|\bwhat are you (?:after|looking for|here for)\b|\bon your mind\b",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"\b(?:speaking|at your service|welcome|(?i:thanks|thank you) for (?:holding|waiting|your patience|calling|contacting)|[Yy]ou(?:['’]re| are) (?:through to|(?:speaking|chatting|talking) (?:with|to)|with|connected)|"
    r"[Yy]ou(?:['’]ve| have) (?:got|reached)|(?:[Tt]his is|I['’]m|I am|name is|[Ii]t['’]s) [A-Z]|from the|here from)\b|\b(?:here|is my name)[.,!]"
)
_INTRODUCED_WITHIN = 120


def _only_invites(message: Message, event: Asked, greeting: int) -> bool:
    """Say whether a question for the problem is only the offer that a conversation begins with: "What brings you here?"."""
    if event.fact != "problem" or _INVITES.search(message.text, event.start, event.end) is None:
        return False
    near = max(0, event.start - _INTRODUCED_WITHIN)
    return event.start < greeting or _INTRODUCES.search(message.text, near, event.end) is not None


def _first_words(message: Message) -> int:
    """Return where the customer's first words in a text begin; behind its end where there are none."""
    starts = (turn.start for turn in message.reading.turns if turn.speaker == "customer")
    return min(starts, default=len(message.text))


def _begins_anew(message: Message) -> bool:
    """Say whether a text begins a conversation of its own, though it belongs to a case: a call's transcript, or with a greeting."""
    return len(message.reading.turns) > 1 or bool((found := GREETING.match(message.text)) and found[0])
