"""Tells small stories as interactions and gives back what Clew makes of them: journeys, steps and handoffs as plain rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from clew.journeys import read_marks, write_journeys
from clew.model import CUSTOMERS, INTERACTIONS, READINGS, SHARED_IDENTIFIERS, Settings, TableContract

SECOND = 1_000_000
MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86_400 * SECOND
#: 1 March 2026, 00:00 UTC: times in stories count from here.
START = 1_772_323_200_000_000

Row = dict[str, object]
_TYPES = {
    "string": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
    "array<string>": pa.list_(pa.string()),
}


@dataclass(frozen=True)
class Made:
    """What was made: each table's rows in the order of journeys' ids and positions."""

    journeys: list[Row]
    steps: list[Row]
    handoffs: list[Row]

    def grouped(self) -> set[frozenset[str]]:
        """Return which interactions are together, whatever the journeys are called."""
        return {frozenset(self.walk(str(each["journey_id"]))) for each in self.journeys}

    def walk(self, journey_id: str) -> list[str]:
        return [str(step["interaction_id"]) for step in self.steps if step["journey_id"] == journey_id]

    @property
    def journey(self) -> Row:
        (only,) = self.journeys
        return only

    def of(self, interaction_id: str) -> Row:
        (step,) = [each for each in self.steps if each["interaction_id"] == interaction_id]
        return step


def said(name: str, at: int, who: str | None = "mia", **columns: object) -> Row:
    """An interaction, by default a customer's chat message, ``at`` microseconds after the start."""
    told: Row = {
        "interaction_id": name,
        "source": "desk",
        "source_id": name,
        "source_row": 1,
        "channel": "chat",
        "touchpoint": "writes",
        "kind": "message",
        "direction": "inbound",
        "party": "customer",
        "occurred_us": START + at,
        "received_us": START,
        "identifiers": None if who is None else [f"account:{who}"],
        "content_digest": name,
    }
    for given, column in (("ended_at", "ended_us"), ("outcome_at", "outcome_us")):
        if given in columns:
            told[column] = START + int(str(columns.pop(given)))
    return told | columns


def answered(name: str, at: int, party: str = "agent", **columns: object) -> Row:
    """An answer to the customer, by a person unless told otherwise."""
    return said(name, at, direction="outbound", party=party, **columns)


def make(
    story: Sequence[Row],
    settings: Settings | None = None,
    *,
    read: bool = False,
    customers: Mapping[str, str] | None = None,
) -> Made:
    """Let Clew make journeys of a story; ``read`` reads its texts.

    Every identifier is a customer called as it is, unless ``customers`` says whose it is.
    """
    connection = session(story, settings, read=read, owners=customers)
    made = Made(
        rows_of(connection, "SELECT * FROM journeys ORDER BY journey_id"),
        rows_of(connection, "SELECT * FROM steps ORDER BY journey_id, position"),
        rows_of(connection, "SELECT * FROM handoffs ORDER BY journey_id, position"),
    )
    connection.close()
    return made


def session(
    story: Sequence[Row],
    settings: Settings | None = None,
    *,
    read: bool = False,
    learnt: Path | None = None,
    owners: Mapping[str, str] | None = None,
) -> duckdb.DuckDBPyConnection:
    """Return a session with the tables that Clew makes of a story."""
    connection = duckdb.connect()
    names = sorted({name for row in story for name in row["identifiers"] or ()})  # type: ignore[union-attr]
    customers = [
        {
            "customer_id": (owners or {}).get(name, name.removeprefix("account:")),
            "identifier": name,
            "since_us": START,
        }
        for name in sorted({*names, *(owners or {})})
    ]
    for contract, rows in ((INTERACTIONS, story), (CUSTOMERS, customers), (SHARED_IDENTIFIERS, ()), (READINGS, ())):
        connection.register("given", contract_rows(contract, rows))
        connection.execute(f"CREATE TABLE {contract.name} AS SELECT * FROM given")
        connection.unregister("given")
    if read:
        texts = [(str(row["interaction_id"]), str(row["party"]), str(row["text"])) for row in story if row.get("text")]
        connection.register("given", read_marks(texts))
        connection.execute("INSERT INTO readings SELECT * FROM given")
        connection.unregister("given")
    write_journeys(connection, settings or Settings(), learnt=learnt)
    return connection


def contract_rows(contract: TableContract, rows: Sequence[Row]) -> pa.Table:
    """Return rows in a contract's columns; what a row doesn't say is NULL."""
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in contract.columns.items()])
    return pa.Table.from_pylist(list(rows), schema=schema)


def rows_of(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    return connection.sql(query).to_arrow_table().to_pylist()
