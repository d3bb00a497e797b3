"""How wide a text is in the map's own font, and how it is shortened or broken to fit its box."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.resources import files

#: Room kept free, because a viewer without the map's font draws with another, which may be a little wider.
RESERVE = 1.03
ELLIPSIS = "…"


def width_of(text: str, size: float, weight: int = 400) -> float:
    """Return the width of a text, in the units of ``size``, at weight 400 or 600; kerning is left out, it only narrows."""
    advances = _advances(600 if weight >= 600 else 400)
    return sum(advances.get(mark) or _unknown(mark) for mark in text) * size / 1000


def shorten(text: str, room: float, size: float, weight: int = 400) -> str:
    """Return the text, or as much of it as fits in ``room`` with an ellipsis at its end."""
    if width_of(text, size, weight) * RESERVE <= room:
        return text
    kept = text
    while kept and width_of(kept.rstrip() + ELLIPSIS, size, weight) * RESERVE > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def broken(text: str, room: float, size: float, weight: int = 400, most_lines: int = 0) -> list[str]:
    """Break a text between words into lines that fit; beyond ``most_lines`` (0: any number) the last one is shortened."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (width_of(longer, size, weight) * RESERVE <= room or len(lines) == most_lines):
            lines[-1] = longer
        else:
            lines.append(word)
    return [shorten(line, room, size, weight) for line in lines]


@cache
def _advances(weight: int) -> dict[str, int]:
    table: dict[str, dict[str, str]] = json.loads((files("clew.maps") / "fonts" / "widths.json").read_text("utf-8"))
    return {mark: int(advance) for advance, marks in table[str(weight)].items() for mark in marks}


def _unknown(mark: str) -> int:
    """Return a safe advance for a character the font lacks: 0 for combining marks, a full square for wide ones."""
    if unicodedata.combining(mark):
        return 0
    return 1060 if unicodedata.east_asian_width(mark) in "WF" else 800
