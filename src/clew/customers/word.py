"""Words that tell something of a customer: what columns are called in which sources hold traits and consents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

#: Where a word counts: in anything, in records about somebody (contacts, users), or in an address within one.
Where = Literal["anywhere", "record", "address"]
Subject = Literal["trait", "consent"]
_AROUND = re.compile(r"^(property|custom)_|_+c$")
_SIGNS = re.compile(r"[^a-z0-9]")
_BETWEEN = "[ _.:/-]*"


@dataclass(frozen=True)
class Word:
    """A column's name that tells something of a customer: ``subject`` and ``name`` say what.

    ``word`` is in small letters and digits only. ``rest`` is the way on from that column into the object that stands there.
    ``is_denial`` marks columns in which yes means no, such as "unsubscribed".
    """

    subject: Subject
    name: str
    word: str
    where: Where = "anywhere"
    rest: tuple[str, ...] = ()
    is_denial: bool = False


def word_of(column: str) -> str:
    """Return a column's name in small letters and digits, without what HubSpot, Klaviyo and Salesforce put around it.

    >>> word_of("property_firstname"), word_of("First Name"), word_of("email_opt_in__c")
    ('firstname', 'firstname', 'emailoptin')
    """
    return _SIGNS.sub("", _AROUND.sub("", column.lower()))


def gate(words: Sequence[Word], containers: tuple[str, ...]) -> str:
    """Return what texts match in which a word that counts anywhere may name a column: cheaper than reading each as JSON.

    Letter case and signs of :data:`_BETWEEN` don't matter. Words share their beginnings, and signs are few: a regular
    expression that is too large falls back to another way of matching, which took fifty times as long.
    """
    named = {_tail(each) for each in words if each.where == "anywhere"} | set(containers)
    return rf'(?i)"((property|custom)_)?{_BETWEEN}{_spelled(sorted(named))}(_c)?\\*"'


def _tail(word: Word) -> str:
    return _SIGNS.sub("", word.rest[-2].lower()) if len(word.rest) > 1 else word.word


def _spelled(words: Sequence[str]) -> str:
    """Return the words as one regular expression, each beginning written once."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
    told = "|".join(f"{letter}{_BETWEEN}{_spelled(rest)}" for letter, rest in by_letter.items())
    if not told:
        return ""
    return f"(?:{told})" + ("?" if "" in words else "")
