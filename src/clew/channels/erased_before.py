"""Keeps customers who were erased from coming back: their rows are refused at the import, counted, and never stored."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import duckdb
import pyarrow as pa

from clew.channels.mailbox import mailbox_of
from clew.channels.naming import identifiers_in
from clew.channels.reading import BadRow
from clew.store import Kind, Tombstones

#: The reason that the ledger gives; it names nobody.
REASON = "of customers who were erased"


def leave_out_rows(connection: duckdb.DuckDBPyConnection, erased: Tombstones) -> None:
    """Take rows out of ``staged``, ``faulty`` and ``batch_rows`` that give anything of the erased; ``erased_rows`` lists them.

    A raw row is one whole: where one of its interactions is refused, all are.
    """
    _mark(connection, erased, "staged", "staged", "interaction")
    for table in ("staged", "faulty"):
        connection.execute(f"DELETE FROM {table} WHERE (_file, _row) IN (SELECT (_file, _row) FROM erased_rows)")
    connection.execute("CREATE OR REPLACE TEMP TABLE all_batch_rows AS SELECT * FROM batch_rows")
    connection.execute(
        "CREATE OR REPLACE TEMP VIEW batch_rows AS SELECT * FROM all_batch_rows ANTI JOIN erased_rows USING (_file, _row)"
    )


def leave_out_records(connection: duckdb.DuckDBPyConnection, erased: Tombstones) -> int:
    """Take records of the erased out of ``fresh_records``; return how many rows of the batch are refused in all."""
    connection.execute("CREATE OR REPLACE TEMP TABLE erased_before AS FROM erased_rows")
    _mark(connection, erased, "record_rows", "fresh_records", "record")
    connection.execute("INSERT INTO erased_rows FROM erased_before")
    connection.execute("DELETE FROM fresh_records WHERE (_file, _row) IN (SELECT (_file, _row) FROM erased_rows)")
    ((count,),) = connection.execute(
        "SELECT count(*) FROM all_batch_rows SEMI JOIN erased_rows USING (_file, _row)"
    ).fetchall()
    return int(count)


def refused_if_erased(bad: Sequence[BadRow], erased: Tombstones, source: str, region: str) -> tuple[list[BadRow], int]:
    """Return rows that could not be read, those that name one of the erased as refused instead of kept; and how many."""
    judged = [
        replace(row, verdict="refused", reason=REASON, raw="")
        if row.verdict == "quarantined" and _erased_among(erased, identifiers_in(row.raw, source, region))
        else row
        for row in bad
    ]
    return judged, sum(new is not old for new, old in zip(judged, bad, strict=True))


def _erased_among(erased: Tombstones, identifiers: Collection[str]) -> list[str]:
    """Return those that were erased; an address of an erased mailbox was, too, however it is spelled this time."""
    own = set(erased.among("identifier", identifiers))
    spelled = {each: plain for each in identifiers if (plain := mailbox_of(each)) is not None}
    plain = set(erased.among("identifier", sorted(set(spelled.values()))))
    return [each for each in identifiers if each in own or spelled.get(each) in plain]


def _mark(connection: duckdb.DuckDBPyConnection, erased: Tombstones, table: str, kept: str, kind: Kind) -> None:
    """Make ``erased_rows`` (``_file, _row``) of rows that hold an erased identifier, or whose id in ``kept`` was erased."""
    given = connection.execute(f"SELECT DISTINCT unnest(identifiers) FROM {table}").fetchall()
    ids = connection.execute(f"SELECT DISTINCT {kind}_id FROM {kept}").fetchall()
    wanted: list[tuple[str, Kind, list[tuple[str, ...]]]] = [
        ("erased_identifiers", "identifier", given),
        ("erased_ids", kind, ids),
    ]
    for view, of_kind, found in wanted:
        texts = [row[0] for row in found]
        values = _erased_among(erased, texts) if of_kind == "identifier" else erased.among(of_kind, texts)
        connection.register(view, pa.table({"value": pa.array(values, pa.string())}))
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE erased_rows AS
        SELECT _file, _row FROM (SELECT _file, _row, unnest(identifiers) AS identifier FROM {table})
        WHERE identifier IN (FROM erased_identifiers)
        UNION SELECT _file, _row FROM {kept} WHERE {kind}_id IN (FROM erased_ids)"""
    )
    for view in ("erased_identifiers", "erased_ids"):
        connection.unregister(view)
