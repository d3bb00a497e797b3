"""The handoffs that broke a contract, one by one, with the terms that each broke."""

from __future__ import annotations

from clew.app.contracts.conformance import contract_named
from clew.app.contracts.judgements import judgements_sql
from clew.app.workspace import Tell, Workspace
from clew.journeys import terms_of

Row = dict[str, object]
_COLUMNS = (
    *("journey_id", "position", "from_channel", "to_channel", "from_party", "to_party", "from_team", "to_team"),
    *("wait_us", "facts_known", "facts_asked_again"),
)


def broken_handoffs(
    workspace: Workspace, name: str, tell: Tell = lambda _name: None, limit: int | None = None
) -> list[Row]:
    """Return the handoffs that broke the contract, the latest first, with ``broken`` (names of its terms).

    The tables are built first where they are stale. UsageError where no contract has the name.
    """
    from clew.app.building import build

    contract = contract_named(workspace, name)
    build(workspace, tell)
    terms = [term.name for term in terms_of(contract)]
    chosen = ", ".join((*_COLUMNS, *(f"{term} AS term_{at}" for at, term in enumerate(terms))))
    query = f"SELECT {chosen} FROM ({judgements_sql(contract)}) WHERE verdict = 'broken'"
    query += " ORDER BY handed_us DESC, journey_id, position LIMIT $1"
    with workspace.session() as connection:
        rows = connection.execute(query, [2**62 if limit is None else limit]).fetchall()
    return [_row(row, terms) for row in rows]


def _row(row: tuple[object, ...], terms: list[str]) -> Row:
    told = dict(zip(_COLUMNS, row, strict=False))
    wait_us = told.pop("wait_us")
    holds = row[len(_COLUMNS) :]
    broken = [term for term, held in zip(terms, holds, strict=True) if held is False]
    return told | {"wait_seconds": wait_us / 1_000_000 if isinstance(wait_us, int) else None, "broken": broken}
