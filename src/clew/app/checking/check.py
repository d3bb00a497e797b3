"""What a check of the store is: a question, and whoever answers it with what was looked at and every difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import duckdb

from clew.app.workspace import Tell, Workspace

#: So many customers are named as examples.
EXAMPLES = 5


@dataclass(frozen=True)
class Difference:
    """Something that isn't as it has to be: where, what was expected and what is there, and what to do.

    ``customers`` are ids of customers as examples. None of it ever holds an identifier.
    """

    place: str
    expected: str
    found: str
    remedy: str
    customers: tuple[str, ...] = ()

    @property
    def place_is_file(self) -> bool:
        """Whether a stored file is broken, so that tables can't be read."""
        return self.place.endswith(".parquet")


@dataclass(frozen=True)
class Checked:
    """What a check looked at, in words with counts, and what it found; ``skipped`` says why it couldn't look."""

    looked_at: str
    differences: tuple[Difference, ...] = ()
    skipped: str = ""


@dataclass(frozen=True)
class StoreCheck:
    """One thing that has to be true of every workspace at any time; ``look`` only reads.

    ``look`` is called while nobody writes. What ``needs`` files is skipped where one of them is broken; what needs the build
    also where that isn't of everything that is stored.
    """

    name: str
    question: str
    look: Callable[[Workspace, Tell], Checked]
    needs: Literal["journal", "files", "build"] = "journal"


def compare_customers(
    connection: duckdb.DuckDBPyConnection, expected: str, found: str, place: str, remedy: str
) -> tuple[Difference, ...]:
    """Return how two queries for ``customer_id, identifier`` differ: in how many identifiers, of which customers."""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE differing AS
        SELECT e.customer_id AS expected, f.customer_id AS found FROM ({expected}) e FULL JOIN ({found}) f USING (identifier)
        WHERE e.customer_id IS DISTINCT FROM f.customer_id"""
    )
    ((count, wrong, missing, surplus),) = connection.execute(
        """SELECT count(*), count(*) FILTER (WHERE expected IS NOT NULL AND found IS NOT NULL),
        count(*) FILTER (WHERE found IS NULL), count(*) FILTER (WHERE expected IS NULL) FROM differing"""
    ).fetchall()
    if not count:
        return ()
    named = connection.execute(
        f"SELECT DISTINCT coalesce(found, expected) AS id FROM differing ORDER BY id LIMIT {EXAMPLES}"
    ).fetchall()
    parts = [
        f"{n:,} {said}"
        for n, said in ((wrong, "with another customer"), (missing, "missing"), (surplus, "that should be nobody's"))
        if n
    ]
    said = f"{count:,} identifiers differ: {', '.join(parts)}"
    return (Difference(place, "the same customers", said, remedy, tuple(str(each) for (each,) in named)),)
