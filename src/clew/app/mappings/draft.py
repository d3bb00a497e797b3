"""A mapping as a form shows it: plain values to change one by one, and what is wrong with each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from zoneinfo import ZoneInfo

from clew.channels import (
    IDENTIFIER_COLUMNS,
    MAPPED_FIELDS,
    TIME_FAMILIES,
    TRANSLATED_FIELDS,
    Guess,
    Mapping,
    check_mapping,
    close_to,
    mapping_from,
    mapping_text,
    parse_mapping,
)
from clew.model import CHANNELS, DIRECTIONS, KINDS, OUTCOMES, PARTIES, MappingError, channel_named

#: What a mapping says of itself, in the order in which a form shows it.
_WORDS = ("connector", "source", "zone", "shape", "address", "network", "decimal")
_SOURCE = re.compile(r"[\w .-]{1,80}")


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong with a draft: where (``columns.occurred_at``), and what is expected there."""

    place: str
    detail: str


@dataclass(frozen=True)
class Drafted:
    """A draft that was looked at: its mapping and text where it can be read, and everything that is wrong with it."""

    mapping: Mapping | None
    text: str
    flaws: tuple[Flaw, ...]


def draft_of(mapping: Mapping) -> dict[str, Any]:
    """Return a mapping as plain values, every part of it present."""
    return {
        **{name: getattr(mapping, name) for name in _WORDS},
        "missing": list(mapping.missing),
        "reading": {name: value for name, value in asdict(mapping.reading).items() if value},
        "columns": dict(mapping.columns),
        "constants": dict(mapping.constants),
        "channels": dict(mapping.channels),
        "values": {field: dict(words) for field, words in mapping.values.items()},
        "times": dict(mapping.times),
        "milestones": [asdict(milestone) for milestone in mapping.milestones],
    }


def checked_draft(
    draft: Dictionary[str, object],
    columns: Sequence[str],
    guesses: Sequence[Guess] = (),
    questions: Sequence[str] = (),
) -> Drafted:
    """Look at a draft for a table with these columns; the reasons of guesses that still hold stay in its text."""
    flaws = list(_flaws(draft, columns))
    content = _content(draft)
    try:
        mapping = mapping_from(content, "of this file")
        check_mapping(mapping, columns or mapping.named_columns, "this mapping", "the file")
    except MappingError as error:
        return Drafted(None, "", (*flaws, *(() if flaws else (Flaw("", str(error)),))))
    still = [guess for guess in guesses if guess.column is None or mapping.columns.get(guess.field) == guess.column]
    # As it will be read the next time, so that the same file is known again.
    text = mapping_text(mapping, still, questions)
    return Drafted(None if flaws else parse_mapping(text, "of this file"), text, tuple(flaws))


def checked_text(text: str, columns: Sequence[str] | None, name: str = "of this file") -> Drafted:
    """Look at a mapping's text for a table with these columns; None = columns aren't known."""
    try:
        mapping = parse_mapping(text, name)
    except MappingError as error:
        return Drafted(None, text, (Flaw("text", str(error)),))
    try:
        check_mapping(mapping, mapping.named_columns if columns is None else columns, "this mapping", "the file")
    except MappingError as error:
        return Drafted(None, text, (Flaw("text", str(error)),))
    flaw = source_flaw(mapping.source)
    return Drafted(None, text, (flaw,)) if flaw else Drafted(mapping, text, ())


def source_flaw(source: str | None) -> Flaw | None:
    """Return what is wrong with a source's name: it names its mapping's file, too."""
    if not source or (_SOURCE.fullmatch(source) and not source.startswith((".", " ")) and source == source.strip()):
        return None
    return Flaw("source", "expected a name of at most 80 letters, digits, spaces, dots, dashes and underscores.")


def _content(draft: Dictionary[str, object]) -> dict[str, object]:
    """Return the draft as its TOML would be read: nothing where nothing is said."""
    return {name: value for name, value in draft.items() if value not in (None, "", {}, [])}


def _flaws(draft: Dictionary[str, Any], columns: Sequence[str]) -> list[Flaw]:
    found: list[Flaw] = [flaw] if (flaw := source_flaw(draft.get("source"))) else []
    for field, column in draft.get("columns", {}).items():
        if field not in MAPPED_FIELDS:
            found.append(Flaw(f"columns.{field}", f"no such field{close_to(field, list(MAPPED_FIELDS))}"))
        elif columns and column not in columns:
            found.append(Flaw(f"columns.{field}", f"the file has no column called so{close_to(column, columns)}"))
    for number, milestone in enumerate(draft.get("milestones", [])):
        if columns and milestone.get("column") not in columns:
            found.append(Flaw(f"milestones.{number}.column", "the file has no column called so."))
    for spelling, channel in draft.get("channels", {}).items():
        if channel_named(channel) is None:
            found.append(Flaw(f"channels.{spelling}", "expected the name of a channel that Clew knows."))
    if not _is_zone(draft.get("zone") or "UTC"):
        found.append(Flaw("zone", "no time zone is called so: use an IANA name such as Europe/Berlin or UTC."))
    if (
        draft.get("connector") == "table"
        and draft.get("shape") == "events"
        and not draft.get("columns", {}).get("occurred_at")
    ):
        found.append(Flaw("columns.occurred_at", "every interaction needs its time: name the column that holds it."))
    return found


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def mapping_words() -> dict[str, list[Any]]:
    """Return the words that mappings may use, each part's own."""
    return {
        "fields": [{"name": name, "meaning": meaning} for name, meaning in MAPPED_FIELDS.items()],
        "channels": [{"name": channel.name, "meaning": channel.title} for channel in CHANNELS],
        "times": list(TIME_FAMILIES),
        "kinds": list(KINDS),
        "directions": list(DIRECTIONS),
        "parties": list(PARTIES),
        "outcomes": list(OUTCOMES),
        "identifiers": list(IDENTIFIER_COLUMNS),
        "translated": list(TRANSLATED_FIELDS),
    }
