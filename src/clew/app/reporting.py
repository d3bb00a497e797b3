"""Answers questions about a workspace, building first what is stale: metrics, journeys, one customer's thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import duckdb

from clew.app.building import build
from clew.app.identity.naming import customer_named
from clew.app.shown_columns import text_columns
from clew.app.workspace import Tell, Workspace
from clew.metrics import Metric, evaluate, known_metrics
from clew.model import MetricValue, UsageError

OUTCOMES = ("resolved", "closed", "abandoned", "reopened", "open", "unknown")
Row = dict[str, object]


def silent(_name: str) -> None:
    """Hear nothing."""


def metric_values(workspace: Workspace, names: Sequence[str], tell: Tell = silent) -> list[MetricValue]:
    """Return the named metrics (all where none is named); UsageError names the known ones."""
    chosen = metrics_named(names)
    build(workspace, tell)
    with workspace.session() as connection:
        return evaluate(connection, chosen, workspace.settings)


def metrics_named(names: Sequence[str]) -> list[Metric]:
    """Return the metrics of these names (all where none is named); UsageError names the known ones."""
    known = known_metrics()
    for name in names:
        if name not in known:
            raise UsageError(f'No metric "{name}". Known: {", ".join(known)}.')
    return [known[name] for name in names or known]


def journey_rows(
    workspace: Workspace,
    tell: Tell = silent,
    *,
    limit: int | None = None,
    channel: str | None = None,
    outcome: str | None = None,
) -> Iterator[Row]:
    """Give journeys as plain rows, the most recent first, with times as ISO text and ``duration_seconds``."""
    if outcome is not None and outcome not in OUTCOMES:
        raise UsageError(f'No outcome "{outcome}". Known: {", ".join(OUTCOMES)}.')
    build(workspace, tell)
    with workspace.session() as connection:
        query = (
            f"SELECT {text_columns('journeys')}, (ended_us - started_us) / 1000000 AS duration_seconds FROM journeys"
        )
        query += " WHERE ($1 IS NULL OR first_channel = $1) AND ($2 IS NULL OR outcome = $2)"
        query += " ORDER BY started_us DESC, journey_id LIMIT $3"
        yield from rows_of(connection.execute(query, [channel, outcome, limit if limit is not None else 2**62]))


@dataclass(frozen=True)
class CustomerThread:
    """One customer across all channels, as plain rows."""

    customer_id: str
    identifiers: list[Row]
    links: list[Row]
    journeys: list[Row]
    steps: list[Row]

    def as_dict(self) -> dict[str, object]:
        """Return everything as plain values."""
        return asdict(self)


def customer_thread(workspace: Workspace, named: str, tell: Tell = silent) -> CustomerThread:
    """Return the thread of the customer with this id or identifier; UsageError when nobody has it."""
    build(workspace, tell)
    with workspace.session() as connection:
        customer_id = customer_named(connection, named, workspace.settings.default_region)
        identifiers = _rows(
            connection, f"SELECT {text_columns('customers')} FROM customers WHERE customer_id = ?", customer_id
        )
        links = _rows(
            connection,
            f"""SELECT {text_columns("identity_links")} FROM identity_links
            WHERE identifier_a IN (SELECT identifier FROM customers WHERE customer_id = $1)
            AND identifier_b IN (SELECT identifier FROM customers WHERE customer_id = $1) ORDER BY at_us""",
            customer_id,
        )
        journeys = _rows(
            connection,
            f"SELECT {text_columns('journeys')} FROM journeys WHERE customer_id = ? ORDER BY started_us, journey_id",
            customer_id,
        )
        steps = _rows(
            connection,
            f"""WITH own AS (SELECT {text_columns("steps")} FROM steps WHERE customer_id = ?)
            SELECT own.*, i.text, i.source, i.rating FROM own JOIN interactions i USING (interaction_id)
            ORDER BY i.occurred_us, own.journey_id, own.position""",
            customer_id,
        )
    return CustomerThread(customer_id, identifiers, links, journeys, steps)


def rows_of(result: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    """Give a result's rows as dictionaries, fetched in batches."""
    names = [column[0] for column in result.description or []]
    while batch := result.fetchmany(10_000):
        for row in batch:
            yield dict(zip(names, row, strict=True))


def _rows(connection: duckdb.DuckDBPyConnection, query: str, value: str) -> list[Row]:
    return list(rows_of(connection.execute(query, [value])))
