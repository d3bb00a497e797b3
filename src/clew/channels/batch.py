"""Commits one batch of rows: what is new is written, what is odd is quarantined, and the ledger line moves, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass

import duckdb

from clew.channels.connector import Table
from clew.channels.deduplicate import judge_duplicates, remember
from clew.channels.erased_before import leave_out_records, leave_out_rows, refused_if_erased
from clew.channels.identifiers import identifiers_sql, prepare_identifiers
from clew.channels.ledger import Tally, add_tally
from clew.channels.quarantine import keep_rows, release_rows
from clew.channels.raw_tables import RAW, profiles_query, quoted, whole_row
from clew.channels.reading import BadRow
from clew.channels.staging import StagingRules, stage
from clew.model import INTERACTIONS, RECORDS
from clew.store import Journal, Warehouse, add_part, tombstones


@dataclass(frozen=True)
class Target:
    """Where the batches of one file go; ``columns_shown`` is draft field -> the file's column, for reasons.

    ``every_row_counts`` says that a row which gives no interaction is at fault rather than a record.
    """

    journal: Journal
    warehouse: Warehouse
    connection: duckdb.DuckDBPyConnection
    import_id: int
    table: Table
    file: int
    rules: StagingRules
    columns_shown: Dictionary[str, str]
    every_row_counts: bool


def commit_batch(
    target: Target,
    rows: tuple[int, int] | list[int],
    bad: list[BadRow],
    rows_done: int,
    released: tuple[int, ...] = (),
) -> Tally:
    """Import rows of the target's file from its raw table, whose drafts are in ``drafts``.

    ``rows`` are the first and last row, or a list of single rows (drafts of others are left alone).

    ``bad`` are the rows of this stretch that could not be read; ``released`` the quarantine lines these rows come from,
    which go when the rows are stored. Everything is committed together, or nothing when an error is raised.
    """
    connection = target.connection
    tally, kept = judge_batch(target, rows, bad)
    files: list[tuple[str, str, int]] = []
    for table, query, count in (
        ("interactions", f"SELECT {_columns(INTERACTIONS.columns)} FROM fresh", tally.interactions),
        ("records", f"SELECT {_columns(RECORDS.columns)} FROM fresh_records", tally.records),
    ):
        if count:
            files.append((table, target.warehouse.write(connection, query, table), count))
    with target.journal.transaction() as journal:
        for table, file, count in files:
            add_part(journal, target.import_id, table, file, count)
        release_rows(journal, list(released))
        keep_rows(journal, target.import_id, kept)
        change = tally + Tally(received=-len(released), quarantined=-len(released)) if released else tally
        add_tally(journal, target.import_id, change, rows_done)
    remember(connection)
    return tally


def judge_batch(
    target: Target, rows: tuple[int, int] | list[int], bad: list[BadRow]
) -> tuple[Tally, list[tuple[int, str, str, str]]]:
    """Tell what becomes of rows (as for :func:`commit_batch`) without storing any.

    Returns the counts and what goes to quarantine as (row, column, reason, raw); the session's ``fresh`` holds the
    interactions to store, ``fresh_records`` the records.
    """
    connection = target.connection
    raw = f"{RAW}.{quoted(target.table.name)}"
    if isinstance(rows, tuple):
        chosen, drafts = f"_row BETWEEN {rows[0]} AND {rows[1]}", "drafts"
    else:
        chosen, drafts = f"_row IN ({', '.join(map(str, rows))})", "chosen_drafts"
        connection.execute(f"CREATE OR REPLACE TEMP VIEW chosen_drafts AS SELECT * FROM drafts WHERE {chosen}")
    connection.execute(
        f"CREATE OR REPLACE TEMP VIEW batch_rows AS SELECT * FROM {raw} WHERE _file = {target.file} AND {chosen}"
    )
    stage(connection, drafts, target.rules)
    erased = tombstones(target.journal)
    if erased is None:
        judge_duplicates(connection)
        _find_records(target)
        return _judge(target, bad)
    leave_out_rows(connection, erased)
    judge_duplicates(connection)
    _find_records(target)
    refused = leave_out_records(connection, erased)
    bad, more = refused_if_erased(bad, erased, target.rules.source, target.rules.region)
    tally, kept = _judge(target, bad)
    return tally + Tally(received=refused, refused=refused, erased=refused + more), kept


def _find_records(target: Target) -> None:
    """Make ``fresh_records`` of the batch's rows without interactions, with the identifiers of those about a customer."""
    connection, table = target.connection, target.table
    source = "'" + target.rules.source.replace("'", "''") + "'"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE profiles AS {profiles_query(connection, table)}")
    prepare_identifiers(connection, "profiles", target.rules.region)
    plain = "FALSE" if target.every_row_counts else "TRUE"
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE record_rows AS
        WITH named AS (
          SELECT _file, _row, {identifiers_sql(source)} AS identifiers
          FROM profiles LEFT JOIN phones ON phones.raw = profiles.phone
        )
        SELECT r._file, r._row, {whole_row(connection, table, "r")} AS raw, any_value(named.identifiers) AS identifiers
        FROM (SELECT * FROM batch_rows ANTI JOIN staged USING (_file, _row) WHERE {plain}) r
        LEFT JOIN named ON named._file = r._file AND named._row = r._row
        GROUP BY ALL"""
    )
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE fresh_records AS
        WITH keyed AS (
          SELECT substr(md5(concat_ws(chr(31), {source}, '{table.name}',
              regexp_replace(raw, '"_[a-z_]*(synced|active|start|end|deleted)":("[^"]*"|[^,}}]*),?', '', 'g'))), 1, 16)
              AS record_id, {source} AS source, '{table.name}' AS entity,
            CAST({target.rules.received_us} AS BIGINT) AS received_us, identifiers, raw, _file, _row
          FROM record_rows ANTI JOIN (SELECT _file, _row FROM verdicts WHERE verdict = 'quarantined') q USING (_file, _row)
        ), once AS (
          SELECT * FROM keyed QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY _file, _row) = 1
        )
        SELECT * FROM once WHERE hash(record_id) NOT IN (SELECT id_hash FROM known_records)"""
    )


def _judge(target: Target, bad: list[BadRow]) -> tuple[Tally, list[tuple[int, str, str, str]]]:
    """Count the batch by verdict and collect what goes to quarantine: (row, column, reason, raw)."""
    connection = target.connection
    if target.every_row_counts:
        connection.execute(
            """INSERT INTO verdicts SELECT _file, _row, 'quarantined', 'occurred_at',
            'none of the columns that hold a time is filled: fill one, or map another column'
            FROM batch_rows ANTI JOIN staged USING (_file, _row)"""
        )
    kept = connection.execute(
        f"""SELECT r._row, v._column, v._reason, {whole_row(connection, target.table, "r")}
        FROM verdicts v JOIN batch_rows r ON r._file = v._file AND r._row = v._row
        WHERE v.verdict = 'quarantined' ORDER BY r._row"""
    ).fetchall()
    shown = [
        (row, f"{target.columns_shown[column]} ({column})" if column in target.columns_shown else column, reason, raw)
        for row, column, reason, raw in kept
    ]
    ((rows, interactions, records, stored),) = connection.execute(
        """SELECT (SELECT count(*) FROM batch_rows), (SELECT count(*) FROM fresh), (SELECT count(*) FROM fresh_records),
        (SELECT count(*) FROM (SELECT _file, _row FROM fresh UNION SELECT _file, _row FROM fresh_records))"""
    ).fetchall()
    tally = Tally(
        received=rows + len(bad),
        stored=stored,
        duplicate=rows - stored - len(kept),
        quarantined=len(kept) + sum(row.verdict == "quarantined" for row in bad),
        refused=sum(row.verdict == "refused" for row in bad),
        interactions=interactions,
        records=records,
    )
    waiting = [(row.row, row.column, row.reason, row.raw) for row in bad if row.verdict == "quarantined"]
    return tally, shown + waiting


def _columns(columns: Dictionary[str, object]) -> str:
    return ", ".join(quoted(name) for name in columns)
