"""Turns draft rows into interactions, in one query: times, channels, words and identifiers, and why a row can't be one."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from clew.channels.connector import TIME_COLUMNS
from clew.channels.deduplicate import CONTENT
from clew.channels.faults import Fault, column_and_reason_sql, fault_sql, faults_of
from clew.channels.identifiers import identifiers_sql, prepare_identifiers
from clew.channels.time_format import TimeFormat, parse_sql, sane_range
from clew.channels.unread import kept_sql, unread_columns_sql, unread_names
from clew.channels.vocabulary import DIRECTION_WORDS, OUTCOME_WORDS, PARTY_WORDS, kind_by_channel_sql, plain_word_sql
from clew.model import INTERACTIONS, KINDS, SPELLINGS
from clew.store import column_types

#: What stands for no case and no conversation; rows that share it have nothing to do with each other.
NOTHING = "('', 'nan', 'null', 'none')"
#: The text a connector gives as ``outcome_at`` when the source knows the outcome but not its time.
UNDATED = "undated"


@dataclass(frozen=True)
class StagingRules:
    """What staging must know of the import: the source's name, its time formats, the time now, the phones' region."""

    source: str
    times: Dictionary[str, TimeFormat]
    received_us: int
    region: str


def prepare_spellings(connection: duckdb.DuckDBPyConnection, extra: Dictionary[str, str]) -> None:
    """Make the session's table of channel spellings: Clew's own and the workspace's and mapping's."""
    spellings = {
        **SPELLINGS,
        **{" ".join(k.lower().replace("_", " ").replace("-", " ").split()): v for k, v in extra.items()},
    }
    connection.register(
        "spelling_rows", pa.table({"spelling": list(spellings.keys()), "channel_name": list(spellings.values())})
    )
    connection.execute("CREATE OR REPLACE TEMP TABLE channel_spellings AS SELECT * FROM spelling_rows")
    connection.unregister("spelling_rows")


def stage(connection: duckdb.DuckDBPyConnection, drafts: str, rules: StagingRules) -> None:
    """Create the session's tables ``staged`` and ``faulty`` from the table or view ``drafts``.

    ``staged`` has the columns of the interactions contract plus ``_file``, ``_row``, ``_fault`` (NULL for a good row) and the
    texts that could not be read (see :mod:`clew.channels.unread`).
    ``faulty`` has ``_file, _row, _column, _reason`` of the others: the draft column at fault and why, without quoting the
    customer. Reasons are worded for those rows only, because wording them for all costs more than everything else.
    """
    if not connection.execute(f"SELECT 1 FROM {drafts} LIMIT 1").fetchall():
        _stage_nothing(connection)
        return
    prepare_identifiers(connection, drafts, rules.region)
    styles = {column: rules.times[column].family for column in rules.times}
    faults = faults_of(styles, UNDATED, sane_range(rules.received_us))
    connection.execute(f"CREATE OR REPLACE TEMP TABLE staged AS {_staging_sql(drafts, rules, faults)}")
    if connection.execute("SELECT 1 FROM staged WHERE _fault IS NOT NULL LIMIT 1").fetchall():
        named = f"SELECT _file, _row, {column_and_reason_sql(faults)} FROM keyed WHERE _fault IS NOT NULL"
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE faulty AS {_keyed_sql(drafts, rules, faults, once=True)} {named}"
        )
    else:
        _nothing_faulty(connection)


def _stage_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    """Create an empty ``staged``: most tables of an export hold no interactions, and their batches come here."""
    extra = {"_file": "INTEGER", "_row": "BIGINT", "_fault": "TINYINT", **dict.fromkeys(unread_names(), "VARCHAR")}
    columns = ", ".join(f"{name} {kind}" for name, kind in {**column_types(INTERACTIONS), **extra}.items())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE staged ({columns})")
    _nothing_faulty(connection)


def _nothing_faulty(connection: duckdb.DuckDBPyConnection) -> None:
    columns = "_file INTEGER, _row BIGINT, _column VARCHAR, _reason VARCHAR"
    connection.execute(f"CREATE OR REPLACE TEMP TABLE faulty ({columns})")


def _staging_sql(drafts: str, rules: StagingRules, faults: Sequence[Fault]) -> str:
    source = "'" + rules.source.replace("'", "''") + "'"
    return f"""{_keyed_sql(drafts, rules, faults)}
SELECT substr(md5({source} || chr(31) || source_id), 1, 16) AS interaction_id, {source} AS source, source_id, _row AS source_row,
  channel, touchpoint, kind, direction, occurred_us, ended_us, answered_us,
  CAST({rules.received_us} AS BIGINT) AS received_us, identifiers, party, party_id, team, conversation_id, case_ref, issue, text, outcome, outcome_us, rating, value, sla_met, attributes,
  _file, _row, _fault, {", ".join(unread_names())}
FROM keyed"""


def _keyed_sql(drafts: str, rules: StagingRules, faults: Sequence[Fault], *, once: bool = False) -> str:
    """Return the named steps up to ``keyed``: drafts in Clew's words, with the number of their first fault.

    ``once`` reads the times once for all: a query that asks for faulty rows only would otherwise read them for each test.
    """
    timed = "timed AS MATERIALIZED" if once else "timed AS"
    source = "'" + rules.source.replace("'", "''") + "'"
    digest = ", ".join(f"coalesce(CAST({name} AS VARCHAR), '')" for name in CONTENT)
    return f"""
WITH plain AS (
  SELECT * REPLACE (lower(trim(kind)) AS kind, lower(trim(direction)) AS direction, lower(trim(party)) AS party,
    trim(channel) AS channel,
    CASE WHEN lower(case_ref) NOT IN {NOTHING} THEN case_ref END AS case_ref,
    CASE WHEN lower(conversation_id) NOT IN {NOTHING} THEN conversation_id END AS conversation_id),
    strip_accents(lower(trim(direction))) AS direction_plain, strip_accents(lower(trim(party))) AS party_plain,
    strip_accents(lower(trim(outcome))) AS outcome_plain,
    trim(outcome) AS outcome_given, trim(kind) AS kind_given, trim(sla_met) AS sla_given
  FROM {drafts}
), worded AS (
  SELECT d.* EXCLUDE (channel, kind, direction, party, outcome, rating, value, sla_met, direction_plain, party_plain,
      outcome_plain),
    d.channel AS channel_text, s.channel_name,
    d.kind AS kind_text, d.party AS party_text, d.direction AS direction_text,
    {plain_word_sql("d.direction_plain", DIRECTION_WORDS)} AS direction_word,
    {plain_word_sql("d.party_plain", PARTY_WORDS)} AS party_word,
    {plain_word_sql("d.outcome_plain", OUTCOME_WORDS)} AS outcome,
    nullif(trim(d.rating), '') AS rating_text, nullif(trim(d.value), '') AS value_text,
    CASE WHEN lower(trim(d.sla_met)) IN ('true', 't', '1', 'yes', 'met', 'active', 'hit') THEN true
         WHEN lower(trim(d.sla_met)) IN ('false', 'f', '0', 'no', 'missed', 'breached') THEN false END AS sla_met,
    {identifiers_sql(source)} AS identifiers, phones.normal AS phone_normal
  FROM plain d
  LEFT JOIN channel_spellings s ON s.spelling = lower(translate(d.channel, '_-', '  '))
  LEFT JOIN phones ON phones.raw = d.phone
), {timed} (
  SELECT *, {", ".join(_time_sql(name, rules) for name in TIME_COLUMNS)},
    coalesce(direction_word, CASE party_word WHEN 'customer' THEN 'inbound' WHEN 'system' THEN 'internal' END,
             CASE WHEN party_word IS NULL THEN 'inbound' ELSE 'outbound' END) AS direction,
    coalesce(party_word, CASE direction_word WHEN 'outbound' THEN 'agent' WHEN 'internal' THEN 'agent' ELSE 'customer' END)
      AS party,
    CASE WHEN kind_text IN ({_list(KINDS)}) THEN kind_text ELSE {kind_by_channel_sql()} END AS kind,
    channel_name AS channel,
    coalesce(nullif(trim(touchpoint), ''), kind_text, {kind_by_channel_sql()}) AS touchpoint_name,
    try_cast(rating_text AS DOUBLE) AS rating, try_cast(value_text AS DOUBLE) AS value
  FROM worded
), shaped AS (
  SELECT * EXCLUDE (touchpoint, outcome_us), touchpoint_name AS touchpoint,
    CASE WHEN outcome IS NULL OR outcome_at = '{UNDATED}' THEN NULL
         WHEN outcome_at IS NULL THEN occurred_us ELSE outcome_us END AS outcome_us
  FROM timed
), judged AS (
  SELECT * REPLACE (nullif(trim(source_id), '') AS source_id), {fault_sql(faults)} AS _fault,
    {unread_columns_sql()}
  FROM shaped
), keyed AS (
  SELECT * REPLACE (CASE WHEN source_id IS NULL THEN 'content/' || substr(md5(concat_ws(chr(31), {digest}, attributes,
      {", ".join(unread_names())})), 1, 16)
    ELSE source_id END AS source_id, {kept_sql()} AS attributes)
  FROM judged
)"""


def _time_sql(column: str, rules: StagingRules) -> str:
    target = column.removesuffix("_at") + "_us"
    chosen = rules.times.get(column)
    parsed = parse_sql(chosen, column) if chosen else "CAST(NULL AS BIGINT)"
    return f"{parsed} AS {target}"


def _list(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)
