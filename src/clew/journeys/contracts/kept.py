"""Says of one handoff, as it is just now, whether it keeps a contract, and which of its terms it breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import duckdb

from clew.journeys.contracts.judge import HANDOFF_NOW, judged, terms_of
from clew.model import HandoffContract, UsageError
from clew.store import column_types, compile_sql, unbound

Verdict = Literal["kept", "broken", "unknown"]


@dataclass(frozen=True)
class Kept:
    """The verdict, and the names of the terms that are kept, broken, or can't be told."""

    verdict: Verdict
    kept: tuple[str, ...]
    broken: tuple[str, ...]
    unknown: tuple[str, ...]


def kept(handoff: Mapping[str, object], contract: HandoffContract) -> Kept | None:
    """Judge one handoff by the very expression that judges history; None where it doesn't fall under the contract.

    ``handoff`` has columns of ``HANDOFF_NOW``; what isn't said isn't known. UsageError for other columns or values of other
    types.
    """
    unknown = handoff.keys() - HANDOFF_NOW.columns.keys()
    if unknown:
        raise UsageError(f"A handoff has no {', '.join(sorted(unknown))}. Known: {', '.join(HANDOFF_NOW.columns)}.")
    types = column_types(HANDOFF_NOW)
    row = ", ".join(f"CAST(${name} AS {kind}) AS {name}" for name, kind in types.items())
    with duckdb.connect() as connection:
        try:
            values = {name: handoff.get(name) for name in types}
            connection.execute(f"CREATE TABLE {HANDOFF_NOW.name} AS SELECT {row}", values)
        except duckdb.Error as error:
            kinds = ", ".join(f"{name} {kind.lower()}" for name, kind in types.items())
            raise UsageError(f"A value of the handoff is of another type. Expected: {kinds}.") from error
        names = [term.name for term in terms_of(contract)]
        chosen = ", ".join(("verdict", *names))
        rows = connection.execute(
            f"SELECT {chosen} FROM ({compile_sql(judged(unbound(HANDOFF_NOW), contract))})"
        ).fetchall()
    if not rows:
        return None
    verdict, *holds = rows[0]
    by_name = dict(zip(names, holds, strict=True))
    ways = {way: tuple(name for name, held in by_name.items() if held is way) for way in (True, False, None)}
    return Kept(verdict, ways[True], ways[False], ways[None])
