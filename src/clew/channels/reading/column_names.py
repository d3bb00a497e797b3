"""Gives every column a name of its own, and says which names had to change."""

from __future__ import annotations

from collections.abc import Iterable

#: Names that Clew itself adds to every table.
TAKEN = ("_row", "_file")


def name_columns(given: Iterable[str | None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return unique names for the columns as ``given``, and notes on what changed.

    Letter case makes no difference (no engine's SQL tells ``ID`` from ``id``).

    >>> name_columns(["id", "ID"])
    (('id', 'ID_2'), ('Column 2 "ID" is called "ID_2": the name was taken.',))
    >>> name_columns(["", "id"])  # the unnamed index column that data frames write in front
    (('column_1', 'id'), ())
    """
    asked = [_clean(name) for name in given]
    taken: set[str] = {name.lower() for name in TAKEN}
    spoken_for = {name.lower() for name in asked if name}
    names: list[str] = []
    notes: list[str] = []
    for position, name in enumerate(asked, start=1):
        chosen = name or f"column_{position}"
        number = 2
        while chosen.lower() in taken or (chosen != name and chosen.lower() in spoken_for):
            chosen = f"{name or f'column_{position}'}_{number}"
            number += 1
        if name and chosen != name:
            notes.append(f'Column {position} "{name}" is called "{chosen}": the name was taken.')
        taken.add(chosen.lower())
        names.append(chosen)
    unnamed = [position for position, name in enumerate(asked, start=1) if not name]
    if unnamed and unnamed != [1]:
        places = ", ".join(str(position) for position in unnamed[:10]) + (", …" if len(unnamed) > 10 else "")
        notes.append(f"The header names no column at position {places}: called column_{unnamed[-1]} and the like.")
    return tuple(names), tuple(notes)


def _clean(name: str | None) -> str:
    return " ".join((name or "").replace("\ufeff", "").split())
