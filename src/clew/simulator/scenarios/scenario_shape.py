"""Finds what in a scenario file is no scenario: keys that nobody knows, and values of the wrong kind or size."""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from msgspec import inspect

#: A found value is shown up to this many characters.
SHOWN_CHARACTERS = 60


def misfits(found: object, wanted: inspect.Type, path: str = "") -> Iterator[str]:
    """Yield one sentence for each key or value of ``found`` that isn't as ``wanted``; each names its dotted path."""
    match wanted:
        case inspect.UnionType():
            yield from misfits(found, _present(wanted), path)
        case inspect.StructType() if isinstance(found, dict):
            yield from _struct_misfits(found, wanted, path)
        case inspect.DictType() if isinstance(found, dict):
            for key, value in found.items():
                yield from misfits(value, wanted.value_type, under(path, key))
        case inspect.VarTupleType() if isinstance(found, list):
            for place, value in enumerate(found, 1):
                yield from misfits(value, wanted.item_type, member(path, place, value))
        case inspect.TupleType() if isinstance(found, list) and len(found) == len(wanted.item_types):
            for place, (value, item_type) in enumerate(zip(found, wanted.item_types, strict=True), 1):
                yield from misfits(value, item_type, member(path, place, value))
        case _:
            if not _fits(found, wanted):
                yield f"{path} is {shown(found)}; allowed is {allowed(wanted)}."


def under(path: str, key: str) -> str:
    """Return the dotted path of a key of the table at ``path``."""
    return f"{path}.{key}" if path else key


def member(path: str, place: int, value: object) -> str:
    """Return the path of a list's member: by its name if it is a table with one, else by its place, from 1."""
    name = value.get("name") if isinstance(value, dict) else None
    return f"{path}.{name}" if isinstance(name, str) and name else f"{path}[{place}]"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``Did you mean "x"? `` with the known word that is nearest, or nothing if none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f'Did you mean "{near[0]}"? ' if near else ""


def shown(value: object) -> str:
    """Return a found value as a person would write it in the file, cut where it is long."""
    if isinstance(value, dict):
        return "a table"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def allowed(wanted: inspect.Type) -> str:
    """Return what a value may be, for a person.

    >>> allowed(inspect.FloatType(ge=0, le=1))
    'a number from 0 to 1'
    """
    match wanted:
        case inspect.UnionType():
            return allowed(_present(wanted))
        case inspect.FloatType():
            return "a number" + _range(wanted)
        case inspect.IntType():
            return "a whole number" + _range(wanted)
        case inspect.StrType(pattern=str()):
            return "a name of 1 to 40 small letters, digits and _, a letter first"
        case inspect.StrType():
            return "a text" + _length(wanted)
        case inspect.LiteralType():
            return "one of: " + ", ".join(map(str, wanted.values))
        case inspect.DateType():
            return "a date such as 2026-03-02"
        case inspect.TupleType():
            return f"a list of {len(wanted.item_types)}, each {allowed(wanted.item_types[0])}"
        case inspect.VarTupleType():
            return f"a list, each {allowed(wanted.item_type)}"
        case _:
            return "a table"


def _range(wanted: inspect.FloatType | inspect.IntType) -> str:
    if wanted.ge is not None and wanted.le is not None:
        return f" from {wanted.ge} to {wanted.le}"
    if wanted.ge is not None:
        return f" of at least {wanted.ge}"
    return f" above {wanted.gt}" if wanted.gt is not None else ""


def _length(wanted: inspect.StrType) -> str:
    if wanted.max_length is not None:
        return f" of {wanted.min_length or 0} to {wanted.max_length} characters"
    return " that is not empty" if wanted.min_length else ""


def _struct_misfits(found: dict[str, object], wanted: inspect.StructType, path: str) -> Iterator[str]:
    fields = {each.encode_name: each for each in wanted.fields}
    place = path or "The top of the file"
    for key in found:
        if key not in fields:
            yield f'{place} has no key "{key}". {nearest(key, fields)}Known: {listed(fields)}.'
    for key, each in fields.items():
        if key in found:
            yield from misfits(found[key], each.type, under(path, key))
        elif each.required:
            yield f"{under(path, key)} is missing; allowed is {allowed(each.type)}."


def listed(names: Iterable[str]) -> str:
    """Return names as a person would list them."""
    return ", ".join(names)


def _present(wanted: inspect.UnionType) -> inspect.Type:
    """Return what a value that may be left out has to be if it isn't: TOML can't write None."""
    types: Sequence[inspect.Type] = wanted.types
    return next(each for each in types if not isinstance(each, inspect.NoneType))


def _fits(found: object, wanted: inspect.Type) -> bool:
    match wanted:
        case inspect.FloatType():
            return isinstance(found, int | float) and not isinstance(found, bool) and _in_range(found, wanted)
        case inspect.IntType():
            return isinstance(found, int) and not isinstance(found, bool) and _in_range(found, wanted)
        case inspect.StrType():
            return isinstance(found, str) and _well_formed(found, wanted)
        case inspect.LiteralType():
            return found in wanted.values
        case inspect.DateType():
            return isinstance(found, date) and not isinstance(found, datetime)
        case _:
            return False


def _in_range(found: float, wanted: inspect.FloatType | inspect.IntType) -> bool:
    return (
        math.isfinite(found)
        and (wanted.ge is None or found >= wanted.ge)
        and (wanted.gt is None or found > wanted.gt)
        and (wanted.le is None or found <= wanted.le)
    )


def _well_formed(found: str, wanted: inspect.StrType) -> bool:
    long_enough = (wanted.min_length or 0) <= len(found) <= (wanted.max_length or len(found))
    return long_enough and (wanted.pattern is None or re.search(wanted.pattern, found) is not None)
