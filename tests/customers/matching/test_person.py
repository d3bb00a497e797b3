"""Records of a person are brought to one spelling before they are compared."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pytest

from clew.customers.matching.person import bring_to_one_spelling
from clew.model import UsageError


def spelled(column: str, value: object, shown: str | None = None) -> object:
    connection = duckdb.connect()
    bring_to_one_spelling(connection, pa.table({"record_id": ["1"], column: [value]}))
    return connection.execute(f"SELECT {shown or column} FROM people").fetchall()[0][0]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("1971-06-24", "1971-06-24"),
        ("24.6.1971", "1971-06-24"),
        ("24/06/1971", "1971-06-24"),
        ("06/24/1971", "1971-06-24"),
        ("19710624", "1971-06-24"),
        ("1971-06-24T00:00:00", "1971-06-24"),
        ("1858-05-77", "1858-05-77"),
        ("in spring", None),
        ("", None),
    ],
)
def test_a_birth_date_has_one_form(given: str, kept: str | None) -> None:
    assert spelled("birth_date", given) == kept


def test_names_lose_case_accents_titles_and_punctuation() -> None:
    assert spelled("last_name", "  Müller-Lüdenscheidt ") == "muller ludenscheidt"
    assert spelled("first_name", "Dr. José") == "jose"
    assert spelled("last_name", "O’Brien") == "obrien"
    assert spelled("first_name", "Mr") is None, "a title is no name"


def test_a_full_name_gives_the_first_the_last_and_those_between() -> None:
    assert spelled("full_name", "Sir Thomas Stearns Eliot", "[first_name, other_names, last_name]") == [
        "thomas",
        "stearns",
        "eliot",
    ]
    assert spelled("full_name", "Plato", "[first_name, last_name]") == ["plato", None]


def test_phones_emails_and_postcodes_keep_what_tells() -> None:
    assert spelled("phone", "+43 (0) 660 123 45 67") == spelled("phone", "0660/1234567")
    assert spelled("phone", "n/a") is None
    assert spelled("email", " Ada@Example.ORG ") == "ada@example.org"
    assert spelled("email", "none") is None
    assert spelled("postcode", "TQ13 8DF") == "tq138df"


def test_other_columns_stay_outside() -> None:
    connection = duckdb.connect()
    bring_to_one_spelling(
        connection, pa.table({"record_id": ["1", "2"], "cluster": ["a", "a"], "city": ["Graz", "Graz"]})
    )
    assert "cluster" not in {name for name, *_ in connection.execute("DESCRIBE people").fetchall()}


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ({"city": ["Graz"]}, "need a column record_id"),
        ({"record_id": ["1", None]}, "have no record_id"),
        ({"record_id": ["1", "1"]}, "repeat a record_id"),
    ],
)
def test_records_that_cannot_be_told_apart_are_refused(records: dict[str, list[str | None]], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        bring_to_one_spelling(duckdb.connect(), pa.table(records))
