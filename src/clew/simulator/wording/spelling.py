"""Misspells a word as fingers do on a phone: two letters swapped, one left out, one doubled, or the key beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

_WORD = re.compile(r"[A-Za-z]{4,}")
_WRITTEN_VARIOUSLY = frozenset({"account", "amount", "amount_usual", "amount_difference", "phone"})
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in _ROWS
    for place, letter in enumerate(row)
}


def typo(text: str, draw: Callable[[], float]) -> str:
    """Return the text with one word misspelt; as it is where no word has four letters.

    ``draw`` returns numbers from 0 to 1 (1 excluded); the same draws misspell the same. Digits and signs stay.
    """
    words = _WORD.findall(text)
    if not words:
        return text
    target = int(draw() * len(words))
    word = list(_WORD.finditer(text))[target]
    # Hardly anybody mistypes the first letter.
    place = word.start() + 1 + int(draw() * (len(word.group()) - 2))
    letter, following = text[place], text[place + 1]
    kind = int(draw() * 4)
    if kind == 0 and letter != following:
        return text[:place] + following + letter + text[place + 2 :]
    if kind == 1:
        return text[:place] + letter + text[place:]
    if kind == 2:
        beside = _BESIDE[letter.lower()]
        return text[:place] + beside[int(draw() * len(beside))] + text[place + 1 :]
    return text[:place] + text[place + 1 :]


def careless(sentence: tuple[str, ...]) -> tuple[str, ...]:
    """Return a sentence (literals at even places, slots at odd ones) without capital at its beginning and stop at its end."""
    first, last = sentence[0], sentence[-1]
    if first[:1].isupper() and not first[1:2].isupper():
        sentence = (first[0].lower() + first[1:], *sentence[1:])
        last = sentence[-1]
    return (*sentence[:-1], last[:-1]) if last.endswith(".") else sentence


def misspelt(sentence: tuple[str, ...], draw: Callable[[], float]) -> tuple[str, ...]:
    """Return a sentence with a typo in one of its literals, never in a slot."""
    place = 2 * int(draw() * ((len(sentence) + 1) // 2))
    return (*sentence[:place], typo(sentence[place], draw), *sentence[place + 1 :])


def written_fact(fact: str, value: str, draw: Callable[[], float]) -> str:
    """Return a fact as this customer writes it this time: account, amount and phone aren't always written the same way.

    >>> written_fact("account", "47110815", lambda: 0.1), written_fact("amount", "$84.20", lambda: 0.1)
    ('4711 0815', '84.20')
    """
    if fact not in _WRITTEN_VARIOUSLY or (chosen := draw()) >= 0.3:
        return value
    if fact == "account" and value.isdigit() and len(value) > 5:
        return " ".join(value[place : place + 4] for place in range(0, len(value), 4))
    if fact.startswith("amount"):
        return value.removeprefix("$")
    if fact == "phone" and len(value) == 12 and value.startswith("+1"):
        area, office, line = value[2:5], value[5:8], value[8:]
        return f"({area}) {office}-{line}" if chosen < 0.15 else f"{area}-{office}-{line}"
    return value
