"""The table of traits: who told what about a customer, when and on what evidence."""

from __future__ import annotations

from collections.abc import Iterable

import duckdb

from clew.customers.room import make_room
from clew.customers.trait import Trait
from clew.customers.word import Word
from clew.plugins import definitions_in


def known_traits() -> dict[str, Trait]:
    """Return the traits by name."""
    return definitions_in("clew.customers.traits", "TRAIT", Trait)


def trait_words() -> list[Word]:
    """Return what columns that tell a trait are called."""
    return [word for trait in known_traits().values() for word in _words(trait)]


def write_traits(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the session's table ``traits`` (see its contract) from ``told``."""
    make_room(connection, "traits")
    connection.execute(
        """CREATE OR REPLACE TABLE traits AS
        SELECT customer_id, identifier, name AS trait, value, source, evidence, at_us FROM told WHERE subject = 'trait'"""
    )


def alike_sql(traits: Iterable[Trait], part: str = "alike") -> str:
    """Return DuckDB SQL that brings the ``value`` of a ``trait`` to what it is compared by; ``part`` may be ``alike_among``.

    Values are alike where both are equal; where ``alike`` is NULL or ``alike_among`` differs they can't be compared.
    """
    cases = " ".join(f"WHEN '{trait.name}' THEN ({getattr(trait, part)})::VARCHAR" for trait in traits)
    return f"CASE trait {cases} END"


def _words(trait: Trait) -> Iterable[Word]:
    for word in trait.words:
        if word not in trait.sure_words:
            yield Word("trait", trait.name, word, "record")
    for word in trait.sure_words:
        yield Word("trait", trait.name, word)
    for word in trait.address_words:
        yield Word("trait", trait.name, word, "address")
