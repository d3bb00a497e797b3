"""Looks at each column of an unknown table and notes what its name and values are like."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import pyarrow as pa

from clew.channels.column_words import CHANNELS_ABROAD, MISSING_MARKS, NOT_WHEN, OURS, WHEN, names_of
from clew.channels.time_format import TimeFormat, decide_time_format, shape_of
from clew.model.channel import channel_named

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]{2,}")
_PHONE = re.compile(r"(?:whatsapp:|tel:)?\+?[\d\s()./-]{7,20}(?:\.0)?")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_MONEY = re.compile(r"[^\d\s.,-]{0,3}\s*-?\d{1,3}(?:[.,\s]?\d{3})*(?:[.,]\d{1,4})?\s*[^\d\s.,-]{0,3}")
_DAMAGED = re.compile(r"\d[.,]\d+[eE]\+?\d+")
_BOOLEAN = frozenset(
    (
        "true",
        "false",
        "t",
        "f",
        "yes",
        "no",
        "y",
        "n",
        "0",
        "1",
        "0.0",
        "1.0",
        "ja",
        "nein",
        "si",
        "oui",
        "non",
        "wahr",
        "falsch",
    )
)
#: Names that tell something only when they stand alone: every table is full of "…_id" and "… number".
_ONLY_WHOLE = frozenset(
    ("id", "number", "sid", "end", "to", "an", "from", "von", "ts", "via", "state", "service", "total", "name")
)

#: Nobody tells what a column means from more than the beginning of a value, and some hold whole books.
LOOKED_AT = 2000


@dataclass(frozen=True)
class ColumnLook:
    """One column of a sample: its name in plain words, how full and varied it is, and what share of values look like what."""

    name: str
    words: tuple[str, ...]
    rows: int
    values: tuple[str, ...]
    distinct: tuple[str, ...]
    time: TimeFormat | None
    emails: float
    phones: float
    numbers: float
    money: float
    channels: float
    booleans: float
    damaged: float
    mean_length: float

    @property
    def unique(self) -> bool:
        """Whether no value repeats and none is missing, as in a key."""
        return len(self.values) == self.rows == len(self.distinct) > 0

    @property
    def nearly_unique(self) -> bool:
        """Whether it would be a key but for a few rows that stand twice, as exports have them."""
        return len(self.values) == self.rows and len(self.distinct) >= 0.98 * self.rows > 0

    @property
    def ours(self) -> bool:
        """Whether the name says that this is about an agent, a brand or the copy itself."""
        return bool(OURS & set(self.words))


def look_at(sample: pa.Table, zone: str, missing: tuple[str, ...]) -> tuple[ColumnLook, ...]:
    """Look at every named column of a sample of text columns; ``missing`` marks count as nothing there."""
    marks = set(missing)
    return tuple(
        _look(name, sample.column(name).to_pylist(), zone, marks)
        for name in sample.column_names
        if name and name not in ("_row", "_file")
    )


def missing_marks_in(sample: pa.Table) -> tuple[str, ...]:
    """Return the marks that stand for nothing in this sample: always the empty text, others only where they are seen."""
    seen: set[str] = set()
    for name in sample.column_names:
        if name not in ("_row", "_file"):
            seen.update(value for value in sample.column(name).to_pylist() if value in MISSING_MARKS)
    return ("", *(mark for mark in MISSING_MARKS if mark in seen))


def _look(name: str, raw: list[str | None], zone: str, missing: set[str]) -> ColumnLook:
    values = [value[:LOOKED_AT] for value in raw if value is not None and value.strip() and value not in missing]
    counts = Counter(values)
    words = plain_words(name)
    bare = all(value.replace(".", "", 1).isdigit() for value in list(counts)[:50])
    may_be_time = bool(values) and not (bare and not WHEN & set(words))
    shaped = sum(count for value, count in counts.items() if shape_of(value.strip())) if may_be_time else 0

    def share(test: Callable[[str], bool]) -> float:
        return sum(count for value, count in counts.items() if test(value.strip())) / len(values) if values else 0.0

    return ColumnLook(
        name=name,
        words=words,
        rows=len(raw),
        values=tuple(values),
        distinct=tuple(counts),
        time=decide_time_format(values, zone) if may_be_time and shaped >= 0.8 * len(values) else None,
        emails=share(lambda value: bool(_EMAIL.fullmatch(value))),
        phones=share(lambda value: bool(_PHONE.fullmatch(value)) and 7 <= sum(map(str.isdigit, value)) <= 16),
        numbers=share(lambda value: bool(_NUMBER.fullmatch(value))),
        money=share(lambda value: bool(_MONEY.fullmatch(value)) and any(map(str.isdigit, value))),
        channels=share(lambda value: channel_of(value) is not None),
        booleans=share(lambda value: value.lower() in _BOOLEAN),
        damaged=share(lambda value: bool(_DAMAGED.fullmatch(value))),
        mean_length=sum(map(len, values)) / len(values) if values else 0.0,
    )


def name_score(words: tuple[str, ...], field: str) -> float:
    """Return how well a column's name fits a field: 1 for a known name, less inside a longer one, 0 for none.

    >>> name_score(("created", "at"), "occurred_at") > name_score(("tweet", "created", "at"), "occurred_at") > 0.5
    True
    """
    best = 0.0
    together = "".join(words)
    for place, known in enumerate(_split_names(field)):
        if together == "".join(known):
            score = 1.0
        elif len(known) == 1 and known[0] in _ONLY_WHOLE:
            continue
        elif len(words) > len(known) and words[-len(known) :] == known:
            score = 0.8 - 0.02 * (len(words) - len(known))
        elif len(words) > len(known) and len("".join(known)) > 3 and words[: len(known)] == known:
            score = 0.6
        else:
            continue
        best = max(best, score - 0.004 * place)
    return best


@lru_cache(maxsize=64)
def _split_names(field: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name.split()) for name in names_of(field))


def plain_words(name: str) -> tuple[str, ...]:
    """Split a column's or file's name into plain words.

    >>> plain_words("createdAt"), plain_words("Kunden-Nr."), plain_words("Geöffnet am"), plain_words("userID")
    (('created', 'at'), ('kunden', 'nr'), ('geoffnet', 'am'), ('user', 'id'))
    """
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", name))
    return tuple(
        word for word in re.split(r"[^a-z0-9]+", without_accents(spaced)) if word not in ("", "property", "u", "hs")
    )


def without_accents(text: str) -> str:
    """Return the text in lower case without accents."""
    return "".join(
        c for c in unicodedata.normalize("NFKD", text.replace("ß", "ss")) if not unicodedata.combining(c)
    ).lower()


def channel_of(spelling: str) -> str | None:
    """Return the channel for a spelling that Clew knows, that is foreign, or that holds a known word ("Inbound call")."""
    if len(spelling) > 40:
        return None
    plain = without_accents(spelling).strip()
    return channel_named(spelling) or CHANNELS_ABROAD.get(plain)


def never_a_moment(look: ColumnLook) -> bool:
    """Whether the column's name says that its times are no moments of contact (when a copy was made, a deadline)."""
    return bool(NOT_WHEN & set(look.words))
