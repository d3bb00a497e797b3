"""Tells which connector, and which of its tables, a file is: by its column names first, its own name second."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from clew.channels.connector import Connector, Table
from clew.channels.reading import InputFile, RawTable
from clew.model import UsageError
from clew.plugins import definitions_in

_SUFFIXES = re.compile(r"(_data)?(_postgres|_databricks|_snowflake|_bigquery|_redshift|_spark)?(_norename)?$")


@dataclass(frozen=True)
class Recognised:
    """One file with the connector's table it was taken for; ``why`` is a sentence to show."""

    file: InputFile
    raw: RawTable
    connector: Connector
    table: Table
    why: str


@cache
def known_connectors() -> dict[str, Connector]:
    """Return the connectors by name."""
    return definitions_in("clew.channels.connectors", "CONNECTOR", Connector)


def connector_named(name: str) -> Connector:
    """Return the connector of that name or alias; UsageError names the known ones."""
    wanted = name.strip().lower().replace("-", "_")
    for connector in known_connectors().values():
        if wanted in (connector.name, *connector.aliases):
            return connector
    raise UsageError(f'No connector "{name}". Known: {", ".join(known_connectors())}.')


def plain_columns(columns: Iterable[str]) -> list[str]:
    """Return column names without quotes, each one once (case doesn't tell two apart, as in SQL).

    >>> plain_columns(["Id", "`When`", "ID"])
    ['Id', 'When', 'ID_2']
    """
    seen: Counter[str] = Counter()
    names = []
    for column in columns:
        name = column.strip().strip('`"').strip()
        seen[name.lower()] += 1
        names.append(name if seen[name.lower()] == 1 else f"{name}_{seen[name.lower()]}")
    return names


def lower_columns(columns: Iterable[str]) -> list[str]:
    """Return column names as connectors name them: plain and in lower case."""
    return [name.lower() for name in plain_columns(columns)]


def normal_stem(stem: str, connector: Connector) -> str:
    """Return a file's stem without what syncs wrap around a table's name: the system in front, the warehouse behind.

    >>> normal_stem("zendesk_ticket_data_postgres", Connector("zendesk", "", "", (), ""))
    'ticket'
    """
    text = stem.lower()
    for prefix in (connector.name, *connector.aliases):
        text = text.removeprefix(f"{prefix}_")
    return _SUFFIXES.sub("", text)


def recognise(files: Sequence[tuple[InputFile, RawTable]], among: Iterable[Connector]) -> list[Recognised | None]:
    """Return for each file the best table of the given connectors, or None; neighbours in a folder break ties.

    A table fits when the file has all the columns it needs; a fitting name counts as much as two columns. Between
    connectors that fit equally well, the one that most files of the same folder fit best wins.
    """
    scored = [[found for connector in among for found in _fits(file, raw, connector)] for file, raw in files]
    votes: dict[object, Counter[str]] = {}
    for (file, _), fits in zip(files, scored, strict=True):
        if fits:
            best = max(score for score, _ in fits)
            names = {found.connector.name for score, found in fits if score == best}
            votes.setdefault(file.path.parent, Counter()).update(names)
    chosen: list[Recognised | None] = []
    for (file, _), fits in zip(files, scored, strict=True):
        neighbours = votes.get(file.path.parent, Counter())
        ranked = sorted(fits, key=lambda fit: (-fit[0], -neighbours[fit[1].connector.name], fit[1].connector.name))
        chosen.append(ranked[0][1] if ranked else None)
    return chosen


def _fits(file: InputFile, raw: RawTable, connector: Connector) -> list[tuple[int, Recognised]]:
    if file.format not in connector.formats:
        return []
    columns = set(lower_columns(raw.columns))
    stem = normal_stem(file.stem, connector)
    fits = []
    for table in connector.tables:
        if not table.needs or not columns.issuperset(need.lower() for need in table.needs):
            continue
        named = stem in table.stems or file.stem.lower() in table.stems
        alone = connector.formats == (file.format,)
        if not named and not alone and (len(table.needs) < 3 or table.sql is None):
            continue
        known = len(columns & {column.lower() for column in table.columns})
        why = f"{connector.title}: it has {', '.join(table.needs[:4])}" + (" and the table's name" if named else "")
        score = 100 * named + 20 * len(table.needs) + known
        fits.append((score, Recognised(file, raw, connector, table, why)))
    return fits
