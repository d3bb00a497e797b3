"""Spreads conversations that hold their messages as a list: one row a message, with the conversation's fields on each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from clew.channels.column_words import WHEN
from clew.channels.time_format import shape_of

_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])
_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_STRING = msgspec.json.Decoder(str)
_LOOKED_AT = 200
#: What a list's name says of the object around it; its fields take that name in front where a message has the same ones.
_AROUND = dict.fromkeys(("messages", "turns", "utterances", "transcript", "entries"), "conversation")

Object = dict[str, msgspec.Raw]


def spread(items: list[msgspec.Raw]) -> tuple[list[msgspec.Raw], tuple[str, ...]]:
    """Return one object for each object of the list that holds the times, and a note that says so.

    Only where the objects around hold no times of their own, and one list in them does; else they stay as they are.
    An object with an empty list stays one row, so that it is counted; what isn't an object stays what it is.
    """
    seen = [found for item in items[:_LOOKED_AT] if (found := _object(item)) is not None]
    keys = [key for key in dict.fromkeys(key for each in seen for key in each) if _holds_times(seen, key)]
    if len(keys) != 1 or any(_may_be_time(name, value) for each in seen for name, value in each.items()):
        return items, ()
    key = keys[0]
    taken = {name for item in items for inner in _inner(item, key) for name in _object(inner) or ()}
    around = _AROUND.get(key.lower(), "parent")
    note = f'The rows are what the lists "{key}" hold; the fields around such a list stand on each of its rows.'
    return [row for item in items for row in _rows(item, key, taken, around)], (note,)


def _rows(item: msgspec.Raw, key: str, taken: set[str], around: str) -> Iterator[msgspec.Raw]:
    outer = _object(item)
    if outer is None:
        yield item
        return
    shared = {f"{around}_{name}" if name in taken else name: value for name, value in _flat(outer, key)}
    inner = _inner(item, key)
    if not inner:
        yield msgspec.Raw(msgspec.json.encode(shared))
    for each in inner:
        own = _object(each)
        yield each if own is None else msgspec.Raw(msgspec.json.encode({**shared, **own}))


def _flat(outer: Object, key: str) -> Iterator[tuple[str, msgspec.Raw]]:
    """Give the fields beside the list; those of an object inside, such as the customer, one by one."""
    for name, value in outer.items():
        within = _object(value)
        if name == key:
            continue
        if within is None:
            yield name, value
        else:
            yield from ((f"{name}_{part}", each) for part, each in within.items())


def _inner(item: msgspec.Raw, key: str) -> list[msgspec.Raw]:
    outer = _object(item)
    return _objects(outer[key]) if outer is not None and key in outer else []


def _holds_times(seen: Sequence[Object], key: str) -> bool:
    lists = [_objects(each[key])[:_LOOKED_AT] for each in seen if key in each]
    inner = [found for each in lists for item in each if (found := _object(item)) is not None]
    return bool(inner) and sum(any(_is_time(value) for value in each.values()) for each in inner) * 2 >= len(inner)


def _objects(value: msgspec.Raw) -> list[msgspec.Raw]:
    return _LIST.decode(value) if bytes(value).startswith(b"[") else []


def _object(value: msgspec.Raw) -> Object | None:
    """Return the fields, or None for what is no object or damaged: reading it says what is wrong with it."""
    try:
        return _OBJECT.decode(value) if bytes(value).startswith(b"{") else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _is_time(value: msgspec.Raw) -> bool:
    """Whether this is a text that is written as a time; bare numbers can be anything."""
    text = _text(value)
    return not text.replace(".", "", 1).isdigit() and shape_of(text) is not None


def _may_be_time(name: str, value: msgspec.Raw) -> bool:
    """Whether this may be a time of the object's own: its name says so of a number."""
    words = re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", name).lower())
    return _is_time(value) or (bool(WHEN & set(words)) and shape_of(_text(value)) is not None)


def _text(value: msgspec.Raw) -> str:
    content = bytes(value)
    try:
        return (_STRING.decode(value) if content.startswith(b'"') else content[:40].decode()).strip()
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""
