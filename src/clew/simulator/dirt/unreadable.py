"""Makes rows that nobody can read: copies with an id of their own and a time that no calendar has."""

from __future__ import annotations

from collections.abc import Callable

from clew.simulator.export import Row


def unreadable(
    id_column: str, time_column: str, no_time: str, record: Callable[[int], str]
) -> Callable[[Row, int], Row]:
    """Return what :func:`~clew.simulator.dirt.soiled` breaks rows with; ``record`` makes ids out of numbers from 1."""

    def broken(row: Row, place: int) -> Row:
        if isinstance(row.cells, str):
            raise TypeError(f"Row {row.record} is a text and has no {time_column}: break its text instead.")
        own = record(place)
        return row._replace(record=own, cells={**row.cells, id_column: own, time_column: no_time})

    return broken
