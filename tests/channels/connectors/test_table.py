"""A mapping turned into drafts: one per row, or one per milestone of a case, with nothing lost on the way."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pytest

from clew.channels.connector import DRAFT_COLUMNS
from clew.channels.connectors.table import CONNECTOR, table_connector
from clew.channels.mapping import Mapping, Milestone
from clew.model.errors import MappingError

Row = dict[str, str | None]


def drafts(mapping: Mapping, rows: list[Row]) -> list[Row]:
    names = list(rows[0])
    sql = table_connector(mapping, names).tables[0].sql
    assert sql is not None
    with duckdb.connect() as connection:
        raw = pa.table({name: pa.array([row[name] for row in rows], pa.string()) for name in names})
        raw = raw.append_column("_file", pa.array(["f"] * len(rows))).append_column(
            "_row", pa.array(range(2, len(rows) + 2))
        )
        connection.register("rows", raw)
        result = connection.sql(f"FROM ({sql}) ORDER BY _row, occurred_at").to_arrow_table()
    assert set(result.column_names) <= {*DRAFT_COLUMNS, "_file", "_row"}
    return result.to_pylist()


def test_without_a_mapping_rows_are_kept_as_records() -> None:
    assert CONNECTOR.name == "table" and CONNECTOR.rowwise
    assert [(each.name, each.sql) for each in CONNECTOR.tables] == [("rows", None)]


def test_an_event_row_becomes_one_draft() -> None:
    mapping = Mapping(
        columns={"occurred_at": 'wh"en', "channel": "Kanal", "text": "select", "value": "Betrag"},
        constants={"team": "Köln's", "channel": "web"},
        channels={"Telefon": "phone"},
        decimal=",",
    )
    rows: list[Row] = [
        {'wh"en': "1.2.2024", "Kanal": " telefon", "select": "a", "Betrag": "1.200,50 €"},
        {'wh"en': "2.2.2024", "Kanal": "E-Mail", "select": None, "Betrag": "viel"},
        {'wh"en': "3.2.2024", "Kanal": None, "select": None, "Betrag": None},
    ]
    found = drafts(mapping, rows)
    assert [row["channel"] for row in found] == ["phone", "E-Mail", "web"]
    assert [row["value"] for row in found] == ["1200.50", "viel", None]
    assert [row["team"] for row in found] == ["Köln's"] * 3
    assert [row["text"] for row in found] == ["a", None, None]


def test_the_customer_is_at_the_end_that_the_direction_says() -> None:
    mapping = Mapping(
        columns={"occurred_at": "at", "direction": "inbound", "sender": "from", "recipient": "to"},
        values={"direction": {"True": "inbound", "False": "outbound"}},
        address="handle",
        network="twitter",
    )
    rows: list[Row] = [
        {"at": "1", "inbound": "True", "from": "115712", "to": "sprintcare"},
        {"at": "2", "inbound": "false", "from": "sprintcare", "to": "115712"},
    ]
    found = drafts(mapping, rows)
    assert [row["handle"] for row in found] == ["twitter/115712", "twitter/115712"]
    assert [row["party_id"] for row in found] == [None, "sprintcare"]
    assert [row["direction"] for row in found] == ["inbound", "outbound"]


def test_a_sender_is_the_customer_when_the_party_says_so() -> None:
    mapping = Mapping(columns={"occurred_at": "at", "party": "role", "sender": "who"})
    found = drafts(mapping, [{"at": "1", "role": "user", "who": "u1"}, {"at": "2", "role": "admin", "who": "a1"}])
    assert [(row["customer_ref"], row["party_id"]) for row in found] == [("u1", None), (None, "a1")]


CASES = Mapping(
    shape="cases",
    columns={"case_ref": "id", "email": "mail", "text": "subject", "rating": "csat", "party_id": "agent"},
    constants={"channel": "email"},
    milestones=(
        Milestone("opened", "opened", "message", "inbound", "customer"),
        Milestone("answered", "first response", "message", "outbound", "agent"),
        Milestone("closed", "closed", "status", "internal", "agent", "closed"),
        Milestone("rated", "rating", "rating", "inbound", "customer"),
    ),
)


def case(**given: str) -> Row:
    names = ("id", "mail", "subject", "csat", "agent", "opened", "answered", "closed", "rated")
    return {name: given.get(name) for name in names}


def test_a_case_row_becomes_one_draft_for_each_time_it_has() -> None:
    full = case(
        id="T1", mail="m@x.com", subject="Hi", csat="5", agent="Ann", opened="1", answered="2", closed="3", rated="4"
    )
    found = drafts(CASES, [full, case(id="T2", opened="1"), case(id="T3")])
    assert [row["source_id"] for row in found] == ["T1/opened", "T1/answered", "T1/closed", "T1/rated", "T2/opened"]
    assert [row["case_ref"] for row in found] == ["T1"] * 4 + ["T2"]
    assert [row["email"] for row in found] == ["m@x.com"] * 4 + [None]
    assert [row["outcome"] for row in found] == [None, None, "closed", None, None]
    assert [row["party_id"] for row in found] == [None, "Ann", "Ann", None, None]


def test_what_a_case_says_once_is_in_one_draft_whichever_times_are_filled() -> None:
    full = case(id="T1", subject="Hi", csat="5", opened="1", closed="3", rated="4")
    unrated = case(id="T2", subject="Hi", csat="5", answered="2", closed="3")
    found = drafts(CASES, [full, unrated])
    assert [(row["source_id"], row["text"], row["rating"]) for row in found] == [
        ("T1/opened", "Hi", None),
        ("T1/closed", None, None),
        ("T1/rated", None, "5"),
        ("T2/answered", "Hi", "5"),
        ("T2/closed", None, None),
    ]


def test_cases_without_an_id_are_known_by_their_whole_row() -> None:
    mapping = Mapping(shape="cases", milestones=CASES.milestones[:2])
    one: Row = {"opened": "1", "answered": "2", "subject": "a"}
    other: Row = {"opened": "1", "answered": "2", "subject": None}
    found = drafts(mapping, [one, other, one])
    references = [row["case_ref"] for row in found]
    assert references[0] == references[1] == references[4] != references[2]


def test_columns_that_nothing_reads_go_to_the_attributes() -> None:
    names = ["id", "mail", "subject", "csat", "agent", "opened", "answered", "closed", "rated", "colour"]
    built = table_connector(CASES, names).tables[0]
    assert "colour" not in built.carried and "colour" not in built.columns
    # Whoever handled the case is on our milestones only; where a row has none of these it would be lost.
    assert "agent" not in built.carried
    assert {"id", "mail", "subject", "csat", "opened", "rated"} <= set(built.carried)


def test_the_connector_keeps_what_the_mapping_says() -> None:
    built = table_connector(Mapping(source="shop", columns={"occurred_at": "at"}, missing=("", "?")), ["at"])
    assert (built.source, built.missing_marks, built.rowwise) == ("shop", ("", "?"), True)


def test_a_column_the_file_lacks_is_refused() -> None:
    with pytest.raises(MappingError, match="did you mean 'at'"):
        table_connector(Mapping(columns={"occurred_at": "att"}), ["at"])


def test_names_and_words_cannot_break_out_of_the_query() -> None:
    evil = 'x"; DROP TABLE rows; --'
    mapping = Mapping(columns={"occurred_at": evil}, constants={"team": "'; DROP TABLE rows; --", "channel": "web"})
    assert drafts(mapping, [{evil: "1"}])[0]["team"] == "'; DROP TABLE rows; --"
