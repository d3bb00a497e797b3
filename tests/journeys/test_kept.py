"""What handoffs say of the talk around them: whether it was announced, what was promised, and who came back."""

from __future__ import annotations

import duckdb

from clew.journeys.facts.kept import KEPT_COLUMNS, write_kept
from tests.journeys.threads import DAY, HOUR, MINUTE, START, Row, answered, make, rows_of, said, session

STORY = [
    said("asks", 0),
    answered("bot", MINUTE, party="bot"),
    answered("person", 5 * MINUTE),
    said("thanks", 6 * MINUTE),
    answered("mail", HOUR, channel="email"),
]


def kept_after(*readings: tuple[str, str, str, str]) -> list[Row]:
    """The handoffs of the story (bot to person at 2, chat to e-mail at 4) when this was read: text, what, fact, speaker."""
    connection = session([row | {"case_ref": "A"} for row in STORY])
    connection.executemany(
        "INSERT INTO readings BY NAME SELECT ? AS interaction_id, ? AS what, ? AS fact, ? AS speaker",
        [list(each) for each in readings],
    )
    connection.execute(
        """INSERT INTO facts BY NAME SELECT 1 AS journey, position, 'promise' AS fact, 'use' AS act, speaker
        FROM readings JOIN (SELECT interaction_id, position FROM steps) USING (interaction_id) WHERE what = 'said'"""
    )
    return again(connection)


def again(connection: duckdb.DuckDBPyConnection) -> list[Row]:
    connection.execute("UPDATE facts SET journey = (SELECT any_value(journey) FROM handoffs)")
    for column in KEPT_COLUMNS:
        connection.execute(f"ALTER TABLE handoffs DROP COLUMN {column}")
    write_kept(connection, ["order"])
    return rows_of(connection, "SELECT position, told, promised FROM handoffs ORDER BY position")


def test_a_handoff_is_told_where_the_company_said_so_since_the_one_before() -> None:
    found = kept_after(("bot", "act", "hands_over", "company"))
    assert [(row["position"], row["told"]) for row in found] == [(2, True), (4, False)]

    found = kept_after(("person", "act", "sends_elsewhere", "company"))
    assert [row["told"] for row in found] == [False, True]


def test_customers_words_and_other_acts_announce_nothing() -> None:
    found = kept_after(("asks", "act", "hands_over", "customer"), ("bot", "act", "settles", "company"))

    assert [(row["told"], row["promised"]) for row in found] == [(False, False), (False, False)]


def test_a_promise_counts_for_the_handoff_that_follows_it() -> None:
    found = kept_after(("person", "said", "promise", "company"))

    assert [row["promised"] for row in found] == [False, True]


def test_nothing_is_claimed_where_no_text_was_read() -> None:
    made = make([row | {"case_ref": "A"} for row in STORY])

    assert [(row["told"], row["promised"]) for row in made.handoffs] == [(None, None), (None, None)]


def test_the_customer_came_back_with_the_next_contact_that_begins_after_the_handoff() -> None:
    story = [
        *STORY,
        said("again", 3 * DAY, channel="phone", kind="call"),
        answered("call", 3 * DAY + 1, channel="phone"),
    ]
    made = make([row | {"case_ref": "A"} for row in story])

    # "thanks" belongs to the first contact; three days later another one begins, which is a handoff of its own.
    back = [(row["position"], row["came_back_us"]) for row in made.handoffs]
    assert back == [(2, START + 3 * DAY), (4, START + 3 * DAY), (5, None)]


def test_coming_back_about_the_same_issue_in_another_journey_is_coming_back() -> None:
    story = [
        *(row | {"case_ref": "A", "issue": "bill"} for row in STORY),
        said("b", 9 * DAY, case_ref="B", issue="bill"),
    ]
    other = [
        *(row | {"case_ref": "A", "issue": "bill"} for row in STORY),
        said("b", 9 * DAY, case_ref="B", issue="pin"),
    ]

    assert [row["came_back_us"] for row in make(story).handoffs] == [START + 9 * DAY, START + 9 * DAY]
    assert [row["came_back_us"] for row in make(other).handoffs] == [None, None]
