"""Makes rows that nobody can read: copies with an id of their own and a time that no calendar has."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from clew.simulator.export import Row


def unreadable(
    id_column: str, time_column: str, no_times: tuple[str, ...], next_id: Callable[[], str], kind: str = ""
) -> Callable[[Row], Row]:
    """Return what makes unreadable copies of rows: ``no_times`` in turn, each under the next id.

    ``kind`` stands before the id in the row's record, where a system's records are named by table and id.
    """
    turns = cycle(no_times)

    def broken(row: Row) -> Row:
        if isinstance(row.cells, str):
            raise TypeError(f"Row {row.record} is a text and has no {time_column}: break its text instead.")
        own = next_id()
        return row._replace(record=kind + own, cells={**row.cells, id_column: own, time_column: next(turns)})

    return broken
