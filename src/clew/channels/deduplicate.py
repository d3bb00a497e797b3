"""Tells new interactions from those already stored, and from those that share an id but say something else."""

from __future__ import annotations

import duckdb

#: What makes two interactions of one id the same: everything but the attributes, which sources restamp at every export, and when
#: a call was taken, which an older Clew didn't keep.
CONTENT = (
    *("occurred_us", "ended_us", "channel", "touchpoint", "kind", "direction", "identifiers", "party", "party_id"),
    *("team", "conversation_id", "case_ref", "issue", "text", "outcome", "outcome_us", "rating", "value", "sla_met"),
)
#: Hashes stay within one session; they are not the same in every version of DuckDB and never stored.
CONTENT_HASH = f"hash({', '.join(CONTENT)})"
KEYS = f"hash(interaction_id) AS id_hash, {CONTENT_HASH} AS content_hash"


def prepare_known(connection: duckdb.DuckDBPyConnection, source: str) -> None:
    """Load what is stored of the source (ids and content, as hashes) into the session's tables ``known*``."""
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE known AS SELECT {KEYS} FROM interactions WHERE source = ?", [source]
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE known_records AS SELECT hash(record_id) AS id_hash FROM records WHERE source = ?",
        [source],
    )


def judge_duplicates(connection: duckdb.DuckDBPyConnection) -> None:
    """Split ``staged`` into the session's tables ``fresh`` (to store) and ``verdicts`` (rows that aren't wholly fresh).

    ``verdicts`` has ``_file, _row, verdict, _column, _reason`` with verdict quarantined or duplicate. A raw row is one
    whole: a fault in one of its interactions quarantines them all. Rows in neither table gave no interaction.
    """
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE verdicts AS
        SELECT _file, _row, 'quarantined' AS verdict, min_by(_column, _reason) AS _column, min(_reason) AS _reason
        FROM faulty GROUP BY _file, _row"""
    )
    while _suspects(connection) and _quarantine_conflicts(connection):
        pass
    connection.execute(
        """INSERT INTO verdicts
        SELECT _file, _row, 'duplicate', NULL, NULL FROM good LEFT JOIN repeats USING (interaction_id, _file, _row)
        GROUP BY _file, _row HAVING bool_and(repeats.interaction_id IS NOT NULL)"""
        if _has_rows(connection, "repeats")
        else "SELECT 1"
    )
    connection.execute(
        """CREATE OR REPLACE TEMP VIEW fresh AS
        SELECT * FROM good ANTI JOIN repeats USING (interaction_id, _file, _row)"""
        if _has_rows(connection, "repeats")
        else "CREATE OR REPLACE TEMP VIEW fresh AS SELECT * FROM good"
    )


def remember(connection: duckdb.DuckDBPyConnection) -> None:
    """Add what ``fresh`` and ``fresh_records`` hold to what is known, after they were committed."""
    connection.execute(f"INSERT INTO known SELECT {KEYS} FROM fresh")
    connection.execute("INSERT INTO known_records SELECT hash(record_id) FROM fresh_records")


def _suspects(connection: duckdb.DuckDBPyConnection) -> bool:
    """Find the good interactions whose id stands twice here or is known; say whether there are any."""
    if _has_rows(connection, "verdicts"):
        connection.execute(
            "CREATE OR REPLACE TEMP VIEW good AS SELECT * FROM staged ANTI JOIN verdicts USING (_file, _row)"
        )
    else:
        connection.execute("CREATE OR REPLACE TEMP VIEW good AS SELECT * FROM staged")
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE suspects AS
        WITH keys AS (SELECT hash(interaction_id) AS id_hash FROM good)
        SELECT id_hash FROM keys GROUP BY id_hash HAVING count(*) > 1
        UNION SELECT id_hash FROM known SEMI JOIN keys USING (id_hash)"""
    )
    found = _has_rows(connection, "suspects")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE repeats AS "
        "SELECT interaction_id, _file, _row, false AS differs FROM good WHERE false"
    )
    return found


def _quarantine_conflicts(connection: duckdb.DuckDBPyConnection) -> bool:
    """Mark repeats among the suspects; quarantine rows whose id says something else; say whether there were any."""
    connection.execute(
        f"""CREATE OR REPLACE TEMP TABLE repeats AS
        WITH suspected AS (
          SELECT interaction_id, _file, _row, id_hash, content_hash,
            row_number() OVER (PARTITION BY interaction_id ORDER BY _file, _row, content_hash) AS turn,
            first_value(content_hash) OVER (PARTITION BY interaction_id ORDER BY _file, _row, content_hash) AS first_hash
          FROM (
            SELECT interaction_id, _file, _row, id_hash, {CONTENT_HASH} AS content_hash
            FROM (SELECT *, hash(interaction_id) AS id_hash FROM good) SEMI JOIN suspects USING (id_hash)
          )
        )
        SELECT interaction_id, _file, _row, s.content_hash <> coalesce(known.content_hash, s.first_hash) AS differs
        FROM suspected s LEFT JOIN known ON known.id_hash = s.id_hash
        WHERE s.turn > 1 OR known.id_hash IS NOT NULL"""
    )
    conflicts = connection.execute("""SELECT DISTINCT _file, _row FROM repeats WHERE differs""").fetchall()
    if not conflicts:
        return False
    connection.execute(
        """INSERT INTO verdicts
        SELECT DISTINCT _file, _row, 'quarantined', 'source_id',
          'its id is already taken by an interaction with other content: give it an id of its own, or leave the row out'
        FROM repeats WHERE differs"""
    )
    return True


def _has_rows(connection: duckdb.DuckDBPyConnection, table: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchall() != []
