"""Turns JSON objects into rows of text columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec
import pyarrow as pa

from clew.channels.reading.batching import text_batch
from clew.channels.reading.careful_lane import as_text
from clew.channels.reading.column_names import name_columns
from clew.channels.reading.contract import BadRow

#: Where keys go that no one had seen when the columns were named: a JSON object, or NULL.
MORE = "_more"
WHERE = "the whole line"

#: A row: strings as they are, null and the empty string as None (as in every format, nothing stood there), all else as the JSON text that stands in the file, to the last digit.
JsonObject = dict[str, str | None]

_RAW_VALUES = msgspec.json.Decoder(dict[str, msgspec.Raw])
_STRING = msgspec.json.Decoder(str)
_ENCODER = msgspec.json.Encoder(decimal_format="number")


def keys_of(lines: Iterable[bytes | memoryview], accept_bad_bytes_as: str | None) -> dict[str, None]:
    """The keys of all objects, each once, in the order they first appear; what isn't an object gives none."""
    keys: dict[str, None] = {}
    for line in lines:
        try:
            keys.update(dict.fromkeys(_RAW_VALUES.decode(line)))
        except (msgspec.DecodeError, UnicodeDecodeError):
            found = read_object(bytes(line), 0, accept_bad_bytes_as)
            if not isinstance(found, BadRow):
                keys.update(dict.fromkeys(found))
    return keys


def read_object(raw: bytes, row: int, accept_bad_bytes_as: str | None) -> JsonObject | BadRow:
    """Read one object, or say why it can't be read. ``NaN`` and ``Infinity``, which JSON lacks, count as missing."""
    try:
        return {key: _text(bytes(value)) for key, value in _RAW_VALUES.decode(raw).items()}
    except UnicodeDecodeError:
        if accept_bad_bytes_as is None:
            why = (
                "it holds bytes that are not UTF-8; they look like Latin-1. "
                'Set accept_bad_bytes_as = "latin-1" in the mapping to read such rows'
            )
            return BadRow(row, WHERE, why, as_text(raw))
        return read_object(raw.decode(accept_bad_bytes_as, "replace").encode(), row, None)
    except msgspec.DecodeError as problem:
        return _read_leniently(raw) or BadRow(row, WHERE, _why(problem), as_text(raw))


def _text(value: bytes) -> str | None:
    first = value[:1]
    if first == b'"':
        return _STRING.decode(value) or None
    return None if first == b"n" else value.decode()


def _read_leniently(raw: bytes) -> JsonObject | None:
    """What Python writes and JSON doesn't know, NaN and Infinity, is missing."""
    try:
        found = json.loads(raw, parse_float=Decimal, parse_constant=lambda _: None)
        if not isinstance(found, dict):
            return None
        texts = {key: _ENCODER.encode(value) for key, value in found.items()}
    except (ValueError, RecursionError):
        return None
    return {key: _text(text) for key, text in texts.items()}


def _why(problem: msgspec.DecodeError) -> str:
    """The decoder's words without anything from the data: it names a byte, or says that the text ends too early."""
    if isinstance(problem, msgspec.ValidationError):
        return "it is JSON, but no object. One object in braces {…} was expected, with the columns as its keys"
    _, byte, place = str(problem).partition("(byte ")
    where = f"at byte {place.rstrip(')')}" if byte else "it ends too early"
    return f"it is no JSON ({where}). Mend the line or the export"


class ObjectColumns:
    """The columns for a set of keys; without ``complete`` a last column ``_more`` takes the keys that come as a surprise."""

    def __init__(self, keys: Iterable[str], complete: bool) -> None:
        self.keys = tuple(keys)
        self.known = frozenset(self.keys)
        self.complete = complete
        self.names, self.notes = name_columns([*self.keys] if complete else [*self.keys, MORE])

    def batch(self, rows: Sequence[int], objects: Sequence[JsonObject]) -> pa.RecordBatch:
        """Put the objects under the columns; a missing key is NULL."""
        values = [pa.array([found.get(key) for found in objects], pa.string()) for key in self.keys]
        if not self.complete:
            values.append(pa.array([self._more(found) for found in objects], pa.string()))
        return text_batch(self.names, rows, values)

    def _more(self, found: JsonObject) -> str | None:
        if self.known.issuperset(found):
            return None
        return _ENCODER.encode({key: value for key, value in found.items() if key not in self.known}).decode()
