"""Finds what sources tell of customers beside their identifiers, in columns that no mapping names, by the columns' names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import duckdb
import pyarrow as pa

from clew.customers.told_columns import Columns, Kind, columns_by_kind, events_in
from clew.customers.word import Word, gate

#: What systems write where they know nothing.
_NOTHING = ["", "-", "--", "?", "n/a", "na", "nan", "null", "(null)", "none", "undefined", "unknown", "\\n"]

#: Whom a record or interaction is about: its first identifier that isn't shared. Interactions only where a sure word stands.
_ABOUT = """
CREATE OR REPLACE TEMP TABLE about AS
WITH given AS (
  SELECT record_id AS evidence, true AS is_record, unnest(identifiers) AS identifier,
    generate_subscripts(identifiers, 1) AS place
  FROM records WHERE len(identifiers) > 0
  UNION ALL
  SELECT interaction_id, false, unnest(identifiers), generate_subscripts(identifiers, 1) FROM interactions
  WHERE attributes IS NOT NULL AND len(identifiers) > 0 AND regexp_matches(attributes, $1)
)
SELECT evidence, is_record, arg_min(identifier, place) AS identifier, arg_min(customer_id, place) AS customer_id
FROM given JOIN customers USING (identifier) GROUP BY evidence, is_record
"""

_ROWS = """
CREATE OR REPLACE TEMP TABLE told_rows AS
SELECT evidence, customer_id, identifier, is_record, source, entity, received_us AS at_us, raw AS told
FROM about JOIN records ON record_id = evidence WHERE is_record AND json_valid(raw)
UNION ALL
SELECT evidence, customer_id, identifier, is_record, source, channel, occurred_us, attributes
FROM about JOIN interactions ON interaction_id = evidence WHERE NOT is_record AND json_valid(attributes)
"""

_LISTED = """
SELECT DISTINCT source, entity, is_record, {inside} AS inside, unnest(keys) AS key FROM (
  SELECT DISTINCT source, entity, is_record, {inside}, json_keys(told) AS keys FROM {rows} WHERE json_type(told) = 'OBJECT'
)
"""

#: A record speaks of the moment at which its source says it was changed, where that can be read; else of its import.
_CHANGED = """list_filter(list_transform({moments}, lambda told: epoch_us(
    CASE WHEN regexp_matches(told, '^1\\d{{9}}$') THEN make_timestamptz(told::BIGINT * 1000000)
      WHEN regexp_matches(told, '^1\\d{{12}}$') THEN make_timestamptz(told::BIGINT * 1000)
      ELSE TRY_CAST(told AS TIMESTAMPTZ) END)), lambda told: told BETWEEN 631152000000000 AND at_us)[1]"""

#: Objects one level down, be they objects or texts that hold one.
_OPENED = """
CREATE OR REPLACE TEMP TABLE opened AS
SELECT * FROM (
  SELECT evidence, customer_id, identifier, is_record, source, entity, coalesce({changed}, at_us) AS at_us,
    unnest({paths}) AS told, unnest({numbers}) AS inside
  FROM told_rows JOIN kinds USING (source, entity, is_record) WHERE kinds.inside = ''
) WHERE json_valid(told) AND json_type(told) = 'OBJECT'
"""

_TOLD = """
CREATE OR REPLACE TEMP TABLE {table} AS
SELECT evidence, customer_id, identifier, source, at_us, trim(value) AS value, number FROM (
  SELECT evidence, customer_id, identifier, source, {moment} AS at_us, unnest({paths}) AS value, unnest({numbers}) AS number
  FROM {rows}
) WHERE value IS NOT NULL AND NOT list_contains($nothing, lower(trim(value))) AND NOT regexp_matches(value, '^\\s*[\\[{{]')
"""

_WHOLE = """
CREATE OR REPLACE TEMP TABLE told AS
WITH every AS (FROM told_outside UNION ALL FROM told_inside),
named AS (
  SELECT subject, name, is_denial, customer_id, identifier, value, source, evidence, at_us, is_repeated
  FROM every JOIN finds USING (number)
)
SELECT * EXCLUDE (is_repeated) FROM named WHERE NOT is_repeated
UNION ALL
SELECT DISTINCT * EXCLUDE (is_repeated) FROM named WHERE is_repeated
"""


def write_told(connection: duckdb.DuckDBPyConnection, words: Sequence[Word]) -> None:
    """Create the session's ``told``: ``subject, name, is_denial, customer_id, identifier, value, source, evidence, at_us``.

    One row for each value that a word finds, of records and interactions that have an identifier of their own; needs
    ``customers``, ``records`` and ``interactions``. What one row tells twice stands once.
    """
    connection.execute(_ABOUT, [gate(words, ("billingaddress", "defaultaddress"))])
    connection.execute(_ROWS)
    listed = _listed(connection, "told_rows", "''")
    outside = columns_by_kind(listed, words)
    _Reading(connection, outside).open()
    inside = columns_by_kind(_listed(connection, "opened", "inside"), words, events_in(listed))
    finds: list[tuple[Word, bool]] = []
    _Reading(connection, outside).read("told_outside", "told_rows JOIN kinds USING (source, entity, is_record)", finds)
    _Reading(connection, inside).read(
        "told_inside", "opened JOIN kinds USING (source, entity, is_record, inside)", finds
    )
    connection.register("finds", _finds(finds))
    connection.execute(_WHOLE)
    connection.unregister("finds")
    for name in ("about", "told_rows", "opened", "told_outside", "told_inside"):
        connection.execute(f"DROP TABLE {name}")


def _listed(connection: duckdb.DuckDBPyConnection, rows: str, inside: str) -> list[tuple[Kind, str]]:
    found = connection.execute(_LISTED.format(rows=rows, inside=inside)).fetchall()
    return [(Kind(source, entity or "", is_record, within), key) for source, entity, is_record, within, key in found]


class _Reading:
    """Reads the columns of many kinds of rows in one pass: each kind has its own list of paths."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, columns: dict[Kind, Columns]) -> None:
        self._connection = connection
        self._columns = list(columns.items())
        self._values: dict[str, object] = {}

    def open(self) -> None:
        """Write ``opened``."""
        paths = self._by_kind("open", lambda columns: [path for path, _ in columns.opened])
        inside = self._by_kind("inside", lambda columns: [word for _, word in columns.opened], "{}")
        self._run(_OPENED.format(changed=self._changed(), paths=paths, numbers=inside))

    def read(self, table: str, rows: str, finds: list[tuple[Word, bool]]) -> None:
        """Write a table of the values found, numbered by ``finds``, which grows."""
        first = len(finds)
        starts: dict[int, int] = {}
        for _, columns in self._columns:
            starts[id(columns)] = first
            finds += [(word, columns.is_repeated(word) or table == "told_inside") for _, word in columns.found]
            first = len(finds)
        paths = self._by_kind("path", lambda columns: [path for path, _ in columns.found])
        numbers = self._by_kind(
            "number", lambda columns: [starts[id(columns)] + at for at in range(len(columns.found))], "{}"
        )
        moment = f"coalesce({self._changed()}, at_us)" if table == "told_outside" else "at_us"
        self._values["nothing"] = _NOTHING
        self._run(_TOLD.format(table=table, rows=rows, paths=paths, numbers=numbers, moment=moment))

    def _changed(self) -> str:
        return _CHANGED.format(moments=self._by_kind("moment", lambda columns: [path for _, path in columns.moments]))

    def _by_kind(
        self, name: str, chosen: Callable[[Columns], Sequence[object]], text: str = "json_extract_string(told, {})"
    ) -> str:
        """Return SQL of the list that each kind of row has; the lists themselves are parameters."""
        cases: list[str] = []
        for number, (_, columns) in enumerate(self._columns):
            if listed := chosen(columns):
                self._values[f"{name}{number}"] = list(listed)
                cases.append(f"WHEN {number} THEN " + text.format(f"${name}{number}"))
        return f"CASE kind {' '.join(cases)} END" if cases else "NULL::VARCHAR[]"

    def _run(self, query: str) -> None:
        kinds = [kind for kind, _ in self._columns]
        text = pa.string()
        self._connection.register(
            "kinds",
            pa.table(
                {
                    "source": pa.array([kind.source for kind in kinds], text),
                    "entity": pa.array([kind.entity for kind in kinds], text),
                    "is_record": pa.array([kind.is_record for kind in kinds], pa.bool_()),
                    "inside": pa.array([kind.inside for kind in kinds], text),
                    "kind": pa.array(range(len(kinds)), pa.int64()),
                }
            ),
        )
        used = {name: value for name, value in self._values.items() if f"${name}" in query}
        self._connection.execute(query, used)
        self._connection.unregister("kinds")


def _finds(finds: Sequence[tuple[Word, bool]]) -> pa.Table:
    text = pa.string()
    return pa.table(
        {
            "number": pa.array(range(len(finds)), pa.int64()),
            "subject": pa.array([word.subject for word, _ in finds], text),
            "name": pa.array([word.name for word, _ in finds], text),
            "is_denial": pa.array([word.is_denial for word, _ in finds], pa.bool_()),
            "is_repeated": pa.array([is_repeated for _, is_repeated in finds], pa.bool_()),
        }
    )
