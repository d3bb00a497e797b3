"""Reads the wordings that phrasebooks are learnt from, and speaks them: all alternatives, with something in each slot."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clew.journeys.facts.asking import Asking
from clew.journeys.facts.deeds import hints_of
from clew.journeys.facts.prose import sentences_in
from clew.journeys.facts.read import known_kinds, known_languages
from clew.journeys.phrases import features_around, features_of, names_in
from clew.simulator.living.facts import MONTHS
from clew.simulator.wording.grammar import Sentence, compile_wording

_ASKING = Asking(known_kinds(), known_languages()["en"])
FOLDER = Path(__file__).resolve().parent.parent / "training" / "phrases"
#: So many ways of speaking each wording are learnt from.
SPOKEN = 4
_FIRST = [
    "Kim",
    "Ana",
    "Peter",
    "Laura",
    "Omar",
    "Yuki",
    "Sam",
    "Grace",
    "Ivan",
    "Nora",
    "Hugo",
    "Priya",
    "Dan",
    "Mary",
    "Luis",
    "Chen",
    "Fatima",
    "Jörg",
]
_LAST = [
    "Ross",
    "Becker",
    "Lopez",
    "Chen",
    "Novak",
    "Smith",
    "Iqbal",
    "Jones",
    "Meyer",
    "Silva",
    "Brown",
    "Kaya",
    "O'Neil",
]
_CAUSES = (
    "a mistake in our system",
    "a wrong entry",
    "a part that was missing",
    "a delay at our partner",
    "a fault nearby",
)
_STEPS = ("restarted it", "checked the settings", "tried another card", "cleared the cache")
_PRODUCTS = (
    "Fiber 100",
    "Comfort plan",
    "Everyday Account",
    "city tour",
    "eye exam",
    "trail shoes",
    "rain jacket",
    "Flex tariff",
)
_NOUNS = {
    "noun_account": ("account number", "customer number", "member number", "patient number", "policy number", "client ID"),
    "noun_invoice": ("invoice number", "bill number", "statement number", "number of the bill"),
    "noun_order": ("order number", "booking code", "reference number", "booking reference", "case reference"),
    "noun_product": ("product", "plan", "visit", "trip", "item", "model", "contract"),
}  # fmt: skip


#: What grammar asks for is told of so many sentences only, so that what it misses isn't taken for no question: its expressions were
#: made with some of these wordings, and look better on them than they are.
HINTED = 0.75
#: What the sum in a slot is.
_SUMS = {"amount": "amount", "asked": "amount", "usual": "amount_usual", "difference": "amount_difference"}

_NAMES = frozenset({"name", "full_name"})


class Example(NamedTuple):
    """One sentence to learn from: what it does, its features, and how much it counts."""

    kind: str
    features: list[str]
    weight: float


def authors(language: str) -> dict[str, dict[str, list[str]]]:
    """Return the wordings of a language by author and kind; each author's file is named by how it sounds."""
    return {path.stem: wordings_in(path) for path in sorted((FOLDER / language).glob("*.txt"))}


def wordings_in(path: Path) -> dict[str, list[str]]:
    """Return one author's wordings by kind: a heading "## company.promises", then a wording a line."""
    kinds: dict[str, list[str]] = {}
    wordings: list[str] | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            wordings = kinds.setdefault(line[3:].strip(), [])
        elif wordings is not None and line.strip():
            wordings.append(line.replace("\\n", "\n"))
    return kinds


def examples(kinds: dict[str, list[str]], seed: int = 1) -> Iterator[Example]:
    """Return the sentences of an author's wordings; each wording counts the same, however many sentences it has."""
    draw = random.Random(seed)  # noqa: S311 -- nothing secret is drawn
    for kind, wordings in sorted(kinds.items()):
        for wording in wordings:
            said = [spoken(sentence, draw) for sentence in _some(compile_wording(wording).sentences, draw)]
            for text in said:
                parts = list(sentences_in(text, 0, len(text)))
                for part in parts:
                    weight = 1 / (len(said) * len(parts))
                    asked = (
                        tuple(_ASKING.asked(text, part, set()))
                        if kind.startswith("company") and draw.random() < HINTED
                        else ()
                    )
                    yield Example(kind, [*features_of(text[part.start : part.end]), *sorted(hints_of(asked))], weight)


def values(kinds: dict[str, list[str]], seed: int = 1) -> Iterator[Example]:
    """Return the sums and names in an author's wordings: what each is, by the sentence around it."""
    draw = random.Random(seed)  # noqa: S311 -- nothing secret is drawn
    for kind, wordings in sorted(kinds.items()):
        for wording in wordings:
            said = _some(compile_wording(wording).sentences, draw)
            for sentence in said:
                yield from _values_in(sentence, kind.partition(".")[0], 1 / len(said), draw)


def _values_in(sentence: Sentence, speaker: str, weight: float, draw: random.Random) -> Iterator[Example]:
    text = sentence[0]
    slots: list[tuple[str, int, int]] = []
    for slot, rest in zip(sentence[1::2], sentence[2::2], strict=True):
        filled = _filling(slot, draw)
        slots.append((slot, len(text), len(text) + len(filled)))
        text += filled + rest
    for part in sentences_in(text, 0, len(text)):
        words = text[part.start : part.end]
        for slot, start, end in slots:
            if slot in _SUMS and part.start <= start and end <= part.end:
                around = features_around(words, start - part.start, end - part.start)
                yield Example(f"sum.{_SUMS[slot]}", around, weight)
        for start, end in names_in(text, part.start, part.end):
            told = any(slot in _NAMES and (start, end) == (begin, stop) for slot, begin, stop in slots)
            around = [*features_around(words, start - part.start, end - part.start), f"={speaker}"]
            yield Example("name.somebody" if told else "name.nobody", around, weight)


def spoken(sentence: Sentence, draw: random.Random) -> str:
    """Return a sentence with something in each of its slots."""
    said = sentence[0]
    for slot, rest in zip(sentence[1::2], sentence[2::2], strict=True):
        said += _filling(slot, draw) + rest
    return said


def _some(sentences: tuple[Sentence, ...], draw: random.Random) -> list[Sentence]:
    spoken = [each for each in sentences if each != ("",)]
    return spoken if len(spoken) <= SPOKEN else draw.sample(spoken, SPOKEN)


def _filling(slot: str, draw: random.Random) -> str:
    if slot in _NOUNS:
        return draw.choice(_NOUNS[slot])
    first, last = draw.choice(_FIRST), draw.choice(_LAST)
    fillings = {
        "account": draw.choice((_digits(draw, 8), _digits(draw, 6), "C-" + _digits(draw, 6))),
        "invoice": draw.choice(("INV-", "B-", "R-")) + _digits(draw, 5),
        "order": draw.choice(("AV-", "ORD-", "K-")) + _digits(draw, 6),
        "name": f"{first} {last}",
        "full_name": f"{first} {last}",
        "email": f"{first}.{last}@example.com".lower(),
        "phone": f"+1 555 {_digits(draw, 3)} {_digits(draw, 4)}",
        "postcode": _digits(draw, 5),
        "product": draw.choice(_PRODUCTS),
        "days": str(draw.randint(2, 9)),
        "cause": draw.choice(_CAUSES),
        "step": draw.choice(_STEPS),
        "company": draw.choice(("Northbank", "Alder Clinics", "Brightline")),
        "assistant": draw.choice(("June", "Penny", "Robo")),
    }
    if slot in ("date", "next_date"):
        return f"{draw.choice(MONTHS)} {draw.randint(1, 28)}"
    if slot in ("amount", "asked", "usual", "difference"):
        return f"${draw.randint(5, 300)}.{_digits(draw, 2)}"
    return fillings.get(slot, first)


def _digits(draw: random.Random, count: int) -> str:
    return str(draw.randint(10 ** (count - 1), 10**count - 1))
