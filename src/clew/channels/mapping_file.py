"""A mapping as a small text file (TOML) that says why each column was chosen and that a person can correct."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from clew.channels.connector import IDENTIFIER_COLUMNS
from clew.channels.mapping import MAPPED_FIELDS, SHAPES, TRANSLATED_FIELDS, Guess, Mapping, Milestone, close_to
from clew.channels.reading.contract import Reading
from clew.channels.time_format import FAMILIES
from clew.model import DIRECTIONS, KINDS, OUTCOMES, PARTIES
from clew.model.channel import channel_named
from clew.model.errors import MappingError, StorageError

_WORDS = ("connector", "source", "zone", "shape", "address", "network", "decimal")
_PARTS = ("reading", "columns", "constants", "channels", "values", "times", "milestones", "missing")
_READING = ("encoding", "delimiter", "sheet", "accept_bad_bytes_as")
_MILESTONE = ("column", "touchpoint", "kind", "direction", "party", "outcome")
_ALLOWED: dict[str, Sequence[str]] = {
    "kind": KINDS,
    "direction": DIRECTIONS,
    "party": PARTIES,
    "outcome": OUTCOMES,
    "shape": SHAPES,
    "decimal": (".", ","),
    "address": IDENTIFIER_COLUMNS,
}


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file; MappingError names the file, the key, what was expected and what to do."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MappingError(
            f"There is no mapping file {path}. Leave out --mapping to have Clew guess one and save it."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise MappingError(
            f"Mapping {path.name} can't be read: it has to be a UTF-8 text file that you may open."
        ) from error
    return parse_mapping(text, path.name)


def parse_mapping(text: str, name: str) -> Mapping:
    """Read a mapping's text; MappingError as for :func:`read_mapping`, with ``name`` for the file's."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingError(
            f"Mapping {name} is no valid TOML: {error}. Mend that place; texts stand in double quotes."
        ) from error
    return mapping_from(content, name)


def mapping_from(content: Dictionary[str, object], name: str) -> Mapping:
    """Read a mapping's content as TOML gives it; MappingError as for :func:`read_mapping`, with ``name`` for the file's."""
    return _Reader(name).mapping(content)


class _Reader:
    """Checks one file's content part by part, with its name at hand for the message."""

    def __init__(self, name: str) -> None:
        self.name = name

    def mapping(self, content: Dictionary[str, object]) -> Mapping:
        self.known(content, (*_WORDS, *_PARTS), "")
        columns = self.texts(content, "columns", tuple(MAPPED_FIELDS))
        constants = self.texts(content, "constants", tuple(MAPPED_FIELDS))
        channels = self.texts(content, "channels", None)
        for spelling, channel in channels.items():
            if channel_named(channel) is None:
                raise self.wrong(f"channels.{json.dumps(spelling)}", "the name of a channel Clew knows", channel)
        times = self.texts(content, "times", None)
        for column, family in times.items():
            self.allowed(f"times.{column}", family, FAMILIES)
        for key in constants:
            self.allowed(f"constants.{key}", constants[key], _ALLOWED.get(key))
        shape = self.text(content, "shape", "events")
        return Mapping(
            connector=self.text(content, "connector", "table"),
            source=self.text(content, "source", "") or None,
            zone=self.zone(content),
            shape=next((each for each in SHAPES if each == shape), "events"),
            reading=Reading(**self.texts(content, "reading", _READING)),
            columns=columns,
            constants=constants,
            channels=channels,
            values=self.values(content),
            milestones=self.milestones(content),
            times=times,
            missing=self.missing(content),
            address=self.text(content, "address", "customer_ref"),
            network=self.text(content, "network", "") or None,
            decimal=self.text(content, "decimal", "."),
        )

    def values(self, content: Dictionary[str, object]) -> dict[str, dict[str, str]]:
        part = self.part(content, "values")
        self.known(part, TRANSLATED_FIELDS, "values.")
        found = {key: self.texts(part, key, None, "values.") for key in part}
        for key, words in found.items():
            for spelling, word in words.items():
                self.allowed(f"values.{key}.{json.dumps(spelling)}", word, _ALLOWED.get(key))
        return found

    def milestones(self, content: Dictionary[str, object]) -> tuple[Milestone, ...]:
        listed = content.get("milestones", [])
        if not isinstance(listed, list):
            raise self.wrong("milestones", "[[milestones]] parts", listed)
        found: list[Milestone] = []
        for number, each in enumerate(listed, 1):
            place = f"milestones (number {number})"
            words = self.texts({place: each}, place, _MILESTONE)
            for key in ("column", "touchpoint"):
                if key not in words:
                    raise MappingError(f'Mapping {self.name}: {place} has no {key}; add {key} = "…" to it.')
            for key, word in words.items():
                self.allowed(f"{place}.{key}", word, _ALLOWED.get(key))
            found.append(
                Milestone(
                    words["column"],
                    words["touchpoint"],
                    words.get("kind", "status"),
                    words.get("direction", "internal"),
                    words.get("party", "agent"),
                    words.get("outcome"),
                )
            )
        return tuple(found)

    def missing(self, content: Dictionary[str, object]) -> tuple[str, ...]:
        marks = content.get("missing", [""])
        if not isinstance(marks, list):
            raise self.wrong("missing", 'a list of texts such as ["", "?"]', marks)
        return tuple(mark if isinstance(mark, str) else str(mark) for mark in marks)

    def text(self, content: Dictionary[str, object], key: str, default: str) -> str:
        value = content.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "a text in double quotes", value)
        if value != default:
            self.allowed(key, value, _ALLOWED.get(key))
        return value

    def zone(self, content: Dictionary[str, object]) -> str:
        zone = self.text(content, "zone", "UTC")
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError) as error:
            raise MappingError(
                f'Mapping {self.name}: zone is "{zone}", and no time zone is called so. '
                "Use an IANA name such as Europe/Berlin or UTC."
            ) from error
        return zone

    def texts(
        self, content: Dictionary[str, object], key: str, known: Sequence[str] | None, place: str = ""
    ) -> dict[str, str]:
        part = self.part(content, key, place)
        if known is not None:
            self.known(part, known, f"{place}{key}.")
        for name, value in part.items():
            if not isinstance(value, str):
                raise self.wrong(f"{place}{key}.{name}", "a text in double quotes", value)
        return {name: str(value) for name, value in part.items()}

    def part(self, content: Dictionary[str, object], key: str, place: str = "") -> dict[str, object]:
        part = content.get(key, {})
        if not isinstance(part, dict):
            raise self.wrong(f"{place}{key}", f"a part that begins with [{place}{key}]", part)
        return {str(name): value for name, value in part.items()}

    def known(self, part: Dictionary[str, object], known: Sequence[str], place: str) -> None:
        for key in part:
            if key not in known:
                raise MappingError(
                    f"Mapping {self.name} has an unknown key '{place}{key}'{close_to(key, known)} "
                    f"Known here: {', '.join(known)}."
                )

    def allowed(self, key: str, value: str, allowed: Sequence[str] | None) -> None:
        if allowed is not None and value not in allowed:
            raise MappingError(
                f'Mapping {self.name}: {key} is "{value}"{close_to(value, allowed)} Use one of: {", ".join(allowed)}.'
            )

    def wrong(self, key: str, expected: str, value: object) -> MappingError:
        given = "a text" if isinstance(value, str) else f"a {type(value).__name__}"
        return MappingError(f"Mapping {self.name}: {key} has to be {expected}, and is {given}. Mend it in the file.")


def write_mapping(mapping: Mapping, guesses: Sequence[Guess], path: Path, questions: Sequence[str] = ()) -> None:
    """Write a mapping with the reason and masked examples above each line; StorageError when the disk refuses."""
    try:
        path.write_text(mapping_text(mapping, guesses, questions), encoding="utf-8")
    except OSError as error:
        raise StorageError(
            f"The mapping can't be written to {path}: {error.strerror}. Free space or choose another folder."
        ) from error


def mapping_text(mapping: Mapping, guesses: Sequence[Guess] = (), questions: Sequence[str] = ()) -> str:
    """Return the mapping file's text; :func:`read_mapping` gives the same mapping back."""
    why = {guess.field: guess for guess in guesses}
    lines = ["# How Clew reads this file. Correct what is wrong, then: clew import FILE --mapping THIS-FILE"]
    lines += [f"# To check: {' '.join(question.split())}" for question in questions]
    lines += ["", *_line("connector", mapping.connector), *_line("source", mapping.source)]
    lines += [
        "# Times without an offset are in this zone (an IANA name such as Europe/Berlin).",
        *_line("zone", mapping.zone),
    ]
    lines += [
        "# events: one row is one interaction; cases: one row is a case with several times; people: one row is a person.",
        *_line("shape", mapping.shape),
    ]
    lines += [*_comment(why.get("missing")), f"missing = [{', '.join(map(_quoted, mapping.missing))}]"]
    if {"sender", "recipient"} & set(mapping.columns):
        lines += [
            f"# What sender and recipient hold: {', '.join(IDENTIFIER_COLUMNS)}.",
            *_line("address", mapping.address),
        ]
    lines += [*_line("network", mapping.network)]
    lines += ["# The mark before the fraction in amounts and ratings.", *_line("decimal", mapping.decimal)]
    reading = {name: getattr(mapping.reading, name) for name in _READING if getattr(mapping.reading, name)}
    lines += _part("reading", reading, why)
    lines += ["", f"# Fields: {', '.join(MAPPED_FIELDS)}."] if mapping.connector == "table" else []
    lines += _part("columns", mapping.columns, why)
    lines += _part("constants", mapping.constants, why)
    lines += _part("channels", mapping.channels, {})
    for name, words in mapping.values.items():
        lines += _part(f"values.{name}", words, {})
    lines += _part("times", mapping.times, {}, f"# Force how a column writes time: {', '.join(FAMILIES)}.")
    for milestone in mapping.milestones:
        lines += ["", *_comment(why.get(f"milestone {milestone.column}")), "[[milestones]]"]
        for name in _MILESTONE:
            lines += _line(name, getattr(milestone, name))
    return "\n".join(lines) + "\n"


def _part(name: str, words: Dictionary[str, str], why: Dictionary[str, Guess], remark: str = "") -> list[str]:
    if not words:
        return []
    lines = ["", *([remark] if remark else []), f"[{name}]"]
    for key, value in words.items():
        lines += [*_comment(why.get(key)), *_line(key, value)]
    return lines


def _comment(guess: Guess | None) -> list[str]:
    if guess is None:
        return []
    examples = f"; for example {', '.join(guess.examples)}" if guess.examples else ""
    return ["# " + " ".join(f"{guess.reason} ({guess.confidence:.0%} sure){examples}".split())]


def _line(key: str, value: str | None) -> list[str]:
    plain = key.replace("_", "").isascii() and key.replace("_", "").isalnum()
    return [] if value is None else [f"{key if plain else _quoted(key)} = {_quoted(value)}"]


def _quoted(text: str) -> str:
    # A JSON string is a valid TOML basic string, but for DEL, which TOML wants escaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
