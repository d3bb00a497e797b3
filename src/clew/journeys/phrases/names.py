"""Finds what is written like somebody's full name."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NAME = re.compile(
    r"(?<![\w@.'\u2019-])[A-Z][^\W\d_]+(?:['\u2019-][A-Z]?[^\W\d_]+)?"
    r"(?:(?: [A-Z]\.){0,2}(?: (?:de|van|von|der|del|da|di|la|le|bin|al)){0,2} (?:Mc|O['\u2019])?[A-Z][^\W\d_]+(?:['\u2019-][^\W\d_]+)?){1,2}(?![\w@])"
)
#: Words that begin sentences with a big letter, and no names.
_NOT_FIRST = frozenset(
    [
        "It",
        "That",
        "The",
        "We",
        "You",
        "They",
        "He",
        "She",
        "What",
        "Who",
        "Why",
        "How",
        "Is",
        "Are",
        "My",
        "Your",
        "Our",
        "Hello",
        "Thanks",
        "Thank",
        "Please",
        "Sorry",
        "Yes",
        "No",
        "Hi",
        "Hey",
        "This",
        "Dear",
        "Good",
        "Kind",
        "Best",
        "Name",
        "Full",
        "Under",
        "And",
        "But",
        "For",
        "From",
        "Regards",
        "Sincerely",
        "Yours",
        "Cheers",
        "I",
        "Its",
        "Here",
        "There",
        "As",
        "In",
        "On",
        "Sent",
    ]
)


def names_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return where something between two places of a text is written like a full name, in order.

    >>> text = "It's Ana de la Cruz, calling for Home Bundle."
    >>> [text[begin:stop] for begin, stop in names_in(text, 0, len(text))]
    ['Ana de la Cruz', 'Home Bundle']
    """
    for found in _NAME.finditer(text, start, end):
        begin = found.start()
        while (words := text[begin : found.end()].split(" ", 1)) and len(words) > 1 and _opens(words[0]):
            begin += len(words[0]) + 1
        if " " in text[begin : found.end()]:
            yield begin, found.end()


def _opens(word: str) -> bool:
    """Say whether a word with a big letter only opens a sentence: "Hello", "It's"."""
    return re.split("['\u2019]", word)[0] in _NOT_FIRST
