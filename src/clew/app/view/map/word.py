"""The words that name a cell of the map and its entries, in addresses and in what opens the journeys behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from clew.model import UsageError

#: Longer keys (a company's own texts) go by a mark, so that addresses stay short.
LONGEST_KEY = 80
EXAMPLE = "cell:channels/support/chat"
#: Marks with a meaning in these words; a key that holds one has it written as %XX.
_ESCAPED = "%/@,#"


@dataclass(frozen=True)
class Choice:
    """One entry of several, or all but the named ones; ``tokens`` are keys as they are written in a word."""

    tokens: tuple[str, ...]
    is_rest: bool = False

    @property
    def text(self) -> str:
        """The choice as part of a word."""
        return f"-{','.join(self.tokens)}" if self.is_rest else self.tokens[0]

    def codes(self, keys: Sequence[str]) -> list[int]:
        """Return which of the keys are chosen, by their place; UsageError where a single one isn't there."""
        named = [place for place, key in enumerate(keys) if token(key) in self.tokens or mark(key) in self.tokens]
        if self.is_rest:
            return [place for place in range(len(keys)) if place not in set(named)]
        if not named:
            raise UsageError(f"This cell of the map has no such entry. A word for one looks like {EXAMPLE}.")
        return named


def only(key: str) -> Choice:
    """Return the choice of one key."""
    return Choice((token(key),))


def all_but(keys: Sequence[str]) -> Choice:
    """Return the choice of everything but these keys."""
    return Choice(tuple(mark(key) for key in keys), is_rest=True)


def token(key: str) -> str:
    """Return how a key is written in a word: itself where it is short and plain.

    >>> token("chat|asks about a bill"), token("web|/help, page 2")
    ('chat|asks about a bill', 'web|%2Fhelp%2C page 2')
    """
    return mark(key) if len(key) > LONGEST_KEY else escaped(key)


def escaped(key: str) -> str:
    """Return a key without any mark that has a meaning in a word."""
    written = "".join(f"%{ord(letter):02X}" if letter in _ESCAPED else letter for letter in key)
    return f"%2D{written[1:]}" if written.startswith("-") else written


def mark(key: str) -> str:
    """Return a short mark that stands for a key where several are named."""
    return "#" + hashlib.sha256(key.encode()).hexdigest()[:10]


@dataclass(frozen=True)
class ColumnWord:
    """A stage, or some of its steps: ``support``, ``support@chat|asks about a bill``, ``support@-#1f…,#c0…``."""

    stage: str
    step: Choice | None = None

    @property
    def text(self) -> str:
        """The column as part of a word, and its id."""
        return escaped(self.stage) if self.step is None else f"{escaped(self.stage)}@{self.step.text}"


@dataclass(frozen=True)
class CellWord:
    """A lane and a column, and one entry where one is meant: ``channels/support``, ``channels/support/chat``."""

    lane: str
    column: ColumnWord
    entry: Choice | None = None

    @property
    def text(self) -> str:
        """What follows ``cell:``."""
        return f"{self.lane}/{self.column.text}" + (f"/{self.entry.text}" if self.entry else "")

    @property
    def through(self) -> str:
        """The word that opens the journeys behind it."""
        return f"cell:{self.text}"


def read_cell(rest: str) -> CellWord:
    """Read what follows ``cell:``; UsageError shows the form."""
    lane, *parts = rest.split("/")
    if not parts or len(parts) > 2:
        raise UsageError(f"No cell of the map is called that. A word for one looks like {EXAMPLE}.")
    return CellWord(lane, read_column(parts[0]), _choice(parts[1]) if len(parts) > 1 else None)


def read_column(text: str) -> ColumnWord:
    """Read a column's word."""
    stage, at, step = text.partition("@")
    return ColumnWord(unquote(stage), _choice(step) if at else None)


def _choice(text: str) -> Choice:
    if text.startswith("-"):
        return Choice(tuple(each for each in text[1:].split(",") if each), is_rest=True)
    return Choice((text,))
