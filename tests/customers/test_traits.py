"""What sources tell of a customer is found wherever it stands, with who told it and when; nothing of a thing or of somebody else."""

from __future__ import annotations

import json

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.customers import known_traits, write_customers, write_links, write_profiles
from clew.customers.consent_table import consent_words
from clew.customers.trait_table import trait_words
from clew.customers.word import gate, word_of
from clew.model import INTERACTIONS, RECORDS
from tests.customers.people import Row, load

MIA = "email:mia@x.org"
DAY = 86_400_000_000
IMPORTED = 1_780_000_000_000_000


def record(number: int, *identifiers: str, **raw: object) -> Row:
    return {
        "record_id": f"r{number}",
        "source": "crm",
        "entity": "contact",
        "received_us": IMPORTED,
        "identifiers": list(identifiers) or [MIA],
        "raw": json.dumps(raw),
    }


def interaction(number: int, at: int, *identifiers: str, **attributes: object) -> Row:
    return {
        "interaction_id": f"i{number}",
        "source": "orders",
        "channel": "order",
        "occurred_us": at,
        "identifiers": list(identifiers) or [MIA],
        "attributes": json.dumps(attributes),
    }


def profiles(records: list[Row], interactions: list[Row] | None = None) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    load(connection, INTERACTIONS, interactions or [])
    load(connection, RECORDS, records)
    write_links(connection, [])
    write_customers(connection)
    write_profiles(connection)
    return connection


def told(records: list[Row], interactions: list[Row] | None = None) -> set[tuple[str, str]]:
    """Return traits and values."""
    with profiles(records, interactions) as connection:
        return set(connection.execute("SELECT trait, value FROM traits").fetchall())


def test_a_telling_says_who_told_what_of_whom_when_and_on_what_evidence() -> None:
    row = record(1, property_firstname=" Mia ", property_lastmodifieddate="2026-02-06 10:30:58")
    with profiles([row]) as connection:
        found = connection.execute("SELECT identifier, trait, value, source, evidence, at_us FROM traits").fetchall()
    assert found == [(MIA, "first_name", "Mia", "crm", "r1", 1_770_373_858_000_000)]


@pytest.mark.parametrize(
    ("raw", "at_us"),
    [
        ({"updated_at": "2026-02-06T11:30:58+01:00"}, 1_770_373_858_000_000),
        ({"created_at": "2020-01-01 00:00:00", "updated_at": 1770373858}, 1_770_373_858_000_000),
        ({"updated_at": "soon", "created_at": "2026-02-06 10:30:58"}, 1_770_373_858_000_000),
        ({"updated_at": "2999-01-01 00:00:00"}, IMPORTED),
        ({}, IMPORTED),
    ],
)
def test_a_record_speaks_of_its_last_change_or_else_of_its_import(raw: dict[str, object], at_us: int) -> None:
    with profiles([record(1, name="Mia Schulz", **raw)]) as connection:
        assert connection.execute("SELECT at_us FROM traits").fetchall() == [(at_us,)]


def test_traits_stand_in_objects_too_also_in_those_that_are_texts() -> None:
    assert told([record(1, traits=json.dumps({"firstName": "Mia"}))]) == {("first_name", "Mia")}
    assert told([record(1, properties={"lastname": "Schulz", "zip": "10115"})]) == {
        ("last_name", "Schulz"),
        ("postcode", "10115"),
    }
    address = {"address1": "Weg 1", "zip": "10115", "state": "BE", "name": "Ada, who takes parcels", "phone": "1234567"}
    assert told([record(1, default_address=address)]) == {("street", "Weg 1"), ("postcode", "10115"), ("region", "BE")}


def test_what_an_event_or_a_thing_is_called_is_nobodys_name() -> None:
    assert told([record(1, event="Order Completed", properties={"name": "Shoes"}, traits={"name": "Mia Schulz"})]) == {
        ("name", "Mia Schulz")
    }
    page = interaction(1, DAY, name="Home", properties=json.dumps({"name": "Shoes", "city": "Rome"}), state="enabled")
    assert told([], [page]) == set()


def test_interactions_tell_by_sure_words_only_at_the_time_they_happened() -> None:
    order = interaction(
        1, 5 * DAY, **{"Customer name": "Mia Schulz", "Name": "Shoes", "Billing ZIP": "10115", "city": "Rome"}
    )
    with profiles([], [order]) as connection:
        found = connection.execute("SELECT trait, value, source, evidence, at_us FROM traits ORDER BY trait").fetchall()
    assert found == [
        ("name", "Mia Schulz", "orders", "i1", 5 * DAY),
        ("postcode", "10115", "orders", "i1", 5 * DAY),
    ]


def test_what_means_nothing_is_no_telling() -> None:
    assert told([record(1, name=" ", first_name="N/A", city=None, country="null", street=["a"], zip={"a": 1})]) == set()


def test_the_same_told_twice_by_one_record_is_one_telling() -> None:
    with profiles([record(1, phone="+49 30 1234567", mobilephone="+49 30 1234567")]) as connection:
        assert connection.execute("SELECT value FROM traits").fetchall() == [("+49 30 1234567",)]


def test_a_shared_identifier_tells_of_nobody_but_the_next_own_one_does() -> None:
    rows = [
        record(1, "email:test@test.com", name="Test Test"),
        record(2, "email:test@test.com", MIA, name="Mia Schulz"),
    ]
    with profiles(rows) as connection:
        assert connection.execute("SELECT identifier, value FROM traits").fetchall() == [(MIA, "Mia Schulz")]


def test_odd_texts_and_keys_tell_nothing_and_break_nothing() -> None:
    odd = [
        "",
        "nonsense {",
        "[1, 2]",
        "null",
        '{"na\\"me": "A", "na\\\\me": "C", "*name": "E", "o\'name": 1}',
    ]
    rows: list[Row] = [{**record(number), "raw": raw} for number, raw in enumerate(odd)]
    interactions: list[Row] = [
        {**interaction(n, DAY), "attributes": f'{raw} "first_name":'} for n, raw in enumerate(odd)
    ]
    assert told([*rows, record(9, name="Mia Schulz")], interactions) == {("name", "Mia Schulz")}


_SURE = sorted({each.word for each in [*trait_words(), *consent_words()] if each.where == "anywhere" and not each.rest})


@given(
    st.sampled_from(_SURE),
    st.lists(st.sampled_from(["", "_", " ", "-", "."]), min_size=40, max_size=40),
    st.booleans(),
    st.booleans(),
)
def test_no_spelling_of_a_sure_word_is_passed_over(word: str, between: list[str], loud: bool, nested: bool) -> None:
    column = "".join(letter + sign for letter, sign in zip(word, between, strict=False))
    column = column.upper() if loud else column
    inside = json.dumps({column: "x"})
    attributes = {"properties": inside} if nested else {column: "x"}
    with duckdb.connect() as connection:
        gated = connection.execute(
            "SELECT regexp_matches(?, ?)", [json.dumps(attributes), gate([*trait_words(), *consent_words()], ())]
        ).fetchall()
    assert word_of(column) == word
    assert gated == [(True,)]


def test_every_trait_compares_its_values_and_names_a_policy() -> None:
    assert len(known_traits()) == 16
    with duckdb.connect() as connection:
        for trait in known_traits().values():
            for value in ("Mia", "1990-05-17", "mia@x.org", "+49 30 1234567", "DE", "M"):
                (compared,) = connection.execute(
                    f"SELECT ({trait.alike})::VARCHAR, {trait.alike_among} FROM (SELECT ? AS value)", [value]
                ).fetchall()
                assert compared[0] is None or isinstance(compared[0], str)
