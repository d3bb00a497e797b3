"""What likeness compares: what each contact record tells of a person, and what a customer's interactions last told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from clew.customers import Decision, write_customers, write_links
from clew.customers.matching import COLUMNS
from clew.model import IdentityPolicy

#: Columns of person records and the traits they come from, where these are called otherwise.
_TRAIT_OF = {"full_name": "name"}
_TRAITS = tuple(name for name in COLUMNS if name not in ("record_id", "source"))
#: Without one of these there is nothing to know a person by.
_TELLING = ("first_name", "last_name", "full_name", "birth_date", "street", "official_number")

#: What one contact record tells stays together; of what a customer's interactions in one source tell, the latest counts.
_LATEST = """
CREATE OR REPLACE TEMP TABLE latest_traits AS
WITH owned AS (
  SELECT customers.customer_id, customers.identifier, source, trait, value, at_us,
    CASE WHEN evidence IN (SELECT record_id FROM records) THEN evidence ELSE source || ' ' || customers.customer_id END AS record_id
  FROM traits JOIN customers ON customers.identifier = traits.identifier
)
SELECT record_id, customer_id, source, trait, value, min(identifier) OVER (PARTITION BY record_id) AS identifier
FROM owned QUALIFY row_number() OVER (PARTITION BY record_id, trait ORDER BY at_us DESC, identifier, value) = 1
"""

#: What no source tells as a trait may stand among the customer's identifiers.
_OWN = """own_{kind} AS (
  SELECT customer_id, substr(min_by(identifier, (since_us, identifier)), {start}) AS value FROM customers
  WHERE starts_with(identifier, '{kind}:') GROUP BY customer_id
)"""


@dataclass(frozen=True)
class Alike:
    """Person records as ``clew.customers.matching`` takes them; the identifier and the customer that each record is of."""

    records: pa.Table
    identifiers: dict[str, str]
    customers: dict[str, str]


def records_to_compare(
    connection: duckdb.DuckDBPyConnection, decided: Sequence[Decision], policy: IdentityPolicy
) -> Alike:
    """Make the records of a session on a current build; leaves ``customers`` as they are without likeness behind.

    Neither what likeness joined before nor what a person said because of it decides what is compared: else the same question
    would have another answer the second time, and taking an answer back would lose the question.
    """
    write_links(connection, [_without_same(each) for each in decided], policy)
    write_customers(connection, policy)
    connection.execute(_LATEST)
    traits = ",\n".join(
        f"max(value) FILTER (WHERE trait = '{_TRAIT_OF.get(name, name)}') AS {name}" for name in _TRAITS
    )
    own = ", ".join(_OWN.format(kind=kind, start=len(kind) + 2) for kind in ("email", "phone"))
    telling = " OR ".join(f"{name} IS NOT NULL" for name in _TELLING)
    found = connection.sql(
        f"""WITH told AS (
          SELECT record_id, source, identifier, customer_id, {traits} FROM latest_traits GROUP BY ALL
        ), once AS (
          SELECT min(record_id) AS record_id, * EXCLUDE (record_id) FROM told GROUP BY ALL
        ), {own}
        SELECT once.* REPLACE (coalesce(email, own_email.value) AS email, coalesce(phone, own_phone.value) AS phone)
        FROM once LEFT JOIN own_email USING (customer_id) LEFT JOIN own_phone USING (customer_id)
        WHERE {telling} ORDER BY record_id"""
    ).to_arrow_table()
    ids = found["record_id"].to_pylist()
    return Alike(
        found.select(list(COLUMNS)),
        dict(zip(ids, found["identifier"].to_pylist(), strict=True)),
        dict(zip(ids, found["customer_id"].to_pylist(), strict=True)),
    )


def _without_same(decision: Decision) -> Decision:
    return replace(decision, verdict="withdrawn") if decision.verdict == "same" else decision
