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


def read(connection: duckdb.DuckDBPyConnection, text: str, value: str, fact: str, shape: str, times: int) -> None:
    """A number or code that its sentence names, as readings hold it, in so many texts."""
    start = text.index(value)
    row = (fact, start, start + len(value), shape, str(sum(map(str.isdigit, value))))
    for at in range(times):
        name = f"{value} {at}"
        connection.execute("INSERT INTO interactions VALUES (?, 'message', ?, NULL)", [name, text])
        connection.execute("INSERT INTO readings VALUES (?, 'said', ?, ?, ?, 'customer', ?, true, ?)", [name, *row])


def test_how_codes_begin_is_learnt_from_all_that_begin_alike(connection: duckdb.DuckDBPyConnection) -> None:
    for number in range(6):
        read(connection, f"My bill number is LB-10{number}.", f"LB-10{number}", "invoice", "code", 1)

    assert learn(connection).formats.kind_of_code("LB-999") == "invoice"


def test_a_number_in_a_products_name_says_nothing_of_how_long_numbers_are(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    read(connection, "It's account 12345678.", "12345678", "account", "digits", 20)
    read(connection, "My account has Fiber 500 on it.", "500", "account", "digits", 20)
    assert learn(connection).formats.lengths["account"] == {8, 3}

    add(connection, "order", '{"Item":"Fiber 500"}')
    assert learn(connection).formats.lengths["account"] == {8}


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
