"""Reads a wording: a sentence with alternations and slots, compiled once into all the sentences that it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from clew.model import InputError
from clew.simulator.scenario import FACTS

#: What facts are called where a company has no word of its own for them; {noun_order} in a wording.
NOUNS = {
    "account": "account number",
    "invoice": "invoice number",
    "order": "order number",
    "product": "product",
}
_NOUN = "noun_"
#: What a wording may leave to be filled in.
SLOTS = (
    *FACTS,
    *("full_name", "first_name", "company", "assistant", "agent", "days", "cause"),
    *("usual", "asked", "difference", "next_date", "step"),
    *(_NOUN + fact for fact in NOUNS),
)
#: Slots that tell a fact, and which one; nobody is asked for those that FACTS lacks.
FACT_OF_SLOT = {fact: fact for fact in FACTS} | {
    "asked": "amount",
    "full_name": "name",
    "usual": "amount_usual",
    "difference": "amount_difference",
    "next_date": "date_next",
}
#: More sentences than this are not kept apart.
MOST_SENTENCES = 4096
#: Literal text at even places, slot names at odd ones: ("My account is ", "account", ".").
Sentence = tuple[str, ...]
_SLOT = re.compile(r"\{([^{}]*)\}")
_ALTERNATION = re.compile(r"\[([^\[\]]*)\]")


class Wording(NamedTuple):
    """A wording as written, and its sentences, each as likely."""

    text: str
    sentences: tuple[Sentence, ...]


def check_wording(text: str) -> str | None:
    """Return what is wrong with a wording, or None.

    >>> check_wording("My [account|number is {account}.")
    'an alternation must open and close, and may not nest: [my bill|my invoice|]'
    """
    if not text.strip():
        return "it is empty"
    outside, insides = _ALTERNATION.sub("", text), _ALTERNATION.findall(text)
    if set(outside) & set("[]"):
        return "an alternation must open and close, and may not nest: [my bill|my invoice|]"
    if "|" in outside:
        return "a | must stand within an alternation: [my bill|my invoice|]"
    for name in _SLOT.findall(text):
        if name not in SLOTS:
            return f"nothing fills the slot {{{name}}}; known: {', '.join(SLOTS)}"
    if set(_SLOT.sub("", text)) & set("{}"):
        return "a slot must open and close: {account}"
    sentences = 1
    for inside in insides:
        sentences *= inside.count("|") + 1
    if sentences > MOST_SENTENCES:
        return f"it stands for {sentences} sentences; at most {MOST_SENTENCES}, so split it"
    return None


@lru_cache(maxsize=4096)
def compile_wording(text: str) -> Wording:
    """Return a wording with its sentences; InputError with the wording and the reason where the grammar is broken.

    >>> compile_wording("[Hi|Hello,] it's {name}.").sentences
    (("Hi it's ", 'name', '.'), ("Hello, it's ", 'name', '.'))
    """
    if problem := check_wording(text):
        raise InputError(
            f'The wording "{text}" can\'t be used: {problem}. See the grammar in docs/reference/vocabulary.md.'
        )
    return Wording(text, tuple(dict.fromkeys(tuple(_SLOT.split(sentence)) for sentence in _expanded(text))))


def plain_wording(text: str) -> Wording:
    """Return the wording of a text that stands as it is."""
    return Wording(text, ((text,),))


def named(wording: Wording, nouns: Mapping[str, str]) -> Wording:
    """Return the wording with ``nouns`` (by fact) where it leaves the word for a fact open.

    >>> named(compile_wording("Your {noun_order}, {order}."), {"order": "booking code"}).sentences
    (('Your booking code, ', 'order', '.'),)
    """
    return Wording(wording.text, tuple(_named(sentence, nouns) for sentence in wording.sentences))


def _named(sentence: Sentence, nouns: Mapping[str, str]) -> Sentence:
    whole = [sentence[0]]
    for slot, rest in zip(sentence[1::2], sentence[2::2], strict=True):
        if slot.startswith(_NOUN):
            whole[-1] += nouns[slot.removeprefix(_NOUN)] + rest
        else:
            whole += [slot, rest]
    return tuple(whole)


@lru_cache(maxsize=4096)
def facts_told(text: str) -> frozenset[str]:
    """Return the facts one can be asked for that a wording tells, spoken for all that it can tell (see :func:`fullest`).

    >>> sorted(facts_told("[Invoice {invoice}|It] is {asked}."))
    ['amount', 'invoice']
    """
    return _told(fullest(compile_wording(text)).sentences[0])


def fullest(wording: Wording) -> Wording:
    """Return the wording with only those sentences that tell the most facts, so that what it tells is no chance."""
    most = _told(max(wording.sentences, key=lambda sentence: len(_told(sentence))))
    return Wording(wording.text, tuple(sentence for sentence in wording.sentences if _told(sentence) == most))


def _told(sentence: Sentence) -> frozenset[str]:
    return frozenset(FACT_OF_SLOT.get(slot, slot) for slot in sentence[1::2]) & frozenset(FACTS)


def _expanded(text: str) -> Iterator[str]:
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(_ALTERNATION.split(text))]
    for parts in product(*choices):
        # An empty choice leaves two spaces, or one before a mark.
        yield re.sub(r" +([,.?!;](?:\s|$))", r"\1", re.sub(r" {2,}", " ", "".join(parts))).strip()
