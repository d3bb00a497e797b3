"""What was ordered tells what things are called here, so that their names are found in talk without a word around."""

from __future__ import annotations

import duckdb
import pytest

from clew.journeys.facts.learnt import learn


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(
        "CREATE TABLE readings (interaction_id VARCHAR, what VARCHAR, fact VARCHAR, start_char BIGINT, end_char BIGINT, speaker VARCHAR, shape VARCHAR, flag BOOLEAN, number VARCHAR)"
    )
    connection.execute(
        "CREATE TABLE interactions (interaction_id VARCHAR, kind VARCHAR, text VARCHAR, attributes VARCHAR)"
    )
    return connection


def add(connection: duckdb.DuckDBPyConnection, kind: str, attributes: str, times: int = 2) -> None:
    connection.executemany("INSERT INTO interactions VALUES ('i', ?, NULL, ?)", [(kind, attributes)] * times)


def test_names_of_what_was_ordered_are_learnt(connection: duckdb.DuckDBPyConnection) -> None:
    add(connection, "order", '{"Item":"Trail lamp","Status":"partly delivered"}')
    add(connection, "order", '{"plan name":"fiber 100"}')

    assert learn(connection).products == {"trail lamp", "fiber 100"}


@pytest.mark.parametrize(
    ("kind", "attributes", "times"),
    [
        ("order", '{"Item":"basic"}', 9),
        ("order", '{"Item":"rare old lamp"}', 1),
        ("order", '{"Status":"partly delivered"}', 9),
        ("order", '{"Item":"mia tran@example.com"}', 9),
        ("order", '{"Item":{"id": 1, "x": "some thing"}}', 9),
        ("order", '{"Item":["some thing"]}', 9),
        ("order", "no json at all", 9),
        ("message", '{"Item":"trail lamp"}', 9),
    ],
)
def test_a_common_word_a_rare_thing_or_another_column_is_no_name(
    connection: duckdb.DuckDBPyConnection, kind: str, attributes: str, times: int
) -> None:
    add(connection, kind, attributes, times)

    assert learn(connection).products == frozenset()
