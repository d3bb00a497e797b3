"""What a person and Clew agree on about one file: which column means what, and how it is read."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from clew.channels.connector import DRAFT_COLUMNS, IDENTIFIER_COLUMNS
from clew.channels.reading.contract import Reading
from clew.model.errors import MappingError

#: A row is an interaction, a case with several times, or what is known of a person, without any.
Shape = Literal["events", "cases", "people"]
SHAPES: tuple[Shape, ...] = get_args(Shape)

#: Fields that a mapping's ``columns`` may name: what drafts hold, plus the two ends of a message or call.
MAPPED_FIELDS: dict[str, str] = {
    **{name: meaning for name, meaning in DRAFT_COLUMNS.items() if name != "attributes"},
    "occurred_time": "the time of day, where it stands in another column than the date",
    "sender": "who sent or called: the customer where the direction is inbound, one of ours where it is outbound",
    "recipient": "who was written to or called: the customer where the direction is outbound",
}
#: Fields whose spellings a mapping can translate under ``values``; channels have a part of their own.
TRANSLATED_FIELDS = ("direction", "party", "kind", "outcome", "touchpoint", "rating", "sla_met")


@dataclass(frozen=True)
class Milestone:
    """One time column of a one-row-per-case table, and the interaction that its being filled stands for."""

    column: str
    touchpoint: str
    kind: str
    direction: str
    party: str
    outcome: str | None = None


@dataclass(frozen=True)
class Mapping:
    """How one table is read.

    ``columns`` is draft field -> column, ``constants`` draft field -> value where no column (or an empty one) says it,
    ``channels`` spelling -> channel name, ``values`` field -> spelling -> Clew's word, ``times`` column -> family of
    :data:`clew.channels.time_format.FAMILIES`, ``missing`` the marks that stand for nothing. ``address`` says which
    identifier ``sender`` and ``recipient`` hold; ``network`` is the social network of ``handle``; ``decimal`` is the
    mark before the fraction in ``value`` and ``rating``.
    """

    connector: str = "table"
    source: str | None = None
    zone: str = "UTC"
    shape: Shape = "events"
    reading: Reading = field(default_factory=Reading)
    columns: dict[str, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    channels: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    milestones: tuple[Milestone, ...] = ()
    times: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ("",)
    address: str = "customer_ref"
    network: str | None = None
    decimal: str = "."

    @property
    def named_columns(self) -> tuple[str, ...]:
        """Every column that the mapping names, once, in its order."""
        return tuple(dict.fromkeys([*self.columns.values(), *(each.column for each in self.milestones)]))


@dataclass(frozen=True)
class Guess:
    """One meaning Clew found: the field, its column (None = a constant), why, how sure (0..1), examples fit to be shown."""

    field: str
    column: str | None
    reason: str
    confidence: float
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class GuessedMapping:
    """A mapping with its reasons, and what Clew assumed or could not tell, each a sentence to say aloud."""

    mapping: Mapping
    guesses: tuple[Guess, ...]
    questions: tuple[str, ...]


def check_mapping(
    mapping: Mapping, columns: Sequence[str], mapping_name: str = "the mapping", file_name: str = "the file"
) -> None:
    """Raise MappingError when the mapping names a column the file lacks, or leaves out what no row can do without."""
    wanted = [(name, column) for name, column in mapping.columns.items()]
    wanted += [(f"milestone {each.touchpoint}", each.column) for each in mapping.milestones]
    wanted += [("times", column) for column in mapping.times]
    for name, column in wanted:
        if column not in columns:
            raise MappingError(
                f"{mapping_name} names column '{column}' for {name}; {file_name} has: {', '.join(columns)}"
                f"{close_to(column, columns)}"
            )
    if mapping.connector != "table":
        return
    if mapping.shape == "events" and "occurred_at" not in mapping.columns:
        raise MappingError(
            f"{mapping_name} says no column for occurred_at, and every interaction needs its time. "
            f"{file_name} has: {', '.join(columns)}. Add occurred_at under [columns]."
        )
    if mapping.shape == "cases" and not mapping.milestones:
        raise MappingError(
            f'{mapping_name} has shape "cases" but no [[milestones]]: add one for each column that holds a time.'
        )
    if mapping.shape == "people" and not set(mapping.columns) & set(IDENTIFIER_COLUMNS):
        raise MappingError(
            f'{mapping_name} has shape "people" but names no column that tells one person from another: name one under '
            f"[columns] as {', '.join(IDENTIFIER_COLUMNS)}."
        )
    if mapping.address not in IDENTIFIER_COLUMNS:
        raise MappingError(
            f'{mapping_name} says address = "{mapping.address}". Known: {", ".join(IDENTIFIER_COLUMNS)}.'
        )


def close_to(word: str, known: Sequence[str]) -> str:
    """Return the end of a sentence: ``; did you mean 'this'?`` when a known word is close, else a full stop."""
    lower = {each.lower(): each for each in known}
    found = difflib.get_close_matches(word.lower(), list(lower), n=1, cutoff=0.6)
    return f"; did you mean '{lower[found[0]]}'?" if found else "."
