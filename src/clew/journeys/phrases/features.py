"""Takes a sentence apart into what its meaning is told by: its words, which words follow which, and what it begins and ends with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clew.journeys.facts.shapes import Value, values_in

#: What stands further back in a sentence isn't looked at.
MOST_CHARACTERS = 400
#: Words are also known by so many first letters, so that endings and typing errors matter less.
_STEM = 5
#: Sentences are told apart by length in steps of so many words, up to so many steps.
_STEP, _LONGEST = 3, 6
#: So many words on either side of a value are near it.
_NEAR = 5
_TOKEN = re.compile(r"<[a-z]+>|[^\W\d_]+(?:'[^\W\d_]{1,3})?|\d+|[^\w\s]")


def features_of(sentence: str, values: Iterable[Value] | None = None) -> list[str]:
    """Return the features of a sentence, each once; values (given as characters of ``sentence``) count by their form only.

    >>> features_of("It's 4711.")[:4]
    ['^', "^ it's", "^ it's <digits>", '^ _ <digits>']
    """
    return list(_features(_tokens(sentence[:MOST_CHARACTERS], values)))


def features_around(sentence: str, start: int, end: int) -> list[str]:
    """Return the features of a sentence as they tell what stands in it from ``start`` to before ``end``.

    >>> [each for each in features_around("I paid $80.", 7, 10) if each[0] in "<>"]
    ['<this>', '<this> .', '<this> . $', '<this> _ $', '<i', '<paid', '>.']
    """
    begin = max(0, start - MOST_CHARACTERS // 2)
    ahead = _tokens(sentence[begin:start], None)[:-1]
    behind = _tokens(sentence[end : end + MOST_CHARACTERS // 2], None)[1:]
    found = _features([*ahead, "<this>", *behind])
    found.update(dict.fromkeys(f"<{word}" for word in ahead[-_NEAR:] if word != "^"))
    found.update(dict.fromkeys(f">{word}" for word in behind[:_NEAR] if word != "$"))
    return list(found)


def _features(words: list[str]) -> dict[str, None]:
    found: dict[str, None] = {}
    last = len(words) - 1
    for at, word in enumerate(words):
        found[word] = None
        if len(word) > _STEM and word[0] != "<":
            found["~" + word[:_STEM]] = None
        if at < last:
            follows = words[at + 1]
            found[f"{word} {follows}"] = None
            if at + 1 < last:
                found[f"{word} {follows} {words[at + 2]}"] = None
                found[f"{word} _ {words[at + 2]}"] = None
    spoken = sum(word[0].isalpha() for word in words)
    found[f"={min(_LONGEST, spoken // _STEP)}"] = None
    return found


def _tokens(sentence: str, values: Iterable[Value] | None) -> list[str]:
    masked, begin = "", 0
    for value in values_in(sentence, 0, len(sentence)) if values is None else values:
        if value.start >= begin and value.end <= len(sentence):
            masked += f"{sentence[begin : value.start]} <{value.shape}> "
            begin = value.end
    masked += sentence[begin:]
    return ["^", *_TOKEN.findall(masked.lower().replace("’", "'")), "$"]
