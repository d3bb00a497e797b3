"""Lays out rows of numbers for any width: no label is ever cut, and what doesn't fit is left out in a settled order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

GAP = 2
INDENT = "  "


@dataclass(frozen=True)
class Cell:
    """A number: at length (with its interval), short, and its style."""

    long: str
    short: str
    style: str = ""


@dataclass(frozen=True)
class Line:
    """A row's label and its cells, and what is said of it."""

    label: str
    cells: tuple[Cell, ...]
    note: str = ""


def fits_with_intervals(names: Sequence[str], lines: Sequence[Line], width: int) -> bool:
    """Say whether a table of these rows has room for the intervals."""
    return _label_width(lines) + sum(GAP + wide for wide in _widths(names, lines, True)) <= width


def table_lines(names: Sequence[str], lines: Sequence[Line], width: int, intervals: bool) -> Iterator[Text]:
    """Yield the table's lines, none wider than ``width``, labels apart.

    Labels stand beside the numbers where there is room, else on a line of their own above them. A note stands below its
    row; one that several rows share stands once, below the last of them.
    """
    widths = _widths(names, lines, intervals)
    label = _label_width(lines)
    beside = label + sum(GAP + wide for wide in widths) <= width
    left = label if beside else 0
    heads = [name.split("\n") for name in _stacked(names, widths)]
    for level in range(max(map(len, heads))):
        yield Text(" " * left) + _beside([Cell("", _part(head, level, heads)) for head in heads], widths)
    last = {line.note: place for place, line in enumerate(lines)}
    for place, line in enumerate(lines):
        cells = [Cell("", cell.long if intervals else cell.short, cell.style) for cell in line.cells]
        if beside:
            yield Text(line.label.ljust(left)) + _beside(cells, widths)
        else:
            yield Text(line.label)
            yield _beside(cells, widths)
        if line.note and last[line.note] == place:
            yield from below(line.note, width)


def below(note: str, width: int) -> Iterator[Text]:
    """Yield a note's lines, indented, broken between words."""
    line = ""
    for word in note.split():
        if line and len(INDENT) + len(line) + 1 + len(word) > width:
            yield Text(INDENT + line, style="dim")
            line = word
        else:
            line = f"{line} {word}".strip()
    yield Text(INDENT + line, style="dim")


def _label_width(lines: Sequence[Line]) -> int:
    return max((len(line.label) for line in lines), default=0)


def _widths(names: Sequence[str], lines: Sequence[Line], intervals: bool) -> list[int]:
    """Return how wide each column has to be: as its widest cell, and as the longest word over it."""
    widths = []
    for place, name in enumerate(names):
        cells = [line.cells[place] for line in lines]
        widest = max(len(cell.long if intervals else cell.short) for cell in cells)
        widths.append(max(widest, *(len(word) for word in name.split())))
    return widths


def _stacked(names: Sequence[str], widths: Sequence[int]) -> list[str]:
    """Return the names, broken between words where their column is narrower."""
    return [name if len(name) <= wide else name.replace(" ", "\n") for name, wide in zip(names, widths, strict=True)]


def _part(head: list[str], level: int, heads: list[list[str]]) -> str:
    """Return what stands on one level of the heading: names end on its last line."""
    place = level - (max(map(len, heads)) - len(head))
    return head[place] if place >= 0 else ""


def _beside(cells: Sequence[Cell], widths: Sequence[int]) -> Text:
    """Return cells one beside the other; the last, a count, ends where its column ends."""
    line = Text()
    for place, (cell, wide) in enumerate(zip(cells, widths, strict=True), 1):
        spare = " " * (wide - len(cell.short))
        count = place == len(cells)
        line.append(" " * GAP + (spare if count else ""))
        line.append(cell.short, style=cell.style)
        line.append("" if count else spare)
    line.rstrip()
    return line
