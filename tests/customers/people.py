"""Lets Clew work out who is who: from interactions and records told in the test, or from imported rows."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

import clew
from clew.customers import Decision, write_customers, write_links
from clew.model import INTERACTIONS, RECORDS, IdentityPolicy, TableContract
from clew.store import column_types

Row = dict[str, object]


def seen(number: int, *identifiers: str, at: int | None = None) -> Row:
    """An interaction in which these identifiers were given, at a moment that grows with its number unless told."""
    return {
        "interaction_id": f"i{number}",
        "identifiers": list(identifiers),
        "occurred_us": number if at is None else at,
    }


def recorded(number: int, *identifiers: str) -> Row:
    """A contact record that holds these identifiers."""
    return {"record_id": f"r{number}", "identifiers": list(identifiers), "received_us": number}


def decided(a: str, b: str, asserted: bool, at: int) -> Decision:
    """What a person says of two identifiers."""
    verdict = "same" if asserted else "retracted"
    return Decision(*sorted((a, b)), verdict, "said in a test", "tester", at)


#: Nothing is limited, nothing shared: whatever is linked is one person.
UNLIMITED = IdentityPolicy(limits=(), shared_from={})


def tables(
    interactions: Sequence[Row],
    records: Sequence[Row] = (),
    decisions: Sequence[Decision] = (),
    policy: IdentityPolicy | None = None,
) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the tables ``identity_links`` and ``customers`` as rows."""
    connection = duckdb.connect()
    load(connection, INTERACTIONS, interactions)
    load(connection, RECORDS, records)
    write_links(connection, decisions, policy)
    write_customers(connection, policy)
    return connection.sql("FROM identity_links").fetchall(), connection.sql("FROM customers").fetchall()


def people(
    interactions: Sequence[Row],
    records: Sequence[Row] = (),
    decisions: Sequence[Decision] = (),
    policy: IdentityPolicy | None = None,
) -> set[frozenset[str]]:
    """Return which identifiers are one person, whatever the customers are called."""
    return set(ids(interactions, records, decisions, policy).values())


def ids(
    interactions: Sequence[Row],
    records: Sequence[Row] = (),
    decisions: Sequence[Decision] = (),
    policy: IdentityPolicy | None = None,
) -> dict[str, frozenset[str]]:
    """Return each customer's identifiers by the customer's id."""
    _, customers = tables(interactions, records, decisions, policy)
    grouped: dict[str, set[str]] = {}
    for customer_id, identifier, _ in customers:
        grouped.setdefault(str(customer_id), set()).add(str(identifier))
    return {customer_id: frozenset(group) for customer_id, group in grouped.items()}


def imported(folder: Path, header: str, *rows: str) -> clew.Workspace:
    """Import rows of a table whose columns are called as Clew calls them; ``occurred_at`` counts up by itself."""
    shutil.copytree(_imported(header, rows).name, folder, dirs_exist_ok=True)
    return clew.open(folder / "here")


@cache
def _imported(header: str, rows: tuple[str, ...]) -> TemporaryDirectory[str]:
    """Import them once a process; tests get copies."""
    made = TemporaryDirectory(prefix="clew-people-")
    folder = Path(made.name)
    names = header.split(",")
    columns = "\n".join(f'{name} = "{name}"' for name in ("source_id", "occurred_at", *names))
    mapping = f'connector = "table"\nsource = "desk"\n[columns]\n{columns}\n[constants]\nchannel = "chat"\n'
    (folder / "desk.toml").write_text(mapping, encoding="utf-8")
    lines = [f"n{number},2026-03-01T10:00:{number:02}Z,{row}" for number, row in enumerate(rows)]
    (folder / "desk.csv").write_text("\n".join([f"source_id,occurred_at,{header}", *lines]) + "\n", encoding="utf-8")
    with clew.create(folder / "here") as workspace:
        workspace.import_files(folder / "desk.csv", mapping=folder / "desk.toml")
    return made


def grouped(workspace: clew.Workspace) -> set[frozenset[str]]:
    """Return which identifiers are one person in a workspace."""
    found: dict[str, set[str]] = {}
    for row in workspace.customers().to_dicts():
        found.setdefault(str(row["customer_id"]), set()).add(str(row["identifier"]))
    return {frozenset(group) for group in found.values()}


def load(connection: duckdb.DuckDBPyConnection, contract: TableContract, rows: Sequence[Row]) -> None:
    types = column_types(contract)
    given = pa.table({name: pa.array([row.get(name) for row in rows]) for name in types})
    connection.register("given", given)
    chosen = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in types.items())
    connection.execute(f"CREATE TABLE {contract.name} AS SELECT {chosen} FROM given")
    connection.unregister("given")
