"""Social threads: who speaks to whom in worked threads, and the real sample's figures."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from clew.channels.connectors.social import CONNECTOR
from tests.channels.connectors.harness import Row, figures, records, run


def post(number: str, author: str, answers: str = "", text: str = "hello") -> Row:
    return {
        "tweet_id": number,
        "author_id": author,
        "inbound": str(author.isdigit()),
        "created_at": "Tue Oct 31 22:10:47 +0000 2017",
        "text": text,
        "response_tweet_id": "",
        "in_response_to_tweet_id": answers,
    }


def drafts(*rows: Row) -> dict[object, dict[str, object]]:
    found = records(run(CONNECTOR, {"posts": rows}), "SELECT * FROM drafts_posts")
    return {row["source_id"]: row for row in found}


def test_a_thread_is_followed_to_its_first_post_in_the_file() -> None:
    rows = drafts(post("3", "acme", "2.0"), post("2", "115", "1.0"), post("1", "115"), post("7", "115", "99.0"))
    assert {number: row["conversation_id"] for number, row in rows.items()} == {"1": "1", "2": "1", "3": "1", "7": "7"}


def test_posts_that_answer_each_other_in_a_ring_are_kept() -> None:
    rows = drafts(post("1", "115", "2"), post("2", "acme", "1"))
    assert {number: row["conversation_id"] for number, row in rows.items()} == {"1": "1", "2": "2"}


def test_a_customers_post_is_by_its_author_and_a_companys_by_its_handle() -> None:
    rows = drafts(post("1", "115"), post("2", "acme", "1"))
    assert (rows["1"]["direction"], rows["1"]["party"], rows["1"]["handle"], rows["1"]["party_id"]) == (
        "inbound",
        "customer",
        "twitter/115",
        None,
    )
    assert (rows["2"]["direction"], rows["2"]["party"], rows["2"]["handle"], rows["2"]["team"]) == (
        "outbound",
        "agent",
        "twitter/115",
        "acme",
    )
    assert {row["occurred_at"] for row in rows.values()} == {"Tue Oct 31 22:10:47 +0000 2017"}


def test_a_companys_post_is_to_whom_it_answers_before_whom_it_mentions() -> None:
    assert drafts(post("1", "115"), post("2", "acme", "1", "@116 hi"))["2"]["handle"] == "twitter/115"


def test_a_company_answering_itself_speaks_to_whom_it_mentions_else_to_the_threads_customer() -> None:
    rows = drafts(
        post("1", "115"), post("2", "acme", "1"), post("3", "acme", "2", " @116 hi"), post("4", "acme", "2", "2/2 @117")
    )
    assert (rows["3"]["handle"], rows["4"]["handle"]) == ("twitter/116", "twitter/115")


def test_a_companys_post_to_everyone_has_no_customer() -> None:
    assert drafts(post("1", "acme", "", "Trick or treat? Email press@115.example"))["1"]["handle"] is None


def test_the_same_post_twice_does_not_multiply_its_thread() -> None:
    session = run_unchecked(post("1", "115"), post("1", "115"), post("2", "acme", "1"))
    assert figures(session, "SELECT count(*) FROM drafts_posts") == (3,)


def run_unchecked(*rows: Row) -> duckdb.DuckDBPyConnection:
    """Run rows whose ids repeat: intake, not the connector, judges those."""
    session = run(CONNECTOR, {"posts": []})
    for row in rows:
        values = [*(row[name] or None for name in CONNECTOR.tables[0].columns)]
        session.execute(
            f"INSERT INTO posts ({', '.join(CONNECTOR.tables[0].columns)}, _file, _row) "
            "VALUES (?, ?, ?, ?, ?, ?, 0, (SELECT count(*) + 2 FROM posts))",
            values,
        )
    session.execute(f"CREATE OR REPLACE TABLE drafts_posts AS {CONNECTOR.tables[0].sql}")
    return session


@pytest.fixture(scope="module")
def real(shared_data: Path) -> duckdb.DuckDBPyConnection:
    """The sample without the one post (3399) that a bare carriage return splits in two rows of the wrong width."""
    with (shared_data / "support_tweets" / "twcs.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    whole = [dict(zip(header, row, strict=True)) for row in rows if len(row) == len(header)]
    assert (sum(map(bool, rows)), len(whole)) == (5_001, 4_999)
    return run(CONNECTOR, {"posts": [{name: value for name, value in row.items() if name} for row in whole]})


def test_the_real_sample_gives_every_post_and_its_customers(real: duckdb.DuckDBPyConnection) -> None:
    # The README's 1,443 customers include the author of the split post.
    assert figures(
        real,
        "SELECT count(*), count(DISTINCT source_id), count(DISTINCT handle) FILTER (direction = 'inbound'), "
        "count(*) FILTER (direction = 'inbound') FROM drafts_posts",
    ) == (4_999, 4_999, 1_443 - 1, 2_777)


def test_the_real_sample_gives_its_threads(real: duckdb.DuckDBPyConnection) -> None:
    # Counted on its own by following each post's answer link in a Python dictionary.
    assert figures(real, "SELECT count(DISTINCT conversation_id) FROM drafts_posts") == (1_312,)


def test_every_post_of_the_real_sample_has_a_customer(real: duckdb.DuckDBPyConnection) -> None:
    assert figures(real, "SELECT count(*) FROM drafts_posts WHERE handle IS NULL") == (0,)
