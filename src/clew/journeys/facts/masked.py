"""Takes everything out of a sentence that could tell of whom or what it speaks, so that only how it asks is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clew.journeys.facts.plain_words import plain_words
from clew.journeys.facts.shapes import values_in

#: With fewer plain words than this left, a sentence says nothing any more.
LEAST_WORDS = 3
#: Longer than any word that one asks with.
_LONGEST_WORD = 30
#: Links, what is quoted, and names by which systems know people.
_ELSE = re.compile(
    r"(?P<link>(?:https?://|www\.)\S+)|(?P<quote>[\"“”„«][^\"“”„«»]*[\"“”»]|(?<![^\W_])[‘'](?=\w)[^‘’']*(?<=\w)[’'](?!\w))|(?P<name>[@#]\w+)"
)
_TOKEN = re.compile(r"\S+")
_EDGE = "\"'“”„«»‘’()[]{}<>*_~`|.,;:!?…–—-/\\"
#: Any other single capital begins somebody's name.
_ALONE = frozenset("IÀ")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+|-[^\W\d_]+)*")
#: What may stand behind a word; everything else at its edges goes.
_MARKS = frozenset(".,;:!?")


def masked(text: str, start: int, end: int, said: Iterable[tuple[int, int]] = ()) -> str | None:
    """Return the sentence between two places of a text in small letters, with a word in brackets for all that may be private.

    Masked is what has the form of a value, what was read as one anywhere in the text (``said``: places), everything with a
    digit or a sign inside, what is quoted, every word with a capital that isn't one of ``plain_words``, wherever it stands, and
    what isn't written with small letters at all. None where too little is left to tell anything.
    """
    values = list(said)
    private = {word.lower() for first, last in values for word in _WORD.findall(text[first:last])} - plain_words()
    parts: list[str] = []
    plain = 0
    for mask, between in _parts(text, start, end, values):
        found = [mask] if mask else [_shown(token, private) for token in _TOKEN.findall(between)]
        for shown in filter(None, found):
            plain += not shown.startswith("[")
            # Of several masked words in a row, one mask tells as much.
            if not (parts and shown.startswith("[") and parts[-1] == shown.rstrip("".join(_MARKS))):
                parts.append(shown)
            elif shown[-1] in _MARKS:
                parts[-1] = shown
    return " ".join(parts) if plain >= LEAST_WORDS else None


def _parts(text: str, start: int, end: int, said: Iterable[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """Return the sentence in parts: a mask for what has a form that tells it, or the text between with no mask yet."""
    spans = [(first, last, "[value]") for first, last in said if first < end and start < last]
    spans += [(value.start, value.end, f"[{value.shape}]") for value in values_in(text, start, end)]
    spans += [(*found.span(), f"[{found.lastgroup}]") for found in _ELSE.finditer(text, start, end)]
    at = start
    for first, last, mask in sorted(spans, key=lambda span: (span[0], -span[1])):
        if last <= at:
            continue
        if first > at:
            yield "", text[at:first]
        yield mask, ""
        at = last
    if at < end:
        yield "", text[at:end]


def _shown(token: str, private: set[str]) -> str:
    """Return what is shown of a word: itself in small letters where it is plain, else a mask; "" for mere signs."""
    bare = token.strip(_EDGE)
    tail = token[len(token.rstrip(_EDGE)) :]
    mark = next((sign for sign in tail if sign in _MARKS), "")
    if not bare:
        return mark if not any(sign.isalnum() for sign in token) and mark == "?" else ""
    return _masked_word(bare, private) + mark


def _masked_word(word: str, private: set[str]) -> str:
    if any(sign.isdigit() for sign in word):
        return "[number]"
    if len(word) > _LONGEST_WORD or _WORD.fullmatch(word) is None:
        return "[value]"
    small = word.lower()
    pieces = re.split(r"['’-]", small)
    if not private.isdisjoint(pieces):
        return "[value]"
    if word.islower() or (small in plain_words() and (len(word) > 1 or word in _ALONE)):
        return small
    head, apostrophe, rest = re.sub("’", "'", word).partition("'")
    # "I'd", "What's": the capital is that of a plain word; "D'Angelo" is none.
    if apostrophe and head.lower() in plain_words() and rest.islower():
        return small
    return "[name]"
