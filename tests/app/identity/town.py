"""A made-up town whose people stand two or three times in one table of contacts, with slips of the pen and nothing exact in common."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pyarrow.csv as arrow_csv

import clew
from clew.app.building import build
from clew.app.workspace import Workspace
from tests.customers.matching.records import is_right, town

#: Up to so many entries of one person may stand in the one table.
LIMITS = 'limits = ["1 account", "5 town"]'
TABLES = ("customers", "identity_links", "link_fates", "shared_identifiers", "traits", "journeys", "steps", "handoffs")


def town_workspace(folder: Path, number_column: str = "contact_id", people: int = 110) -> Workspace:
    """Import the town as a user would: a table without times, whose columns nobody explained."""
    table = town(people).drop_columns(["email"]).rename_columns([number_column, "first_name", "last_name", "dob"])
    arrow_csv.write_csv(table, folder / "town.csv")
    made = clew.create(folder / "here")
    settings(made.path, LIMITS)
    clew.open(made.path).import_files(folder / "town.csv")
    return Workspace(made.path)


def settings(folder: Path, *lines: str) -> None:
    """Put lines of the section ``[identity]`` in the place of those of the same settings."""
    file = folder / "clew.toml"
    text = file.read_text(encoding="utf-8").splitlines()
    for line in lines:
        (at,) = [number for number, old in enumerate(text) if old.startswith(line.split(" = ")[0] + " = ")]
        text[at] = line
    file.write_text("\n".join(text) + "\n", encoding="utf-8")


def tables(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row that customers and journeys are made of."""
    build(workspace)
    with workspace.session() as connection:
        return {name: connection.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in TABLES}


def customers(workspace: Workspace) -> dict[str, str]:
    """Return the customer of each identifier."""
    build(workspace)
    with workspace.session() as connection:
        return dict(connection.execute("SELECT identifier, customer_id FROM customers").fetchall())


def pairwise(workspace: Workspace) -> tuple[float, float, float]:
    """Return precision, recall and F1 of pairs of the town's entries."""
    of = customers(workspace)
    pairs = list(combinations(sorted(of), 2))
    joined = {pair for pair in pairs if of[pair[0]] == of[pair[1]]}
    true = {(a, b) for a, b in pairs if is_right(a.partition(":")[2], b.partition(":")[2])}
    return scores(joined, true)


def scores(joined: set[tuple[str, str]], true: set[tuple[str, str]]) -> tuple[float, float, float]:
    """Return precision, recall and F1; nothing joined is precision 1."""
    right = len(joined & true)
    precision, recall = right / len(joined) if joined else 1.0, right / len(true)
    return precision, recall, 2 * right / (len(joined) + len(true))


def values_of(workspace: Workspace) -> set[str]:
    """Return every name and date that the town's rows hold."""
    with workspace.session() as connection:
        rows = connection.execute("SELECT raw FROM records").fetchall()
    return {str(value) for (raw,) in rows for key, value in json.loads(raw).items() if key != "contact_id" and value}
