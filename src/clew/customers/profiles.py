"""Writes what sources tell of customers: their traits and consents, read in one go."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from clew.customers.consent import Statement
from clew.customers.consent_table import consent_words, write_consents
from clew.customers.told import write_told
from clew.customers.trait_table import trait_words, write_traits


def write_profiles(connection: duckdb.DuckDBPyConnection, written: Sequence[Statement] = ()) -> None:
    """Create the session's tables ``traits`` and ``consents`` (see their contracts) from the data and ``customers``.

    ``written`` is what people stated about consents.
    """
    write_told(connection, [*trait_words(), *consent_words()])
    write_traits(connection)
    write_consents(connection, written)
    connection.execute("DROP TABLE told")
