"""Looks at interactions and records told in a test with one check, as the report does after a build."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import duckdb
import pyarrow as pa

from clew.app.quality import Finding, known_checks
from clew.app.quality.measure import findings_of
from clew.customers import Decision, write_customers, write_links, write_profiles
from clew.journeys import write_journeys
from clew.model import INTERACTIONS, JOURNEYS, READINGS, RECORDS, STEPS, IdentityPolicy, Settings
from tests.customers.people import Row, load

DAY_US = 86_400_000_000
#: All test data is received here unless told: noon of 1 July 2026, UTC.
RECEIVED = "2026-07-01T12:00:00"


def us(moment: str) -> int:
    """Return a moment told in UTC as microseconds since 1970."""
    return round(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()) * 1_000_000


def told(number: int, at: str, *identifiers: str, source: str = "desk", **more: object) -> Row:
    """A customer's message in a chat with the desk, but for what is told otherwise."""
    row: Row = {
        "interaction_id": f"i{number:04}",
        "source": source,
        "source_id": f"n{number}",
        "source_row": number,
        "channel": "chat",
        "kind": "message",
        "direction": "inbound",
        "party": "customer",
        "occurred_us": us(at),
        "received_us": us(RECEIVED),
        "identifiers": list(identifiers),
    }
    return {**row, **more}


def kept(number: int, source: str, raw: str, *identifiers: str) -> Row:
    """A contact's record."""
    return {
        "record_id": f"r{number}",
        "source": source,
        "entity": "contact",
        "received_us": us(RECEIVED),
        "identifiers": list(identifiers),
        "raw": raw,
    }


def found(
    check: str,
    interactions: Sequence[Row],
    records: Sequence[Row] = (),
    *,
    ledger: Sequence[tuple[str, str, int, int]] = (),
    time_zone: str = "UTC",
    decisions: Sequence[Decision] = (),
    policy: IdentityPolicy | None = None,
    with_journeys: bool = False,
) -> list[Finding]:
    """Return what ``check`` finds; ``ledger`` is source, file, received and duplicate rows. Journeys only where told, as they take long."""
    settings = Settings(name="Test", identity=policy or IdentityPolicy())
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        load(connection, INTERACTIONS, interactions)
        load(connection, READINGS, ())
        load(connection, RECORDS, records)
        for table in () if with_journeys else (JOURNEYS, STEPS):
            load(connection, table, [])
        write_links(connection, decisions, settings.identity)
        write_customers(connection, settings.identity)
        write_profiles(connection)
        if with_journeys:
            write_journeys(connection, settings, lambda _name: None)
        columns = list(zip(*ledger, strict=True)) or [(), (), (), ()]
        types = (pa.string(), pa.string(), pa.int64(), pa.int64())
        told_of = dict(
            zip(
                ("source", "file", "received", "duplicate"),
                (pa.array(column, kind) for column, kind in zip(columns, types, strict=True)),
                strict=True,
            )
        )
        told_of["finished_us"] = pa.array([us(RECEIVED)] * len(ledger), pa.int64())
        connection.register("ledger", pa.table(told_of))
        connection.register("workspace_facts", pa.table({"time_zone": [time_zone]}))
        (journeys,) = connection.execute("SELECT count(*) FROM journeys").fetchall()[0]
        return findings_of(connection, known_checks()[check], journeys)


def numbers(findings: Sequence[Finding]) -> list[tuple[str, str, int, int]]:
    """Return source, part, n and of."""
    return [(each.source, each.part, each.n, each.of) for each in findings]
