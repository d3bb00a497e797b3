"""What a language is to the reader of questions: how one asks in it, what only sounds like asking, and how one knows it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """How one language asks for things; all of it regular expressions, matched without regard to case.

    ``leads`` stand before the thing asked for ("could you give me"), with up to a handful of words between them that are
    none of ``between`` ("could you check whether your …" asks for nothing). ``wonders`` are question words that stand right
    before it ("what is", "which of"). ``telling`` are leads that let a question follow ("I need to know which …"); ``own``
    and ``offers`` say that the company speaks of its own doing or offers something, ``refusals`` that something is not to be
    done. ``fillers`` is all that may stand before a thing named alone ("And the …?"), ``endings`` all that may stand behind
    it, ``naming`` words that ask for the number of what stands behind them ("name the order"), ``wanted`` what says behind it that it is wanted. ``states`` right behind a thing make a statement of it, ``words_of_question`` begin
    questions. ``checks`` say that it is only asked to make sure who somebody is.
    ``points`` are questions for what the sentence before names ("What is it?").
    ``words`` are words that are common in the language and rare in others.
    """

    name: str
    leads: str
    wonders: str
    between: str
    telling: str
    own: str
    offers: str
    refusals: str
    fillers: str
    naming: str
    endings: str
    wanted: str
    urges: str
    states: str
    words_of_question: str
    checks: str
    words: frozenset[str]
    points: str = ""


def words(line: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(line.split())


#: So much of a text is looked at to tell its language, and so many of a language's words it takes.
_LOOKED_AT, _LEAST_WORDS = 300, 2
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, languages: Iterable[Language], usual: str) -> str:
    """Return the name of the language whose common words a text has most of; the usual one where none stands out."""
    spoken = frozenset(_WORD.findall(text[:_LOOKED_AT].lower()))
    best, most = usual, 0
    for language in languages:
        count = len(spoken & language.words)
        if count > most or (count == most and language.name == usual):
            best, most = language.name, count
    return best if most >= _LEAST_WORDS else usual
