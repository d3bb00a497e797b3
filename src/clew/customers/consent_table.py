"""The table of consents: what sources state, read as yes or no, beside what people wrote down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa
import sqlalchemy as sa

from clew.customers.consent import Statement
from clew.customers.purpose import NO, YES, ConsentPurpose
from clew.customers.room import make_room
from clew.customers.word import Word, word_of
from clew.plugins import definitions_in
from clew.store import Journal, consent_statements


def known_purposes() -> dict[str, ConsentPurpose]:
    """Return the purposes by name."""
    return definitions_in("clew.customers.consents", "PURPOSE", ConsentPurpose)


def consent_words() -> list[Word]:
    """Return what columns that tell a consent are called."""
    return [word for purpose in known_purposes().values() for word in _words(purpose)]


def written_statements(journal: Journal) -> list[Statement]:
    """Return what people wrote down, oldest first."""
    with journal.transaction() as connection:
        rows = connection.execute(sa.select(consent_statements).order_by(consent_statements.c.id)).all()
    return [
        Statement(r.identifier, r.purpose, None if r.withdrawn else r.granted, "", r.reason, r.at_us, r.author)
        for r in rows
    ]


def write_statement(journal: Journal, said: Statement) -> None:
    """Write down what a person states; ``granted`` None takes back what was written about that identifier and purpose."""
    with journal.transaction() as connection:
        connection.execute(
            consent_statements.insert().values(
                identifier=said.identifier,
                purpose=said.purpose,
                granted=bool(said.granted),
                withdrawn=said.granted is None,
                reason=said.evidence,
                author=said.author,
                at_us=said.at_us,
            )
        )


def write_consents(connection: duckdb.DuckDBPyConnection, written: Sequence[Statement]) -> None:
    """Create the session's table ``consents`` (see its contract) from ``told``, ``customers`` and what people wrote down."""
    make_room(connection, "consents")
    connection.register("written", _table(written))
    connection.execute(
        """CREATE OR REPLACE TABLE consents AS
        WITH stated AS (
          SELECT *, CASE WHEN list_contains($yes, lower(value)) THEN true WHEN list_contains($no, lower(value)) THEN false END AS is_yes
          FROM told WHERE subject = 'consent'
        )
        SELECT DISTINCT customer_id, identifier, name AS purpose, CASE WHEN NOT is_denial THEN is_yes WHEN is_yes THEN false END AS granted,
          source, evidence, at_us, '' AS author
        FROM stated WHERE is_yes IS NOT NULL
        UNION ALL
        SELECT customer_id, identifier, purpose, granted, '', evidence, at_us, author FROM written JOIN customers USING (identifier)
        """,
        {"yes": list(YES), "no": list(NO)},
    )
    connection.unregister("written")


def _words(purpose: ConsentPurpose) -> Iterable[Word]:
    for word in purpose.grants:
        yield Word("consent", purpose.name, word)
    for word in purpose.denies:
        yield Word("consent", purpose.name, word, is_denial=True)
    for path in purpose.paths:
        column, *rest = path.split(".")
        yield Word("consent", purpose.name, word_of(column), rest=tuple(rest))


def _table(written: Sequence[Statement]) -> pa.Table:
    text = pa.string()
    return pa.table(
        {
            "identifier": pa.array([each.identifier for each in written], text),
            "purpose": pa.array([each.purpose for each in written], text),
            "granted": pa.array([each.granted for each in written], pa.bool_()),
            "evidence": pa.array([each.evidence for each in written], text),
            "at_us": pa.array([each.at_us for each in written], pa.int64()),
            "author": pa.array([each.author for each in written], text),
        }
    )
