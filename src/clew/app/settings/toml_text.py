"""Writes words the way TOML has them: quoted, as keys, as lists."""

from __future__ import annotations

import re

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def listed(words: tuple[str, ...]) -> str:
    """Return a list of texts."""
    return "[" + ", ".join(quoted(word) for word in words) + "]"


def key(name: str) -> str:
    """Return a key, quoted where it has to be."""
    return name if _BARE_KEY.fullmatch(name) else quoted(name)


def quoted(text: str) -> str:
    """Return a text as TOML has it, whatever stands in it."""
    return '"' + "".join(_ESCAPED.get(letter) or _printable(letter) for letter in text) + '"'


def _printable(letter: str) -> str:
    return letter if letter >= " " and letter != "\x7f" else f"\\u{ord(letter):04x}"
