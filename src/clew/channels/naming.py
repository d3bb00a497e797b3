"""Tells which identifiers a raw row may hold, also where it was never read as a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from clew.channels.identifiers import normal_phone
from clew.model import NAMESPACES

#: Shorter numbers and names stand in rows of anybody ("7", "open"): they count in their own columns only.
SHORTEST = 5
_EMAIL = re.compile(r"[^\s@<>\"',;|]+@[^\s@<>\"',;|]+")
_LONG_NUMBER = re.compile(r"\+?\(?\d(?:[\s()./-]{0,2}\d){6,}")
_BETWEEN_CELLS = re.compile(r"[,;|\t\n\"]")


def identifiers_in(raw: str, source: str, region: str, columns: Mapping[str, str] | None = None) -> set[str]:
    """Return the identifiers (``namespace:value``) that a raw row may hold; ``columns`` is draft field -> its column.

    >>> sorted(identifiers_in('{"who": "Mia@x.org", "n": "7"}', "desk", "US"))[:2]
    ['account:Mia@x.org', 'desk:Mia@x.org']
    """
    cells = _cells(raw)
    found: set[str] = set()
    for name, value in cells:
        plain = value.strip()
        if len(plain) >= SHORTEST:
            found.update(_of_any_kind(plain, source))
        found.update(f"email:{email.lower().rstrip('.')}" for email in _EMAIL.findall(plain))
        found.update(_phones(plain, region))
        for field in (field for field, column in (columns or {}).items() if column == name and plain):
            namespace = source if field == "customer_ref" else field
            found.update(each for each in _of_any_kind(plain, source) if each.partition(":")[0] == namespace)
    return found


def _cells(raw: str) -> list[tuple[str, str]]:
    """Return a row's cells with their columns' names; of what is no JSON object, its parts without names."""
    try:
        read = json.loads(raw)
    except ValueError:
        read = None
    if isinstance(read, dict):
        return [(str(name), str(value)) for name, value in read.items() if value is not None]
    return [("", raw), *(("", part) for part in _BETWEEN_CELLS.split(raw))]


def _of_any_kind(value: str, source: str) -> Iterator[str]:
    for namespace in (*NAMESPACES, source):
        yield f"{namespace}:{value.lower() if namespace in ('email', 'handle') else value}"


def _phones(text: str, region: str) -> Iterator[str]:
    for number in _LONG_NUMBER.findall(text):
        phone = normal_phone(number, region)
        if phone:
            yield f"phone:{phone}"
