"""Gathers what is one customer's: identifiers, interactions, also those that name nobody, records and quarantined rows."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from clew.app.identity.telling import telling_query
from clew.app.workspace import Workspace
from clew.channels import QuarantinedRow, identifiers_in, ledger_lines, parse_mapping, quarantined_rows
from clew.model import MappingError

#: ``theirs``: what the build placed with them, be they named in it or not, and whatever else holds one of their identifiers.
_THEIRS = """
CREATE OR REPLACE TEMP TABLE theirs AS
WITH named AS (
  SELECT interaction_id, bool_or(identifier IN (FROM own)) AS is_named,
    bool_or(identifier NOT IN (FROM own) AND identifier NOT IN (SELECT identifier FROM shared_identifiers)) AS names_others
  FROM (SELECT interaction_id, unnest(identifiers) AS identifier FROM interactions) GROUP BY interaction_id
), placed AS (SELECT DISTINCT interaction_id FROM steps WHERE customer_id = $1)
SELECT interaction_id, coalesce(is_named, false) AS is_named, coalesce(names_others, false) AS names_others
FROM named FULL JOIN placed USING (interaction_id)
WHERE is_named OR interaction_id IN (FROM placed)
"""

#: Records of which Clew read no identifier (a change of an address, say) are theirs where a telling value stands in them.
_THEIR_RECORDS = """
CREATE OR REPLACE TEMP TABLE their_records AS
SELECT record_id, bool_or(identifier NOT IN (FROM own)
    AND identifier NOT IN (SELECT identifier FROM shared_identifiers)) AS names_others
FROM (SELECT record_id, unnest(identifiers) AS identifier FROM records)
GROUP BY record_id HAVING bool_or(identifier IN (FROM own))
UNION ALL
SELECT DISTINCT record_id, false FROM records WHERE identifiers IS NULL AND $1 <> '' AND regexp_matches(raw, $1)
"""

#: Interactions of others whose texts hold a telling value: they are not the customer's to take away.
_MENTIONS = """
SELECT count(*) FROM interactions ANTI JOIN theirs USING (interaction_id)
WHERE $1 <> '' AND (regexp_matches(text, $1) OR regexp_matches(attributes, $1))
"""

_SHARED = """
SELECT DISTINCT identifier, because FROM shared_identifiers WHERE identifier IN (
  SELECT unnest(identifiers) FROM interactions SEMI JOIN theirs USING (interaction_id)
  UNION SELECT unnest(identifiers) FROM records SEMI JOIN their_records USING (record_id)
) ORDER BY identifier
"""


@dataclass(frozen=True)
class Person:
    """One customer: own identifiers, and the shared ones (with why) that were given with them but belong to nobody.

    ``mentions`` are interactions of others that hold one of the own identifiers in their texts.
    """

    customer_id: str
    identifiers: tuple[str, ...]
    shared: tuple[tuple[str, str], ...]
    mentions: int = 0


def gather(connection: duckdb.DuckDBPyConnection, customer_id: str) -> Person:
    """Find a customer's rows in a session on a build: its tables ``own``, ``theirs`` and ``their_records``.

    ``theirs`` has ``interaction_id, is_named, names_others``: whether an own identifier is in it, and one of somebody else.
    """
    query = "CREATE OR REPLACE TEMP TABLE own AS SELECT identifier FROM customers WHERE customer_id = $1"
    connection.execute(query, [customer_id])
    connection.execute(_THEIRS, [customer_id])
    own = connection.execute("SELECT identifier FROM own ORDER BY identifier").fetchall()
    identifiers = tuple(str(each) for (each,) in own)
    telling = telling_query(identifiers)
    connection.execute(_THEIR_RECORDS, [telling])
    ((mentions,),) = connection.execute(_MENTIONS, [telling]).fetchall()
    shared = connection.execute(_SHARED).fetchall()
    return Person(customer_id, identifiers, tuple((str(a), str(b)) for a, b in shared), int(mentions))


def quarantined_of(workspace: Workspace, identifiers: tuple[str, ...]) -> list[QuarantinedRow]:
    """Return the quarantined rows that name one of the identifiers by value, in whatever spelling Clew understands."""
    wanted, region = set(identifiers), workspace.settings.default_region
    columns = _columns_by_import(workspace) if identifiers else {}
    return [
        row
        for row in (quarantined_rows(workspace.journal) if identifiers else ())
        if wanted & identifiers_in(row.raw, row.source, region, columns.get(row.import_id))
    ]


def _columns_by_import(workspace: Workspace) -> dict[int, dict[str, str]]:
    """Return which column each import's mapping takes for which field; of unreadable mappings none."""
    found: dict[int, dict[str, str]] = {}
    for line in ledger_lines(workspace.journal):
        try:
            found[line.import_id] = dict(parse_mapping(line.mapping_text, line.source).columns)
        except MappingError:
            found[line.import_id] = {}
    return found
