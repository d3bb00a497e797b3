"""Two customers beside each other: their identifiers, how much is known of each, and every trait with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from clew.customers import Trace

#: Traits that likeness compares under another name, in parts.
_COMPARED_AS = {"name": ("first_name", "last_name", "other_names")}
#: Names and what tells a person first, the rest as it comes.
_ORDER = (
    *("name", "first_name", "last_name", "birth_date", "gender", "official_number", "email", "phone"),
    *("street", "postcode", "city", "region", "country", "occupation", "company", "language"),
)


@dataclass(frozen=True)
class Side:
    """One of the two: the identifier that was compared, its customer, and all that belongs to that."""

    identifier: str
    customer_id: str
    identifiers: tuple[str, ...]
    sources: tuple[str, ...]
    interactions: int
    first_seen_us: int


@dataclass(frozen=True)
class Told:
    """A value of a trait, and the sources that say it, the latest first."""

    value: str
    sources: tuple[str, ...]
    at_us: int


@dataclass(frozen=True)
class TraitRow:
    """One trait of both. ``agreement`` is in likeness's words where it compared them, with the ``weight`` that this adds.

    Else it is ``same``, ``different`` or ``only one has it``, by what they say in letters and digits, and nothing is added.
    """

    trait: str
    left: tuple[Told, ...]
    right: tuple[Told, ...]
    agreement: str
    weight: float | None


def side_of(connection: duckdb.DuckDBPyConnection, identifier: str) -> Side:
    """Return one side from a session on a build."""
    ((customer, identifiers, since_us),) = connection.execute(
        """SELECT customer_id, list(identifier ORDER BY since_us, identifier), min(since_us) FROM customers
        WHERE customer_id = (SELECT customer_id FROM customers WHERE identifier = ?) GROUP BY customer_id""",
        [identifier],
    ).fetchall()
    ((interactions,),) = connection.execute(
        "SELECT count(DISTINCT interaction_id) FROM steps WHERE customer_id = ?", [customer]
    ).fetchall()
    sources = connection.execute(
        """SELECT DISTINCT source FROM (
          SELECT source, unnest(identifiers) AS identifier FROM records
          UNION ALL SELECT source, unnest(identifiers) FROM interactions
        ) WHERE identifier IN (SELECT unnest($1)) ORDER BY source""",
        [identifiers],
    ).fetchall()
    return Side(
        identifier,
        str(customer),
        tuple(identifiers),
        tuple(str(source) for (source,) in sources),
        int(interactions),
        int(since_us),
    )


def trait_rows(
    connection: duckdb.DuckDBPyConnection, customer_a: str, customer_b: str, evidence: Sequence[Trace]
) -> tuple[TraitRow, ...]:
    """Return every trait of both customers."""
    left, right = _told(connection, customer_a), _told(connection, customer_b)
    compared = {each.column: each for each in evidence}
    place = {name: at for at, name in enumerate(_ORDER)}
    return tuple(
        _row(trait, left.get(trait, ()), right.get(trait, ()), compared)
        for trait in sorted({*left, *right}, key=lambda name: (place.get(name, len(place)), name))
    )


def _row(trait: str, left: tuple[Told, ...], right: tuple[Told, ...], compared: dict[str, Trace]) -> TraitRow:
    found = [compared[name] for name in _COMPARED_AS.get(trait, (trait,)) if name in compared]
    if len(found) == 1:
        return TraitRow(trait, left, right, found[0].words, found[0].weight)
    if not left or not right:
        return TraitRow(trait, left, right, "only one has it", None)
    is_same = bool({_plain(each.value) for each in left} & {_plain(each.value) for each in right})
    weight = round(sum(each.weight for each in found), 3) if found else None
    return TraitRow(trait, left, right, "same" if is_same else "different", weight)


def _told(connection: duckdb.DuckDBPyConnection, customer_id: str) -> dict[str, tuple[Told, ...]]:
    found = connection.execute(
        """SELECT trait, value, list(DISTINCT source ORDER BY source), max(at_us) FROM traits
        WHERE identifier IN (SELECT identifier FROM customers WHERE customer_id = ?)
        GROUP BY trait, value ORDER BY trait, max(at_us) DESC, value""",
        [customer_id],
    ).fetchall()
    told: dict[str, tuple[Told, ...]] = {}
    for trait, value, sources, at_us in found:
        told[trait] = (*told.get(trait, ()), Told(str(value), tuple(sources), int(at_us)))
    return told


def _plain(value: str) -> str:
    return "".join(sign for sign in value.casefold() if sign.isalnum())
