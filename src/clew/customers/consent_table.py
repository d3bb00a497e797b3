"""The table of consents: what sources state, read as yes or no, beside what people wrote down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import duckdb
import pyarrow as pa
import sqlalchemy as sa

from clew.customers.consent import Statement
from clew.customers.purpose import NO, NOTHING, OPTED_IN, OPTED_OUT, YES, ConsentPurpose
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
        WITH worded AS (
          SELECT *, regexp_replace(lower(value), '[^a-z0-9.]', '', 'g') AS word FROM told WHERE subject = 'consent'
        ), stated AS (
          SELECT *, CASE
            WHEN list_contains($out, word) THEN 'no'
            WHEN list_contains($nothing, word) THEN NULL
            WHEN is_denial THEN CASE WHEN list_contains($no, word) OR list_contains($in, word) THEN 'lifted' ELSE 'no' END
            WHEN list_contains($yes, word) OR list_contains($in, word) THEN 'yes'
            WHEN list_contains($no, word) THEN 'no' END AS said
          FROM worded
        )
        SELECT DISTINCT customer_id, identifier, name AS purpose, CASE said WHEN 'yes' THEN true WHEN 'no' THEN false END AS granted,
          source, evidence, at_us, '' AS author
        FROM stated WHERE said IS NOT NULL
        UNION ALL
        SELECT customer_id, identifier, purpose, granted, '', evidence, at_us, author FROM written JOIN customers USING (identifier)
        """,
        {"yes": list(YES), "no": list(NO), "in": list(OPTED_IN), "out": list(OPTED_OUT), "nothing": list(NOTHING)},
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
